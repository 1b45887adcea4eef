import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, type Locator, type Page } from '@playwright/test';
import { build } from 'vite';
import { createApp } from '../../electron/app.ts';
import { startHost } from '../../electron/host/host.ts';
import { messagesIn } from '../../electron/messages.ts';
import { startService } from '../../electron/service.ts';
import { buildAll } from '../bundle.ts';
import { ensureChromium } from '../chromium.ts';
import { alone } from './measure.ts';
import { serve } from './serve.ts';
import type { Line } from './table.ts';

/** From the start of the program to its link, and from the link to a list that can be used, beside an empty React page. */
export async function measureStart(
  folder: string,
  books: readonly { file: string; accounts: number }[],
): Promise<Line[]> {
  await buildAll();
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const empty = await emptyPage(folder, browser);
    const lines: Line[] = [];
    for (const { file, accounts } of books) {
      const program: number[] = [];
      const page: number[] = [];
      const memory: number[] = [];
      for (let run = 0; run < 3; run++) {
        const data = await mkdtemp(path.join(folder, 'data-'));
        const began = performance.now();
        const { link, child, stop } = await serve(file, data);
        program.push(performance.now() - began);
        page.push(await untilShown(browser, link, listRow));
        memory.push(residentMegabytes(child.pid));
        await stop();
        await rm(data, { recursive: true, force: true });
      }
      const toList = middle(page);
      lines.push(
        { name: 'start: program to link', accounts, product: middle(program), floor: null, ratio: null },
        {
          name: 'start: link to usable list / empty React page',
          accounts,
          product: toList,
          floor: empty,
          ratio: toList / empty,
        },
        { name: 'start in all', accounts, product: middle(program) + toList, floor: null, ratio: null },
        {
          name: 'memory of the service',
          accounts,
          product: middle(memory),
          floor: null,
          ratio: null,
          unit: 'MB',
        },
      );
    }
    return lines;
  } finally {
    await browser.close();
  }
}

async function emptyPage(folder: string, browser: Browser): Promise<number> {
  const outDir = path.join(folder, 'empty-page');
  await build({
    root: path.join(import.meta.dirname, 'empty-page'),
    build: { outDir, emptyOutDir: true },
    logLevel: 'warn',
  });
  const service = await startService({
    dataFolder: path.join(folder, 'empty-data'),
    documentsFolder: folder,
    version: '0',
  });
  const host = await startHost(createApp({ service, rendererRoot: outDir }), messagesIn('en'));
  const time = await alone(() => untilShown(browser, host.link(), (page) => page.getByText('ready')), 3);
  await host.close();
  await service.close();
  return time;
}

/** A fresh context each time, as after a start: nothing cached. */
async function untilShown(browser: Browser, link: string, sign: (page: Page) => Locator): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const began = performance.now();
  await page.goto(link);
  await sign(page).waitFor();
  const time = performance.now() - began;
  await context.close();
  return time;
}

/** A row of the account list with an account in it. */
function listRow(page: Page): Locator {
  return page
    .getByRole('row')
    .getByText(/Harbor|云集|Kestrel/)
    .first();
}

/** What the process holds in memory, as ps tells it; NaN where there is no ps. */
function residentMegabytes(pid: number | undefined): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(stdout ?? Number.NaN) / 1000;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
