import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeBook, editBookSettings } from '../book/query.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { testAccount, testContract, testSettings } from '../testing/book.ts';
import { undo } from '../undo.ts';
import { currentStatuses } from './status-query.ts';

let book: Book;
let now = new Date('2026-06-15T04:00:00Z');

beforeEach(async () => {
  now = new Date('2026-06-15T04:00:00Z');
  book = await memoryBook({ now: () => now });
  await record(book, { key: 'book.edit' }, (trx) => describeBook(trx, testSettings));
});
afterEach(() => book.close());

const status = async (id: number) =>
  book.db.selectFrom('account_status').selectAll().where('account_id', '=', id).executeTakeFirst();
const addContract = (accountId: number, facts: Parameters<typeof testContract>[1] = {}) =>
  record(book, { key: 'contract.create' }, (trx) =>
    trx.insertInto('contract').values(testContract(accountId, facts)).execute(),
  );
const addAccount = (name: string) =>
  record(book, { key: 'account.create' }, async (trx) => {
    const inserted = await trx
      .insertInto('account')
      .values({ ...testAccount, name })
      .returning('id')
      .executeTakeFirstOrThrow();
    return inserted.id;
  });

test('an account stands where its contracts put it, in the transaction of the action', async () => {
  const id = await addAccount('云集供应链');
  expect(await status(id)).toMatchObject({ sort_name: 'yun ji gong ying lian', stage: null, arr_minor: 0 });
  await addContract(id, { annual_minor: 48_600_000, notice_days: 30 });
  expect(await status(id)).toMatchObject({
    stage: 'growth',
    arr_minor: 48_600_000,
    renewal_on: '2026-12-31',
    notice_on: '2026-12-01',
  });
});

test('undo takes the standing back with the action', async () => {
  const id = await addAccount('Harbor');
  await addContract(id);
  await undo(book);
  expect(await status(id)).toMatchObject({ stage: null, arr_minor: 0, renewal_on: null });
  await undo(book);
  expect(await status(id)).toBeUndefined();
});

test('another day derives all standings again, and leaves nothing to undo', async () => {
  const id = await addAccount('Harbor');
  await addContract(id);
  now = new Date('2026-11-15T04:00:00Z');
  const actions = await book.db.selectFrom('action').select('id').execute();
  await Promise.all([currentStatuses(book), currentStatuses(book)]);
  expect(await status(id)).toMatchObject({ stage: 'renewal' });
  expect(await book.db.selectFrom('action').select('id').execute()).toEqual(actions);
});

test('a new day begins where the book is kept', async () => {
  const id = await addAccount('Harbor');
  await addContract(id, { end_on: '2026-06-30' });
  now = new Date('2026-06-30T15:59:59Z');
  await currentStatuses(book);
  expect(await status(id)).toMatchObject({ stage: 'renewal' });
  now = new Date('2026-06-30T16:00:00Z'); // midnight in Shanghai
  await currentStatuses(book);
  expect(await status(id)).toMatchObject({ stage: 'ended', arr_minor: 0 });
});

test('a book that moves to another time zone stands at once where the day is there, and back on undo', async () => {
  const id = await addAccount('Harbor');
  await addContract(id, { end_on: '2026-06-30' });
  now = new Date('2026-06-30T16:00:00Z'); // 1 July in Shanghai, 30 June in Los Angeles
  await currentStatuses(book);
  await record(book, { key: 'book.edit' }, (trx) =>
    editBookSettings(trx, { time_zone: 'America/Los_Angeles' }),
  );
  expect(await status(id)).toMatchObject({ stage: 'renewal' });
  await undo(book);
  expect(await status(id)).toMatchObject({ stage: 'ended' });
});

test('recurring revenue is told in the base currency, and unknown where a rate is missing', async () => {
  const id = await addAccount('Kestrel');
  await addContract(id, { annual_minor: 100_000 });
  await addContract(id, { annual_minor: 10_000, currency: 'USD', product: 'Analytics' });
  expect(await status(id)).toMatchObject({ arr_minor: null });
  await record(book, { key: 'book.edit' }, (trx) =>
    trx
      .insertInto('exchange_rate')
      .values({ currency: 'USD', valid_on: '2026-01-01', base_per_unit: 7 })
      .execute(),
  );
  expect(await status(id)).toMatchObject({ arr_minor: 170_000 });
  await record(book, { key: 'book.edit' }, (trx) => editBookSettings(trx, { base_currency: 'USD' }));
  expect(await status(id)).toMatchObject({ arr_minor: null });
});

test('a trial and a contract to come earn nothing yet', async () => {
  const id = await addAccount('Kestrel');
  await addContract(id, { is_trial: 1 });
  await addContract(id, { start_on: '2026-07-01', end_on: '2027-06-30', first_paid_on: null });
  expect(await status(id)).toMatchObject({ arr_minor: 0, stage: 'handoff', renewal_on: '2027-06-30' });
});

test('the last touch is a conversation or what a contact says, never a note to oneself or one to come', async () => {
  const id = await addAccount('Kestrel');
  const note = (kind: 'note' | 'call', occurred_on: string) =>
    record(book, { key: 'note.create' }, (trx) =>
      trx
        .insertInto('note')
        .values({ account_id: id, contact_id: null, kind, occurred_on, body: 'x' })
        .execute(),
    );
  await note('call', '2026-05-01');
  await note('note', '2026-06-01');
  await note('call', '2026-07-01');
  expect(await status(id)).toMatchObject({ last_touched_on: '2026-05-01' });
  await record(book, { key: 'contact.create' }, (trx) =>
    trx
      .insertInto('contact')
      .values({
        account_id: id,
        name: 'Mei Lin',
        title: null,
        role: null,
        influence: null,
        sentiment: null,
        email: null,
        phone: null,
        languages: null,
        last_touched_on: '2026-05-20',
      })
      .execute(),
  );
  expect(await status(id)).toMatchObject({ last_touched_on: '2026-05-20' });
});

test('names in any script sort from A to Z', async () => {
  for (const name of ['Zeal', '云集', 'Élan', '北辰', 'beta']) await addAccount(name);
  const { db } = book;
  const names = await db
    .selectFrom('account_status')
    .innerJoin('account', 'account.id', 'account_id')
    .select('name')
    .orderBy('sort_name')
    .execute();
  expect(names.map(({ name }) => name)).toEqual(['北辰', 'beta', 'Élan', '云集', 'Zeal']);
});

test('a new name sorts anew', async () => {
  const id = await addAccount('Zeal');
  await record(book, { key: 'account.edit' }, (trx) =>
    trx.updateTable('account').set({ name: '安心' }).where('id', '=', id).execute(),
  );
  expect(await status(id)).toMatchObject({ sort_name: 'an xin' });
});
