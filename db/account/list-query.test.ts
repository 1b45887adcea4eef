import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeBook } from '../book/query.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { testAccount, testContract, testSettings } from '../testing/book.ts';
import { type AccountFilter, accountGroups } from './filter-query.ts';
import { accountSorts } from './list-column.ts';
import { type AccountOrder, accountChoices, accountTotals, listAccounts } from './list-query.ts';
import type { AccountTable } from './table.ts';

let book: Book;
const today = '2026-06-15';
const byName: AccountOrder = { sort: 'name', descending: false, group: null };
const page = { offset: 0, limit: 50 };
const names = async (filter: AccountFilter = {}, order: Partial<AccountOrder> = {}) =>
  (await listAccounts(book.db, filter, { ...byName, ...order }, page)).map(({ name }) => name);

beforeAll(async () => {
  book = await memoryBook({ now: () => new Date(`${today}T04:00:00Z`) });
  await record(book, { key: 'book.edit' }, (trx) => describeBook(trx, testSettings));
  await add(
    'Harbor',
    { tier: 'A', size: 'large', owner: 'Lin', region: '华南', tags: '["at stake","retail"]' },
    124,
  );
  await add('云集', { tier: 'a', size: 'mid', owner: 'Lin', region: '华东', key: 'YJ-1' }, 48);
  await add('Beta', { tier: 'B', size: 'small', owner: 'Wu', region: null }, 96, '2026-07-31');
  await add('Zeal', { tier: null, owner: null, status: 'prospect' }, null);
  await add('Gone', { tier: 'C', archived_at: '2026-01-01T00:00:00.000Z' }, 1);
  await record(book, { key: 'task.create' }, async (trx) => {
    const task = { account_id: 1, owner: null, done_on: null, source_noun: null, source_id: null };
    await trx
      .insertInto('task')
      .values([
        { ...task, title: 'some day', due_on: null },
        { ...task, title: 'next', due_on: '2026-06-20' },
        { ...task, title: 'later', due_on: '2026-07-01' },
        { ...task, title: 'done', due_on: '2026-06-01', done_on: '2026-06-01' },
      ])
      .execute();
  });
});
afterAll(() => book.close());

async function add(
  name: string,
  facts: Partial<{ [column in keyof AccountTable]: string | null }>,
  arr: number | null,
  endOn = '2026-12-31',
) {
  await record(book, { key: 'account.create' }, async (trx) => {
    const { id } = await trx
      .insertInto('account')
      .values({ ...testAccount, ...(facts as object), name })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (arr !== null)
      await trx
        .insertInto('contract')
        .values(testContract(id, { annual_minor: arr * 100, end_on: endOn }))
        .execute();
  });
}

test('the list is in the order of names in any script, without the archived', async () => {
  expect(await names()).toEqual(['Beta', 'Harbor', '云集', 'Zeal']);
  expect(await names({ archived: true })).toEqual(['Gone']);
});

test.each([
  ['arr', ['云集', 'Beta', 'Harbor'], ['Harbor', 'Beta', '云集']],
  ['renewal', ['Beta', 'Harbor', '云集', 'Zeal'], ['Harbor', '云集', 'Beta', 'Zeal']],
  ['stage', ['Zeal', 'Harbor', '云集', 'Beta'], ['Beta', 'Harbor', '云集', 'Zeal']],
  ['size', ['Harbor', '云集', 'Beta', 'Zeal'], ['Beta', '云集', 'Harbor', 'Zeal']],
  ['tier', ['Harbor', '云集', 'Beta', 'Zeal'], ['Beta', 'Harbor', '云集', 'Zeal']],
] as const)('sorted by %s, what is unknown stands last both ways', async (sort, up, down) => {
  expect((await names({}, { sort })).filter((name) => (up as readonly string[]).includes(name))).toEqual(up);
  const descending = await names({}, { sort, descending: true });
  expect(descending.filter((name) => (down as readonly string[]).includes(name))).toEqual(down);
});

