import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { type Book, createBook, readFrom } from '../../db/open.ts';
import { viewQbr } from '../../db/qbr/view-query.ts';
import { record } from '../../db/record.ts';
import { bookWithReview, reviewToday } from '../../db/testing/review.ts';
import { addDays } from '../../db/types/calendar.ts';
import { buildAll } from '../bundle.ts';
import { ensureChromium } from '../chromium.ts';
import { alone } from './measure.ts';
import { serve } from './serve.ts';
import type { Line } from './table.ts';

const goals = 40;
const months = 36;
const notes = 2_000;

/**
 * A review of one account with 40 goals read every month for three years and 2,000 timeline entries: putting it together from
 * the book (at most 100 ms), its workbook (2 s) and slides (3 s) as files written in a thread of their own, and its PDF (3 s).
 */
export async function measureReview(folder: string): Promise<Line[]> {
  const { book, accountId, qbrId } = await bookWithReview();
  try {
    await record(book, { key: 'qbr.edit' }, async (trx) => {
      for (let index = 0; index < goals; index++) {
        const { id } = await trx
          .insertInto('goal')
          .values({
            account_id: accountId,
            metric: `Metric ${index}`,
            unit: 'h',
            term: 'short',
            direction: 'decrease',
            baseline: 100,
            baseline_on: '2023-11-01',
            target: 20,
            due_on: '2026-12-31',
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        const readings = Array.from({ length: months }, (_, month) => ({
          goal_id: id,
          read_on: addDays('2023-11-20', month * 30),
          value: 100 - 2 * month,
          source: 'WMS export',
        }));
        await trx.insertInto('goal_reading').values(readings).execute();
      }
      for (let index = 0; index < notes; index++)
        await trx
          .insertInto('note')
          .values({
            account_id: accountId,
            body: `Call ${index}`,
            occurred_on: addDays('2023-11-20', index % 1_090),
          })
          .execute();
    });
    const line = async (name: string, work: () => Promise<unknown>, runs?: number): Promise<Line> => ({
      name,
      accounts: 1,
      product: await alone(work, runs),
      floor: null,
      ratio: null,
    });
    return [
      await line('review of 40 goals put together', () => viewQbr(book.db, qbrId, reviewToday)),
      ...(await handedOut(book, qbrId, folder, line)),
    ];
  } finally {
    await book.close();
  }
}

/**
 * What users wait for when they hand a review out, from the program as it is built: until a thread of its own has written the
 * workbook or the slides, and from the way to the printed page to its PDF, by what Electron calls as well, Chromium's own print.
 */
async function handedOut(
  book: Book,
  id: number,
  folder: string,
  line: (name: string, work: () => Promise<unknown>, runs: number) => Promise<Line>,
): Promise<Line[]> {
  await buildAll();
  const file = path.join(folder, 'review.tenure');
  // A book in memory does without the mark by which a file is known as one.
  await (await createBook(file)).close();
  const mark = readFrom(file, (sqlite) => sqlite.pragma('application_id', { simple: true }));
  book.sqlite.pragma(`application_id = ${String(mark)}`);
  await writeFile(file, book.sqlite.serialize());
  const data = await mkdtemp(path.join(folder, 'review-'));
  const served = await serve(file, data);
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(served.link);
    const saved = (form: 'workbook' | 'deck') =>
      page.evaluate(save, { id, form, audience: 'customer', languages: ['en'], path: path.join(data, form) });
    const runs = 3;
    const address = new URL(`/reviews/${id}/print?audience=customer&languages=en`, served.link).href;
    return [
      await line('its workbook', () => saved('workbook'), runs),
      await line('its slides', () => saved('deck'), runs),
      await line(
        'its PDF',
        async () => {
          await page.goto(address);
          await page.getByText('Metric 39').first().waitFor();
          await page.waitForLoadState('networkidle'); // its charts
          const { length } = await page.pdf({ preferCSSPageSize: true, printBackground: true });
          if (length < 10_000) throw new Error(`a PDF of ${length} bytes`);
        },
        runs,
      ),
    ];
  } finally {
    await browser.close();
    await served.stop();
    await rm(data, { recursive: true, force: true });
  }
}

/** Runs on the page: starts the file and asks until it is written. */
async function save(wanted: object): Promise<void> {
  const asked = async (address: string, request?: RequestInit) => {
    const answer = (await (await fetch(address, request)).json()) as { result?: { data: unknown } };
    if (!answer.result) throw new Error(JSON.stringify(answer));
    return answer.result.data;
  };
  const headers = { 'content-type': 'application/json' };
  const started = await asked('/api/qbr.export', { method: 'POST', headers, body: JSON.stringify(wanted) });
  const input = encodeURIComponent(JSON.stringify({ id: (started as { job: string }).job }));
  for (;;) {
    const state = (await asked(`/api/job.state?input=${input}`)) as { is: string } | null;
    if (state?.is === 'done') return;
    if (state?.is !== 'running') throw new Error(JSON.stringify(state));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
