import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeBook } from '../../db/book/query.ts';
import { createMeasure, listMeasures, type MeasureFacts } from '../../db/health/measure-query.ts';
import { writeReadings } from '../../db/health/reading-query.ts';
import { currentHealth } from '../../db/health/status-query.ts';
import { type Book, memoryBook } from '../../db/open.ts';
import { record } from '../../db/record.ts';
import { testAccount, testSettings } from '../../db/testing/book.ts';
import { openSource } from '../import/read.ts';
import { readAll } from '../testing/internal-marks.ts';
import { readingTemplate, readReadings } from './reading-file.ts';
import { healthWorkbook } from './workbook.ts';

let book: Book;
const today = '2026-12-01';
const measures: MeasureFacts[] = [
  {
    name: 'Active seats',
    nameZh: '活跃席位',
    unit: '%',
    direction: 'increase',
    mode: 'imported',
    least: 0,
    most: 100,
  },
  { name: 'Open bugs', nameZh: null, unit: '', direction: 'decrease', mode: 'typed', least: 0, most: null },
];

beforeEach(async () => {
  book = await memoryBook({ now: () => new Date(`${today}T04:00:00Z`) });
  await record(book, { key: 'book.edit' }, async (trx) => {
    await describeBook(trx, testSettings);
    for (const name of ['Harbor', '云集'])
      await trx
        .insertInto('account')
        .values({ ...testAccount, name, key: `K-${name}`, status: 'active' })
        .execute();
    for (const facts of measures) await createMeasure(trx, facts);
  });
  await currentHealth(book);
});
afterEach(() => book.close());

const read = (text: string, day = today) =>
  readReadings(book, openSource(new TextEncoder().encode(text), 'usage.csv'), day, today);
const problemsOf = async (text: string) =>
  (await read(text)).problems.map(({ row, problem }) => `${row} ${problem}`);

test.each(['en', 'zh-CN'] as const)(
  'the template in %s comes back with what was filled in',
  async (language) => {
    const [seats, bugs] = await listMeasures(book.db);
    const entry = { accountId: 2, on: today, source: null };
    await record(book, { key: 'health.read' }, (trx) =>
      writeReadings(
        trx,
        [
          { ...entry, measureId: seats?.id ?? 0, value: 61.5 },
          { ...entry, measureId: bugs?.id ?? 0, value: 3 },
        ],
        today,
      ),
    );
    const bytes = await readingTemplate(book, today, language);
    const back = await readReadings(book, openSource(bytes, 'readings.xlsx'), '2026-01-01', today);
    expect(back).toEqual({
      entries: [
        { accountId: 2, measureId: seats?.id, on: today, value: 61.5, source: null },
        { accountId: 2, measureId: bugs?.id, on: today, value: 3, source: null },
      ],
      problems: [],
      unknown: [],
      replaced: 0,
    });
  },
);

test('a list of account, measure, date and value is read as well, the last of a day counting', async () => {
  const { entries, replaced, unknown } = await read(
    'Account,Metric,Date,Value\nHarbor,Active seats,2026-11-30,40\nK-云集,活跃席位,2026-11-30,55%\nHarbor,active seats,2026-11-30,44\nHarbor,Logins,2026-11-30,9',
  );
  expect(entries.map(({ accountId, value }) => [accountId, value])).toEqual([
    [1, 44],
    [2, 55],
  ]);
  expect({ replaced, unknown }).toEqual({ replaced: 1, unknown: ['Logins'] });
});

test('what cannot be taken is named with its row', async () => {
  expect(
    await problemsOf(
      'Account,Date,Active seats\nNobody,2026-11-30,4\nHarbor,2026-12-02,4\nHarbor,soon,4\nHarbor,2026-11-30,140\nHarbor,2026-11-30,many',
    ),
  ).toEqual(['2 account-unknown', '3 in-future', '4 no-date', '5 too-high', '6 not-a-number']);
});

test('a column in another unit or counted the other way is left out whole', async () => {
  expect(await problemsOf('Account,Active seats [seats]\nHarbor,40')).toEqual(['1 other-unit']);
  expect(await problemsOf('Account,"Active seats [%, less is better]"\nHarbor,40')).toEqual([
    '1 other-direction',
  ]);
  expect((await read('Account,Active seats (%)\nHarbor,40')).entries).toHaveLength(1);
});

test('two accounts of one name are told apart by their keys only', async () => {
  await record(book, { key: 'account.create' }, (trx) =>
    trx
      .insertInto('account')
      .values({ ...testAccount, name: 'Harbor', key: 'K-2' })
      .execute(),
  );
  expect(await problemsOf('Account,Open bugs\nHarbor,1')).toEqual(['2 account-ambiguous']);
  expect((await read('Account ID,Open bugs\nK-2,1')).entries).toMatchObject([{ accountId: 3, value: 1 }]);
});

test('the workbook has the portfolio, the parts and the back-test, with native charts', async () => {
  const text = readAll(await healthWorkbook(book, { slice: [], language: 'en' }));
  expect(text).toContain('Harbor');
  expect(text).toContain('xl/charts/chart1.xml');
  expect(text).toMatch(/internal/i);
});
