import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeBook } from '../../db/book/query.ts';
import { accountsToSetUp, setUpAccounts } from '../../db/import/set-up-query.ts';
import { type Book, memoryBook } from '../../db/open.ts';
import { listQbrsDue } from '../../db/qbr/due-query.ts';
import { initialize, record } from '../../db/record.ts';
import { testSettings } from '../../db/testing/book.ts';
import { undo } from '../../db/undo.ts';
import { importFieldsIn } from './fields.ts';
import { prepareImport, resultOf, writePrepared } from './import.ts';
import { proposedChoices, proposeTable } from './import-table.ts';
import { proposeNames } from './likeness.ts';
import { missingRates } from './rates.ts';
import { openImport } from './read.ts';
import type { TableChoice } from './table-choice.ts';

let book: Book;
beforeEach(async () => {
  book = await memoryBook();
  await initialize(book, (trx) => describeBook(trx, testSettings));
});
afterEach(() => book.close());

const messy = () => openImport(readFileSync(new URL('fixtures/flat-list.csv', import.meta.url)), 'list.csv');
const csv = (text: string) => openImport(new TextEncoder().encode(text), 'file.csv');
const choicesFor = async (source: ReturnType<typeof messy>) =>
  proposedChoices(source, await importFieldsIn(book.db));
const count = (table: string) => book.sqlite.prepare(`select count(*) from ${table}`).pluck().get();

test('a row that holds a customer, its contract and its contact is taken apart in one go, every column by itself', async () => {
  const source = messy();
  const { headerRow, flat } = proposeTable(source, 0, await importFieldsIn(book.db));
  expect(headerRow).toBe(2);
  expect(flat?.filter(({ field }) => field === null)).toEqual([]);
  const prepared = await prepareImport(book, source, await choicesFor(source));
  expect([...(prepared.tables[0]?.table.asides.values() ?? [])]).toEqual(['total', 'note']);
  expect(prepared.leftOut.map(({ row, reason, value }) => [row + 1, reason, value])).toEqual([
    [19, 'unreadable-date', '2026-02-30'],
    [24, 'negative', '-500'],
  ]);
  await writePrepared(book, 'list.csv', prepared);
  expect([count('account'), count('contract'), count('contact')]).toEqual([31, 29, 31]);
  const rows = await book.db
    .selectFrom('contract')
    .innerJoin('account', 'account.id', 'contract.account_id')
    .select(['name', 'amount_minor', 'currency', 'start_on', 'end_on'])
    .where('name', 'in', ['北京蓝海科技有限公司', 'Nordwind GmbH', 'Marlow & Sons'])
    .execute();
  expect(rows).toEqual([
    {
      name: '北京蓝海科技有限公司',
      amount_minor: 86_000_000,
      currency: 'CNY',
      start_on: '2026-01-01',
      end_on: '2026-12-31',
    },
    {
      name: 'Nordwind GmbH',
      amount_minor: 125_000_000,
      currency: 'CNY',
      start_on: '2025-09-15',
      end_on: '2026-12-14',
    },
    {
      name: 'Marlow & Sons',
      amount_minor: 128_000_000,
      currency: 'CNY',
      start_on: '2025-12-01',
      end_on: null,
    },
  ]);
  expect(resultOf(await prepareImport(book, source, await choicesFor(source)))).toMatchObject({
    added: 0,
    changed: 0,
  });
  await undo(book);
  expect([count('account'), count('contract'), count('contact')]).toEqual([0, 0, 0]);
});

test('a row without a contract or a contact brings none, and a second row of a customer brings another', async () => {
  const list = csv(`Customer,Industry,ARR,Start date,End date,Contact,Email
Acme,Retail,100,2026-01-01,2026-12-31,Ann Lee,ann@a.com
Acme,Retail,,,,Bo Day,bo@a.com
Bolt,Energy,,,,,`);
  const prepared = await prepareImport(book, list, await choicesFor(list));
  expect(prepared.leftOut).toEqual([]);
  await writePrepared(book, 'x', prepared);
  expect([count('account'), count('contract'), count('contact')]).toEqual([2, 1, 2]);
});

