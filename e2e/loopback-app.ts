import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from '@playwright/test';
import { environment, type RunningApp, type StartOptions, windowSize } from './running-app.ts';
import { watch } from './watch.ts';

const program = path.join(import.meta.dirname, '../dist/electron/cli.js');

/** `tenure serve`, with the link it shows and how it ends. */
export async function startProgram(options: Omit<StartOptions, 'tell'>) {
  const host = spawn(
    process.execPath,
    [program, 'serve', '--json', '--data-folder', options.dataFolder, ...options.words],
    { env: environment(options), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exitCode = once(host, 'exit').then(([code]) => code as number | null);
  const link = await linkOf(createInterface({ input: host.stdout }));
  return { link, exitCode, kill: (signal: NodeJS.Signals) => host.kill(signal) };
}

/** Starts `tenure serve` and opens its link in a browser of its own. */
export async function startLoopbackApp(browser: Browser, options: StartOptions): Promise<RunningApp> {
  const { link, exitCode, kill } = await startProgram(options);
  const context = await browser.newContext({
    viewport: windowSize,
    locale: options.locale.replace('_', '-'),
    acceptDownloads: true,
    reducedMotion: 'reduce', // tests look at screens, not at how they come
  });
  watch(context, [new URL(link).origin], options.tell);
  const page = await context.newPage();
  await page.goto(link);

  const end = async (signal: NodeJS.Signals) => {
    await context.close();
    kill(signal);
    await exitCode;
  };
  return {
    page,
    electron: null,
    quit: () => end('SIGINT'),
    kill: () => end('SIGKILL'),
    answerFileDialog: async (file, action) => {
      await action();
      const dialog = page
        .getByRole('dialog')
        .filter({ has: page.getByRole('textbox') })
        .last();
      await dialog.getByRole('textbox').fill(file);
      await dialog.getByRole('textbox').press('Enter');
    },
  };
}

async function linkOf(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const { link } = JSON.parse(line) as { link?: string };
    if (link !== undefined) return link;
  }
  throw new Error('tenure serve ended without showing a link');
}
