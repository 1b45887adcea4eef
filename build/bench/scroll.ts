import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { ensureChromium } from '../chromium.ts';
import { type Served, serve } from './serve.ts';
import type { Line } from './table.ts';

const seconds = 4;
/** A window in which frames are counted, in microseconds: long enough to count, short enough to show a stall. */
const windowLength = 500_000;

type TraceEvent = { readonly name: string; readonly ts: number };

/**
 * Scrolls the account list with the wheel and counts the frames in Chromium's own trace: those it drew, and those for which
 * the page's own thread was asked to build rows; on the average, and in the slowest half second.
 */
export async function measureScroll(
  folder: string,
  books: readonly { file: string; accounts: number }[],
): Promise<Line[]> {
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const lines: Line[] = [];
  try {
    for (const { file, accounts } of books) {
      const served: Served = await serve(file, await mkdtemp(path.join(folder, 'scroll-')));
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(served.link);
      await page.goto(new URL('/accounts', served.link).href);
      const list = page.getByRole('grid');
      await list.getByRole('row').nth(5).waitFor();
      const row = list.getByRole('row').nth(5);
      const before = await row.textContent();
      const box = await list.boundingBox();
      await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 200);
      await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline.frame'] });
      const until = performance.now() + seconds * 1000;
      while (performance.now() < until) await page.mouse.wheel(0, 120);
      const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
      if ((await row.textContent()) === before) throw new Error('the list did not scroll');
      const drawn = framesPerSecond(trace.traceEvents, 'DrawFrame');
      const built = framesPerSecond(trace.traceEvents, 'BeginMainThreadFrame');
      const facts = { accounts, floor: null, ratio: null, unit: 'fps' };
      lines.push(
        { name: 'scroll the list: frames per second', product: drawn.average, ...facts },
        { name: 'scroll the list: drawn in the slowest half second', product: drawn.slowest, ...facts },
        { name: 'scroll the list: rows built in the slowest half second', product: built.slowest, ...facts },
      );
      await page.close();
      await served.stop();
    }
    return lines;
  } finally {
    await browser.close();
  }
}

function framesPerSecond(
  events: readonly TraceEvent[],
  kind: 'DrawFrame' | 'BeginMainThreadFrame',
): { average: number; slowest: number } {
  const drawn = events
    .filter(({ name }) => name === kind)
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const [first = 0, last = 0] = [drawn[0], drawn.at(-1)];
  const counts: number[] = [];
  for (let from = first; from + windowLength <= last; from += windowLength / 5)
    counts.push(drawn.filter((ts) => ts >= from && ts < from + windowLength).length);
  return {
    average: (drawn.length - 1) / ((last - first) / 1_000_000),
    slowest: Math.min(...counts) / (windowLength / 1_000_000),
  };
}
