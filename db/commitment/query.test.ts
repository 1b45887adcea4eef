import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHandoff } from '../handoff/query.ts';
import { deliveryList } from '../handoff/template.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { testAccount } from '../testing/book.ts';
import { undo } from '../undo.ts';
import {
  createCommitment,
  deleteCommitment,
  editCommitment,
  listCommitments,
  listLedger,
  scoreCommitment,
} from './query.ts';

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

const commitment = (text: string, due_on: string | null) =>
  record(book, { key: 'commitment.create' }, (trx) =>
    createCommitment(trx, {
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
const texts = async () => (await listCommitments(book.db, accountId)).map(({ text }) => text);

test('open commitments come first, by the day they are due, those without one last', async () => {
  const kept = await commitment('kept', '2026-10-02');
  await commitment('some day', null);
  await commitment('later', '2026-12-01');
  await commitment('sooner', '2026-11-01');
  await record(book, { key: 'commitment.edit' }, (trx) => scoreCommitment(trx, kept, 'kept', '2026-10-03'));
  expect(await texts()).toEqual(['sooner', 'later', 'some day', 'kept']);
});

test('a score carries its day, and opening the commitment again takes it away', async () => {
  const id = await commitment('training', '2026-11-01');
  const score = (status: 'partly' | 'open') =>
    record(book, { key: 'commitment.edit' }, (trx) => scoreCommitment(trx, id, status, '2026-11-05'));
  await score('partly');
  expect(await listCommitments(book.db, accountId)).toMatchObject([
    { status: 'partly', scored_on: '2026-11-05' },
  ]);
  await score('open');
  expect(await listCommitments(book.db, accountId)).toMatchObject([{ status: 'open', scored_on: null }]);
});

test('editing and deleting are undone; what is not there is said to be missing', async () => {
  const id = await commitment('training', null);
  await record(book, { key: 'commitment.edit' }, (trx) =>
    editCommitment(trx, id, { text: 'two days of training' }),
  );
  await record(book, { key: 'commitment.delete' }, (trx) => deleteCommitment(trx, id));
  expect(await texts()).toEqual([]);
  await undo(book);
  expect(await texts()).toEqual(['two days of training']);
  await undo(book);
  expect(await texts()).toEqual(['training']);
  const again = record(book, { key: 'commitment.delete' }, (trx) => deleteCommitment(trx, 99));
  await expect(again).rejects.toMatchObject({ code: 'record.not-found' });
});

test('the ledger names the account and what a commitment was said in, while that exists and the account is not archived', async () => {
  const from = async (source_noun: string | null, source_id: number | null) => {
    const id = await commitment(source_noun ?? 'plain', null);
    await record(book, { key: 'commitment.edit' }, (trx) =>
      editCommitment(trx, id, { source_noun, source_id }),
    );
  };
  const handoffId = await record(book, { key: 'handoff.create' }, (trx) =>
    createHandoff(trx, deliveryList, { account_id: accountId, deal: null, seller: '周明', receiver: null }),
  );
  await from('handoff', handoffId);
  await from('handoff', handoffId + 1);
  await from('renewal', null);
  await from(null, null);
  expect(await listLedger(book.db)).toMatchObject([
    { accountName: 'Harbor', foundIn: 'handoff', source_id: handoffId },
    { foundIn: null },
    { foundIn: 'renewal', source_id: null },
    { text: 'plain', foundIn: null },
  ]);
  expect(await listLedger(book.db, [{ schemeId: 1, segmentIds: [1] }])).toEqual([]);
  await record(book, { key: 'account.archive' }, (trx) =>
    trx.updateTable('account').set({ archived_at: '2026-11-01T00:00:00Z' }).execute(),
  );
  expect(await listLedger(book.db)).toEqual([]);
});
