import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AccountSort } from '../account/list-column.ts';
import { listAccounts } from '../account/list-query.ts';
import { describeBook } from '../book/query.ts';
import { Failure } from '../failure.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import type { Writer } from '../schema.ts';
import { testAccount, testSettings } from '../testing/book.ts';
import { planOf } from '../testing/query-plan.ts';
import { undo } from '../undo.ts';
import {
  createCustomField,
  getCustomField,
  listCustomFields,
  liveCustomFields,
  renameCustomField,
  retireCustomField,
  setCustomChoices,
} from './query.ts';
import type { CustomFieldKind, CustomFilter, CustomValue } from './rule.ts';
import { customValuesOf, setCustomValues } from './value-query.ts';

let book: Book;
const page = { offset: 0, limit: 50 };
const [harbor, beta, zeal] = [1, 2, 3];
const plain = (value: string | number): CustomValue => ({ value, currency: null });
const write = <T>(action: (trx: Writer) => Promise<T>) => record(book, { key: 'custom-field.edit' }, action);
const field = (name: string, kind: CustomFieldKind, choices: string[] = []) =>
  write((trx) => createCustomField(trx, { name, kind, choices }));
const set = (accountId: number, fieldId: number, value: CustomValue | null) =>
  write((trx) => setCustomValues(trx, accountId, [{ fieldId, value }]));
const names = async (filter: readonly CustomFilter[], sort: AccountSort = 'name', descending = false) =>
  (await listAccounts(book.db, { custom: filter }, { sort, descending, group: null }, page)).map(
    ({ name }) => name,
  );

beforeEach(async () => {
  book = await memoryBook({ now: () => new Date('2026-06-15T04:00:00Z') });
  await record(book, { key: 'book.edit' }, async (trx) => {
    await describeBook(trx, testSettings);
    for (const name of ['Harbor', 'Beta', 'Zeal'])
      await trx
        .insertInto('account')
        .values({ ...testAccount, name })
        .execute();
  });
});
afterEach(() => book.close());

test('a new name keeps every value, and undo gives the old one back', async () => {
  const plan = await field('Plan', 'text');
  await set(harbor, plan, plain('Gold'));
  await write((trx) => renameCustomField(trx, plan, 'Package'));
  expect((await customValuesOf(book.db, [harbor])).get(harbor)).toEqual({
    [`custom-${plan}`]: plain('Gold'),
  });
  expect(await getCustomField(book.db, plan)).toMatchObject({ name: 'Package', used: 1 });
  await undo(book);
  expect(await getCustomField(book.db, plan)).toMatchObject({ name: 'Plan', used: 1 });
});

test.each(['plan', 'PLAN'])(
  'a second field called %s is refused, also when the first is retired',
  async (name) => {
    const plan = await field('Plan', 'text');
    await expect(field(name, 'number')).rejects.toThrow(new Failure('record.name-taken', { name }));
    await write((trx) => retireCustomField(trx, plan, true));
    await expect(field(name, 'number')).rejects.toThrow(Failure);
  },
);

test('a choice in use stays with its accounts when it is taken away, and is that one when it comes back', async () => {
  const plan = await field('Plan', 'choice', ['Gold', 'Silver', 'Bronze']);
  const [gold, silver] = (await getCustomField(book.db, plan)).choices;
  if (!gold || !silver) throw new Error('no choices');
  await set(harbor, plan, plain(gold.id));
  await write((trx) => setCustomChoices(trx, plan, [{ id: silver.id, name: 'Silber' }]));
  expect(
    (await getCustomField(book.db, plan)).choices.map(({ name, isRetired }) => [name, isRetired]),
  ).toEqual([
    ['Gold', true],
    ['Silber', false],
  ]);
  expect(await names([{ fieldId: plan, among: [gold.id] }])).toEqual(['Harbor']);
  await write((trx) =>
    setCustomChoices(trx, plan, [
      { id: silver.id, name: 'Silber' },
      { id: null, name: 'gold' },
    ]),
  );
  expect((await getCustomField(book.db, plan)).choices).toMatchObject([
    { name: 'Silber' },
    { id: gold.id, name: 'gold', isRetired: false },
  ]);
});

