import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { testAccount } from '../testing/book.ts';
import { undo } from '../undo.ts';
import { answerField, createHandoff, getHandoff } from './query.ts';
import { dropStatement, stateAnswer, takeAnswer, takeStatement } from './source-query.ts';
import { deliveryList, fieldsOf, type HandoffField } from './template.ts';

const on = '2026-11-05';
const seats = fieldsOf(deliveryList).find(({ key }) => key === 'seats') as HandoffField;
let book: Book;
let id: number;

beforeEach(async () => {
  book = await memoryBook();
  id = await record(book, { key: 'handoff.create' }, async (trx) => {
    const account = await trx
      .insertInto('account')
      .values({ ...testAccount, name: 'Harbor' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const facts = { account_id: account.id, deal: null, seller: null, receiver: null };
    const handoff = await createHandoff(trx, deliveryList, facts);
    await answerField(trx, handoff, 'seats', {
      answer: '120',
      quality: 3,
      source: 'sales',
      evidence: 'order',
    });
    return handoff;
  });
});
afterEach(() => book.close());

const state = (source: 'crm' | 'notes', answer: string) =>
  record(book, { key: 'handoff.state-answer' }, (trx) =>
    stateAnswer(trx, id, 'seats', { source, answer, on }),
  );
const seatsNow = async () => {
  const { answers, statements } = await getHandoff(book.db, id);
  return { answer: answers.seats, statements: statements.seats };
};

it('swaps the answer with what another source says, with the reason, to be judged anew and undone as one', async () => {
  await state('crm', '150');
  await record(book, { key: 'handoff.take-source' }, (trx) =>
    takeStatement(trx, id, seats, 'crm', { reason: 'The order was changed.', on }),
  );
  expect(await seatsNow()).toEqual({
    answer: {
      answer: '150',
      quality: null,
      evidence: 'order',
      comment: null,
      source: 'crm',
      sourceReason: 'The order was changed.',
    },
    statements: [{ source: 'sales', answer: '120', on }],
  });
  await undo(book);
  expect(await seatsNow()).toMatchObject({
    answer: { answer: '120', quality: 3, source: 'sales' },
    statements: [{ source: 'crm', answer: '150' }],
  });
});

it('keeps one statement a source, and a new contradiction opens the question again', async () => {
  await state('crm', '150');
  await record(book, { key: 'handoff.take-source' }, (trx) =>
    answerField(trx, id, 'seats', { sourceReason: 'Signed order.' }),
  );
  await state('notes', '120');
  expect((await seatsNow()).answer?.sourceReason).toBe('Signed order.');
  await state('crm', '160');
  expect(await seatsNow()).toMatchObject({
    answer: { answer: '120', sourceReason: null },
    statements: [
      { source: 'crm', answer: '160' },
      { source: 'notes', answer: '120' },
    ],
  });
});

it('keeps the judgement of an answer that another source confirms', async () => {
  const { answer } = await seatsNow();
  await record(book, { key: 'handoff.import' }, (trx) =>
    takeAnswer(trx, id, seats, answer, { source: 'crm', answer: '120', reason: null, on }),
  );
  expect(await seatsNow()).toMatchObject({ answer: { quality: 3, source: 'crm' }, statements: undefined });
});

it('refuses to take or forget what nobody said', async () => {
  await expect(
    record(book, { key: 'handoff.take-source' }, (trx) =>
      takeStatement(trx, id, seats, 'crm', { reason: 'x', on }),
    ),
  ).rejects.toMatchObject({ code: 'record.not-found' });
  await expect(
    record(book, { key: 'handoff.state-answer' }, (trx) => dropStatement(trx, id, 'seats', 'crm')),
  ).rejects.toMatchObject({ code: 'record.not-found' });
});