test('cells are mended where they stand: one by one, all of a value, and from above', async () => {
  const list = csv(`Customer,Industry,ARR,Start date,End date
Acme,Retail,100,2026-01-01,soon
,,50,2026-02-01,soon
Bolt,Energy,-1,2026-01-01,2026-12-31`);
  const choices: TableChoice[] = (await choicesFor(list)).map((choice) => ({
    ...choice,
    filledDown: [0, 1],
    replaced: [{ column: 4, from: 'soon', to: '2026-06-30' }],
    edits: [{ row: 3, column: 2, value: '75' }],
  }));
  const prepared = await prepareImport(book, list, choices);
  expect(prepared.leftOut).toEqual([]);
  await writePrepared(book, 'x', prepared);
  const contracts = await book.db
    .selectFrom('contract')
    .select(['account_id', 'amount_minor', 'end_on'])
    .execute();
  expect(contracts).toEqual([
    { account_id: 1, amount_minor: 10_000, end_on: '2026-06-30' },
    { account_id: 1, amount_minor: 5000, end_on: '2026-06-30' },
    { account_id: 2, amount_minor: 7500, end_on: '2026-12-31' },
  ]);
});

test('names called in two ways are proposed to be one, in the file and beside the book', async () => {
  const source = messy();
  const choices = await choicesFor(source);
  const names = await proposeNames(book.db, await prepareImport(book, source, choices));
  expect(names.map(({ of, value, like }) => [of, value, like])).toEqual([
    ['account', 'Brightwater Foods Ltd.', 'Brightwater Foods'],
    ['person', '李娜', 'Li Na'],
  ]);
  const joined = choices.map((choice) => ({
    ...choice,
    replaced: names.flatMap(({ value, like, places }) =>
      places.map(({ column }) => ({ column, from: value, to: like })),
    ),
  }));
  const prepared = await prepareImport(book, source, joined);
  expect(prepared.plans.account.additions).toHaveLength(30);
  expect(await proposeNames(book.db, prepared)).toEqual([]);
  await writePrepared(book, 'x', prepared);
  const next = csv('Customer,Industry,CSM,Contact\nBrightwater Foods Limited,Food,Na Li,Zoe');
  const beside = await proposeNames(book.db, await prepareImport(book, next, await choicesFor(next)));
  expect(beside.map(({ value, like, isInBook }) => [value, like, isInBook])).toEqual([
    ['Brightwater Foods Limited', 'Brightwater Foods', true],
    ['Na Li', 'Li Na', true],
  ]);
});

test('rates the book lacks are asked for, and written with the import', async () => {
  const source = messy();
  const prepared = await prepareImport(book, source, await choicesFor(source));
  const { base, currencies } = await missingRates(book.db, prepared);
  expect([base, currencies.map(({ currency }) => currency).toSorted()]).toEqual(['CNY', ['EUR', 'USD']]);
  await writePrepared(book, 'x', prepared, { rates: [{ currency: 'EUR', basePerUnit: 7.8 }] });
  expect((await missingRates(book.db, prepared)).currencies.map(({ currency }) => currency)).toEqual(['USD']);
  expect(await book.db.selectFrom('exchange_rate').select(['currency', 'base_per_unit']).execute()).toEqual([
    { currency: 'EUR', base_per_unit: 7.8 },
  ]);
  await undo(book);
  expect(count('exchange_rate')).toBe(0);
});

test('what the user remembers of the past counts for the next review, and is taken back by one undo', async () => {
  const list = csv('Customer,Size,Contact\nAcme,Enterprise,Ann\nBolt,Small,Bo');
  await writePrepared(book, 'x', await prepareImport(book, list, await choicesFor(list)));
  expect((await accountsToSetUp(book.db)).map(({ name }) => name)).toEqual(['Acme', 'Bolt']);
  const lines = [{ accountId: 1, reviewedOn: '2026-10-01', talkedOn: '2026-11-20' }];
  await record(book, { key: 'import.set-up' }, (trx) =>
    setUpAccounts(trx, lines, 'Before this book', '2026-12-01'),
  );
  const [acme] = await listQbrsDue(book.db, '2026-12-01');
  expect(acme?.next).toMatchObject({ dueOn: '2027-01-01', countedFrom: 'last-held' });
  expect((await accountsToSetUp(book.db)).map(({ name }) => name)).toEqual(['Bolt']);
  await undo(book);
  expect(await accountsToSetUp(book.db)).toHaveLength(2);
});