test('a retired field is out of use with its values kept, and comes back with them', async () => {
  const plan = await field('Plan', 'text');
  await set(harbor, plan, plain('Gold'));
  await write((trx) => retireCustomField(trx, plan, true));
  expect(await liveCustomFields(book.db)).toEqual([]);
  expect(await listCustomFields(book.db)).toMatchObject([{ isRetired: true, used: 1 }]);
  await write((trx) => retireCustomField(trx, plan, false));
  expect(await liveCustomFields(book.db)).toMatchObject([{ used: 1 }]);
});

test('a value of another kind is refused and nothing of the action stays', async () => {
  const since = await field('Since', 'date');
  await expect(set(harbor, since, plain('2026-02-29'))).rejects.toThrow(
    new Failure('record.invalid', { field: 'Since' }),
  );
  expect((await customValuesOf(book.db, [harbor])).size).toBe(0);
});

test('lists are cut by what is in a field, and by nothing in it', async () => {
  const plan = await field('Plan', 'text');
  const users = await field('Users', 'number');
  const live = await field('Live', 'yes-no');
  await set(harbor, plan, plain('Gold Plus'));
  await set(beta, plan, plain('silver'));
  await set(harbor, users, plain(250));
  await set(beta, users, plain(12.5));
  await set(zeal, live, plain(1));
  const cases: [CustomFilter, string[]][] = [
    [{ fieldId: plan, containing: 'GOLD' }, ['Harbor']],
    [{ fieldId: plan, containing: '%' }, []],
    [{ fieldId: users, from: 12.5, to: 100 }, ['Beta']],
    [{ fieldId: users, from: 13, to: null }, ['Harbor']],
    [{ fieldId: users, from: null, to: null }, ['Beta', 'Harbor']],
    [{ fieldId: live, among: [1] }, ['Zeal']],
    [{ fieldId: live, among: [null] }, ['Beta', 'Harbor']],
    [{ fieldId: live, among: [null, 1] }, ['Beta', 'Harbor', 'Zeal']],
    [{ fieldId: 99, among: [1] }, []],
  ];
  for (const [filter, expected] of cases) expect(await names([filter])).toEqual(expected);
  expect(
    await names([
      { fieldId: plan, containing: 'l' },
      { fieldId: users, from: 100, to: null },
    ]),
  ).toEqual(['Harbor']);
});

test('sorted by a field, numbers go by size, choices by their order, and what is empty stands last', async () => {
  const users = await field('Users', 'number');
  const plan = await field('Plan', 'choice', ['Small', 'Big']);
  const [small, big] = (await getCustomField(book.db, plan)).choices;
  await set(harbor, users, plain(9));
  await set(beta, users, plain(10));
  await set(harbor, plan, plain(big?.id ?? 0));
  await set(zeal, plan, plain(small?.id ?? 0));
  expect(await names([], `custom-${users}`)).toEqual(['Harbor', 'Beta', 'Zeal']);
  expect(await names([], `custom-${users}`, true)).toEqual(['Beta', 'Harbor', 'Zeal']);
  expect(await names([], `custom-${plan}`)).toEqual(['Zeal', 'Harbor', 'Beta']);
});

test('a text in a field is found by the search, and no longer once it is gone or undone', async () => {
  const plan = await field('Plan', 'text');
  const found = async (text: string) =>
    (await listAccounts(book.db, { text }, { sort: 'name', descending: false, group: null }, page)).map(
      ({ name }) => name,
    );
  await set(harbor, plan, plain('旗舰版 Platinum'));
  expect([await found('platinum'), await found('旗舰')]).toEqual([['Harbor'], ['Harbor']]);
  await set(harbor, plan, plain('Basic'));
  expect([await found('platinum'), await found('basic')]).toEqual([[], ['Harbor']]);
  await undo(book);
  expect(await found('platinum')).toEqual(['Harbor']);
  await set(harbor, plan, null);
  expect(await found('platinum')).toEqual([]);
});

test('a list cut by a field walks its index and looks values up by account and field', async () => {
  const filter = [{ fieldId: 1, from: 1, to: 2 }];
  const plan = await planOf(book, 'account_status', (db) =>
    listAccounts(db, { custom: filter }, { sort: 'name', descending: false, group: null }, page),
  );
  expect(plan).toContain('USING INDEX account_status_by_name');
  expect(plan).toMatch(/SEARCH custom_value USING INDEX .*\(account_id=\? AND field_id=\?\)/);
  expect(plan).not.toMatch(/USE TEMP B-TREE FOR ORDER BY/);
});