test.each([
  [{ tier: ['A'] }, ['Harbor']],
  [{ tier: ['B', null] }, ['Beta', 'Zeal']],
  [{ tier: [] }, []],
  [{ owner: [null] }, ['Zeal']],
  [{ stage: ['renewal', 'acquisition'] }, ['Beta', 'Zeal']],
  [{ tags: ['retail', 'other'] }, ['Harbor']],
  [{ tags: ['other'] }, []],
  [{ text: 'yj' }, ['云集']],
  [{ text: 'harb' }, ['Harbor']],
  [{ text: 'harb', owner: ['Wu'] }, []],
  [{ text: '  ' }, ['Beta', 'Harbor', '云集', 'Zeal']],
] as [AccountFilter, string[]][])('the filter %j keeps %j', async (filter, expected) => {
  expect(await names(filter)).toEqual(expected);
});

test('groups stand in their order, the unknown last, each with its sums', async () => {
  const totals = await accountTotals(book.db, {}, 'size', today);
  expect(totals).toMatchObject({ count: 4, arrMinor: 26_800, arrUnknown: 0, renewingSoon: 1 });
  expect(totals.groups).toEqual([
    { key: 'large', count: 1, arrMinor: 12_400, arrUnknown: 0 },
    { key: 'mid', count: 1, arrMinor: 4_800, arrUnknown: 0 },
    { key: 'small', count: 1, arrMinor: 9_600, arrUnknown: 0 },
    { key: null, count: 1, arrMinor: 0, arrUnknown: 0 },
  ]);
  expect(await names({}, { group: 'size', sort: 'arr', descending: true })).toEqual([
    'Harbor',
    '云集',
    'Beta',
    'Zeal',
  ]);
});

test('rows come in the groups and the order their totals say, whatever the group and the sort', async () => {
  for (const group of accountGroups) {
    const { groups } = await accountTotals(book.db, {}, group, today);
    for (const sort of accountSorts) {
      const rows = await listAccounts(book.db, {}, { sort, descending: true, group }, page);
      const expected = groups.flatMap(({ key, count }) => Array.from({ length: count }, () => key));
      expect(rows.map((row) => row[group])).toEqual(expected);
    }
  }
});

test('the next step is the open task due first', async () => {
  const [harbor] = await listAccounts(book.db, { text: 'harbor' }, byName, page);
  expect(harbor).toMatchObject({ nextTask: { title: 'next', dueOn: '2026-06-20' }, stage: 'growth' });
});

test('pages cut the same list', async () => {
  const cut = await Promise.all(
    [0, 1, 2, 3].map((offset) => listAccounts(book.db, {}, byName, { offset, limit: 1 })),
  );
  expect(cut.flat().map(({ name }) => name)).toEqual(await names());
});

test('choices are the values there are, the unknown among them', async () => {
  expect(await accountChoices(book.db)).toMatchObject({
    owner: ['Lin', 'Wu', null],
    size: ['large', 'mid', 'small', null],
    stage: ['acquisition', 'growth', 'renewal'],
    tags: ['at stake', 'retail'],
  });
});

test.each([
  ['name', 'account_status_by_name'],
  ['arr', 'account_status_by_arr'],
  ['renewal', 'account_status_by_renewal'],
  ['touched', 'account_status_by_touch'],
] as const)('the list by %s walks an index and sorts no more than ties', async (sort, index) => {
  for (const descending of [false, true]) {
    const plan = await planOf({ sort, descending, group: null });
    expect(plan).toContain(`USING INDEX ${index}`);
    expect(plan).not.toMatch(/USE TEMP B-TREE FOR ORDER BY/);
  }
});

async function planOf(order: AccountOrder): Promise<string> {
  const statements: string[] = [];
  const spied = await memoryBook({ snapshot: book.sqlite.serialize() });
  const prepare = spied.sqlite.prepare.bind(spied.sqlite);
  spied.sqlite.prepare = (text: string) => {
    statements.push(text);
    return prepare(text);
  };
  await listAccounts(spied.db, {}, order, page);
  const list = statements.find((text) => text.includes('account_status')) ?? '';
  const rows = prepare<unknown[], { detail: string }>(`explain query plan ${list}`).all(50, 0);
  await spied.close();
  return rows.map(({ detail }) => detail).join('\n');
}
