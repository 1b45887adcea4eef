import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccountOrder, accountTotals, listAccounts } from '../account/list-query.ts';
import { describeBook } from '../book/query.ts';
import { lifecycleSubjects } from '../lifecycle/query.ts';
import { type Book, memoryBook } from '../open.ts';
import { listQbrsDue } from '../qbr/due-query.ts';
import { record } from '../record.ts';
import { listDoneTasks, listOpenTasks } from '../task/query.ts';
import { testAccount, testSettings } from '../testing/book.ts';
import { planOf } from '../testing/query-plan.ts';
import { placeAccounts } from './placement-query.ts';
import { createSegment } from './query.ts';
import type { Slice } from './rule.ts';
import { createScheme } from './scheme-query.ts';

let book: Book;
const today = '2026-06-15';
const page = { offset: 0, limit: 50 };
const byName: AccountOrder = { sort: 'name', descending: false, group: null };
const [size, need] = [1, 2];
const [large, mid, cost] = [1, 2, 3];

beforeAll(async () => {
  book = await memoryBook({ now: () => new Date(`${today}T04:00:00Z`) });
  await record(book, { key: 'book.edit' }, async (trx) => {
    await describeBook(trx, testSettings);
    for (const name of ['Harbor', 'Beta', 'Zeal', 'Kestrel'])
      await trx
        .insertInto('account')
        .values({ ...testAccount, name })
        .execute();
    await createScheme(trx, { name: 'Size', kind: 'a-priori', purpose: null });
    await createScheme(trx, { name: 'Need', kind: 'needs', purpose: null });
    await createSegment(trx, size, 'Large');
    await createSegment(trx, size, 'Mid');
    await createSegment(trx, need, 'Cost');
    await placeAccounts(trx, large, [1, 3], 'hand');
    await placeAccounts(trx, mid, [2], 'hand');
    await placeAccounts(trx, cost, [1, 2], 'hand');
    const task = { owner: null, due_on: null, done_on: null, source_noun: null, source_id: null };
    await trx
      .insertInto('task')
      .values([
        { ...task, account_id: 1, title: 'of Harbor' },
        { ...task, account_id: 2, title: 'of Beta' },
        { ...task, account_id: null, title: 'of nobody' },
      ])
      .execute();
  });
});
afterAll(() => book.close());

test.each<[Slice, string[]]>([
  [[], ['Beta', 'Harbor', 'Kestrel', 'Zeal']],
  [[{ schemeId: size, segmentIds: [large] }], ['Harbor', 'Zeal']],
  [[{ schemeId: size, segmentIds: [large, mid] }], ['Beta', 'Harbor', 'Zeal']],
  [[{ schemeId: size, segmentIds: [null] }], ['Kestrel']],
  [[{ schemeId: size, segmentIds: [mid, null] }], ['Beta', 'Kestrel']],
  [
    [
      { schemeId: size, segmentIds: [large] },
      { schemeId: need, segmentIds: [cost] },
    ],
    ['Harbor'],
  ],
  [
    [
      { schemeId: size, segmentIds: [large] },
      { schemeId: need, segmentIds: [null] },
    ],
    ['Zeal'],
  ],
  [[{ schemeId: size, segmentIds: [cost] }], []],
  [[{ schemeId: size, segmentIds: [] }], []],
])('the slice %j leaves %j of every list', async (slice, names) => {
  const accounts = await listAccounts(book.db, { slice }, byName, page);
  expect(accounts.map(({ name }) => name)).toEqual(names);
  expect((await accountTotals(book.db, { slice }, null, today)).count).toBe(names.length);
  expect((await lifecycleSubjects(book.db, undefined, slice)).map(({ name }) => name)).toEqual(names);
  const due = (await listQbrsDue(book.db, today, slice)).map(({ account }) => account);
  expect(due.sort()).toEqual(names);
});

test('a task of no account is in no slice, and in the whole book', async () => {
  const slice = [{ schemeId: size, segmentIds: [large] }];
  const titles = async (of?: Slice) =>
    (await listOpenTasks(book.db, { slice: of, limit: 10 })).map(({ title }) => title);
  expect(await titles()).toEqual(['of Harbor', 'of Beta', 'of nobody']);
  expect(await titles(slice)).toEqual(['of Harbor']);
  expect(await listDoneTasks(book.db, { slice, limit: 10 })).toEqual([]);
});

test("grouped by a scheme, the rows come in its segments' order, the unplaced last, and say theirs", async () => {
  const { groups } = await accountTotals(book.db, {}, 'segment-1', today);
  expect(groups.map(({ key, count }) => [key, count])).toEqual([
    [String(large), 2],
    [String(mid), 1],
    [null, 1],
  ]);
  for (const order of [
    { ...byName, group: 'segment-1' },
    { ...byName, sort: 'segment-1' },
  ] as const) {
    const rows = await listAccounts(book.db, {}, order, page);
    expect(rows.map(({ name, segments }) => [name, segments])).toEqual([
      ['Harbor', { 'segment-1': 'Large', 'segment-2': 'Cost' }],
      ['Zeal', { 'segment-1': 'Large' }],
      ['Beta', { 'segment-1': 'Mid', 'segment-2': 'Cost' }],
      ['Kestrel', {}],
    ]);
  }
});

test('a sliced list walks the index of its sort and looks each placement up by account and scheme', async () => {
  const slice = [{ schemeId: size, segmentIds: [large, null] }];
  const named = await planOf(book, 'sort_name', (db) => listAccounts(db, { slice }, byName, page));
  expect(named).toContain('USING INDEX account_status_by_name');
  expect(named).toMatch(
    /SEARCH segment_placement USING (COVERING )?INDEX .*\(account_id=\? AND scheme_id=\?\)/,
  );
  expect(named).not.toMatch(/USE TEMP B-TREE FOR ORDER BY/);
});
