import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { testAccount } from '../testing/book.ts';
import { undo } from '../undo.ts';
import { createPromise, deletePromise, editPromise, listPromises, scorePromise } from './promise.ts';

let book: Book;
let accountId: number;

beforeEach(async () => {
  book = await memoryBook();
  accountId = await record(book, { key: 'account.create' }, async (trx) => {
    const account = { ...testAccount, name: 'Harbor' };
    return (await trx.insertInto('account').values(account).returning('id').executeTakeFirstOrThrow()).id;
  });
});
afterEach(() => book.close());

const promise = (text: string, due_on: string | null) =>
  record(book, { key: 'promise.create' }, (trx) =>
    createPromise(trx, {
      account_id: accountId,
      text,
      side: 'us',
      promised_by: '周明',
      promised_to: '林梅',
      made_on: '2026-10-01',
      due_on,
      comment: null,
      source_noun: 'handoff',
      source_id: 1,
    }),
  );
const texts = async () => (await listPromises(book.db, accountId)).map(({ text }) => text);

test('open promises come first, by the day they are due, those without one last', async () => {
  const kept = await promise('kept', '2026-10-02');
  await promise('some day', null);
  await promise('later', '2026-12-01');
  await promise('sooner', '2026-11-01');
  await record(book, { key: 'promise.edit' }, (trx) => scorePromise(trx, kept, 'kept', '2026-10-03'));
  expect(await texts()).toEqual(['sooner', 'later', 'some day', 'kept']);
});

test('a score carries its day, and opening the promise again takes it away', async () => {
  const id = await promise('training', '2026-11-01');
  const score = (status: 'partly' | 'open') =>
    record(book, { key: 'promise.edit' }, (trx) => scorePromise(trx, id, status, '2026-11-05'));
  await score('partly');
  expect(await listPromises(book.db, accountId)).toMatchObject([
    { status: 'partly', scored_on: '2026-11-05' },
  ]);
  await score('open');
  expect(await listPromises(book.db, accountId)).toMatchObject([{ status: 'open', scored_on: null }]);
});

test('editing and deleting are undone; what is not there is said to be missing', async () => {
  const id = await promise('training', null);
  await record(book, { key: 'promise.edit' }, (trx) =>
    editPromise(trx, id, { text: 'two days of training' }),
  );
  await record(book, { key: 'promise.delete' }, (trx) => deletePromise(trx, id));
  expect(await texts()).toEqual([]);
  await undo(book);
  expect(await texts()).toEqual(['two days of training']);
  await undo(book);
  expect(await texts()).toEqual(['training']);
  const again = record(book, { key: 'promise.delete' }, (trx) => deletePromise(trx, 99));
  await expect(again).rejects.toMatchObject({ code: 'record.not-found' });
});
