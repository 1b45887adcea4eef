import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Book } from '../../db/open.ts';
import { bookWithReview } from '../../db/testing/review.ts';
import { languages } from '../../db/types/language.ts';
import { qbrFileName, qbrVersion } from './version.ts';
import { qbrWorkbook, reviewBytes } from './workbook.ts';

let book: Book;
let qbrId: number;
beforeEach(async () => {
  ({ book, qbrId } = await bookWithReview());
});
afterEach(() => book.close());

const english = { audience: 'customer', language: 'en' } as const;

/** Every part of the file as text: sheets, strings, charts, properties. */
function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}
const everything = (bytes: Uint8Array) => Object.values(partsOf(bytes)).join('\n');
const cellsOf = (bytes: Uint8Array, sheet: string) =>
  utils.sheet_to_json<unknown[]>(read(bytes).Sheets[sheet] ?? {}, { header: 1, raw: true });

test('has a summary, a sheet for every section with something in it and the readings behind the charts', async () => {
  const bytes = await qbrWorkbook(book, qbrId, english);
  expect(await qbrFileName(book, qbrId, english, 'xlsx')).toBe(
    'Yunji Supply · 2026-09-01 – 2026-11-30 review.xlsx',
  );
  expect(read(bytes).SheetNames).toEqual([
    'Summary',
    'Why they bought',
    'Outcomes and value',
    'Value proven',
    'Usage',
    'Support',
    'Commitments kept',
    'What was difficult',
    'Feedback and its status',
    'What comes next',
    'Asks and commitments',
    'Agenda and people',
    'Readings',
  ]);
});

test('shows goals as numbers with their attainment, status, day and source, and says why a rate is missing', async () => {
  const bytes = await qbrWorkbook(book, qbrId, english);
  const rows = cellsOf(bytes, 'Outcomes and value');
  const shipping = rows.find(([metric]) => metric === 'Order-to-ship time (h)');
  expect(shipping?.slice(1, 5)).toEqual([46, 24, 38, 27]);
  expect(shipping?.[5]).toBeCloseTo(19 / 22, 10);
  expect(shipping?.slice(6, 8)).toEqual(['on track', 'better']);
  expect(shipping?.[10]).toBe('WMS export');
  const held = rows.find(([metric]) => metric === 'Complaints held');
  expect(held?.[5]).toBeUndefined();
  expect(held?.[11]).toMatch(/Target equals baseline.*older than 60 days/);
});

test('counts only what is confirmed, marks the rest and shows every formula', async () => {
  const bytes = await qbrWorkbook(book, qbrId, english);
  const rows = cellsOf(bytes, 'Value proven');
  expect(rows.find(([label]) => label === 'Confirmed by the customer')?.[1]).toBe(1_382_440);
  expect(rows.find(([label]) => label === 'Formula agreed, not yet confirmed')?.[1]).toBe(1_382_440);
  expect(rows.find(([label]) => label === 'ROI')?.[1]).toBe(10.41);
  const claims = rows.filter((row) => row[10] === '19 h × 2,140 orders × 34 ¥/h');
  expect(claims.map((row) => [row[0], row[6]])).toEqual([
    ['Orders leave 19 hours sooner', 'confirmed'],
    ['Fewer stock-outs', 'unconfirmed'],
  ]);
});

test('draws attainment and trends as native charts over cells', async () => {
  const parts = partsOf(await qbrWorkbook(book, qbrId, english));
  const charts = Object.entries(parts).filter(([name]) => /charts\/chart\d+\.xml$/.test(name));
  const kinds = charts.map(([, xml]) => /<c:(bar|line|radar)Chart>/.exec(xml)?.[1]);
  expect(kinds).toEqual(['bar', 'line', 'line']);
  expect(charts.every(([, xml]) => xml.includes('<c:f>'))).toBe(true);
  expect(parts['xl/charts/chart2.xml']).toContain('Readings&apos;!$D$2:$D$3');
});

test.each(languages)('is whole in %s: no word is missing', async (language) => {
  for (const audience of ['customer', 'internal'] as const) {
    const bytes = await qbrWorkbook(book, qbrId, { audience, language });
    expect(everything(bytes)).not.toMatch(/\b(qbr|goal|value)\.[a-z]/);
  }
});

test('shows the house what the customer does not get', async () => {
  const inside = { audience: 'internal', language: 'en' } as const;
  const bytes = await qbrWorkbook(book, qbrId, inside);
  expect(await qbrFileName(book, qbrId, inside, 'xlsx')).toContain('(internal)');
  const text = everything(bytes);
  for (const part of [
    'Offer returns training',
    'inside 0',
    'finance was not',
    'we forgot',
    'Unsourced outcome',
  ])
    expect(text).toContain(part);
});

const plain = { created: new Date('2026-11-22T08:00:00Z'), logo: null };

test('building it fails, naming the field, when an internal one got in', async () => {
  const inside = await qbrVersion(book, qbrId, { ...english, audience: 'internal' });
  await expect(reviewBytes({ ...inside, audience: 'customer' }, plain)).rejects.toMatchObject({
    code: 'qbr.internal-field',
  });
  const version = await qbrVersion(book, qbrId, english);
  const [goal] = version.content.goals;
  if (!goal) throw new Error('no goal');
  const leaking = { ...version, content: { ...version.content, goals: [{ ...goal, note: '' }] } };
  await expect(reviewBytes(leaking, plain)).rejects.toMatchObject({
    parameters: { field: 'goal.note' },
  });
});
