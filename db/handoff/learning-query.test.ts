import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { fillSampleBook } from '../sample-book.ts';
import type { Writer } from '../schema.ts';
import { testContract } from '../testing/book.ts';
import { addDays } from '../types/calendar.ts';
import { learnedHandoffs } from './learning-query.ts';
import { listHandoffs } from './query.ts';

const today = '2026-11-22';
let book: Book;
let account: number;
let acceptedOn: string;
const write = (run: (trx: Writer) => Promise<unknown>) => record(book, { key: 'handoff.edit' }, run);
const learned = async () => {
  const all = await learnedHandoffs(book.db, today, 'en');
  const own = all.find((each) => each.acceptedOn === acceptedOn);
  if (!own) throw new Error('the accepted handoff is learned from');
  return own;
};

beforeEach(async () => {
  book = await memoryBook({ now: () => new Date(`${today}T04:00:00Z`) });
  await fillSampleBook(book, 'en', 'Asia/Shanghai');
  const accepted = (await listHandoffs(book.db)).find(({ state }) => state === 'accepted');
  if (!accepted?.accepted_on) throw new Error('the sample book has an accepted handoff');
  account = accepted.account_id;
  acceptedOn = accepted.accepted_on;
  await write((trx) => trx.deleteFrom('contract').where('account_id', '=', account).execute());
  await write((trx) => trx.deleteFrom('milestone').where('account_id', '=', account).execute());
});
afterEach(() => book.close());

test('a handoff nobody accepted teaches nothing yet', async () => {
  const handoffs = await listHandoffs(book.db);
  const accepted = handoffs.filter(({ accepted_on }) => accepted_on !== null).length;
  expect(await learnedHandoffs(book.db, today, 'en')).toHaveLength(accepted);
});

test('days to value count from the payment to the first value after it', async () => {
  expect((await learned()).daysToValue).toBeNull();
  const reached = addDays(today, 6); // paid four days ago
  await write((trx) =>
    trx
      .insertInto('milestone')
      .values({
        account_id: account,
        kind: 'milestone',
        title: 'First month without a dispute',
        stage: 'onboarding',
        anchor: 'start',
        offset_days: 30,
        is_first_value: 1,
        reached_on: reached,
      })
      .execute(),
  );
  expect((await learned()).daysToValue).toBe(10);
});

test.each([
  ['still runs', '2027-11-01', null],
  ['ended and nothing followed', '2026-10-01', false],
  ['ended a week ago, it may still be renewed', '2026-11-15', null],
])('a contract that %s', async (_, endOn, renewed) => {
  const facts = { start_on: '2025-11-01', end_on: endOn };
  await write((trx) => trx.insertInto('contract').values(testContract(account, facts)).execute());
  await write((trx) =>
    trx.updateTable('handoff').set({ accepted_on: '2025-11-05' }).where('account_id', '=', account).execute(),
  );
  acceptedOn = '2025-11-05';
  expect((await learned()).renewed).toBe(renewed);
});

test('a contract that begins soon after the end renewed it, linked or not', async () => {
  await write((trx) =>
    trx.updateTable('handoff').set({ accepted_on: '2025-01-05' }).where('account_id', '=', account).execute(),
  );
  acceptedOn = '2025-01-05';
  const first = { start_on: '2025-01-01', end_on: '2025-12-31' };
  const next = { start_on: '2026-01-15', end_on: '2026-12-31' };
  await write((trx) => trx.insertInto('contract').values(testContract(account, first)).execute());
  expect((await learned()).renewed).toBe(false);
  await write((trx) => trx.insertInto('contract').values(testContract(account, next)).execute());
  expect((await learned()).renewed).toBe(true);
});
