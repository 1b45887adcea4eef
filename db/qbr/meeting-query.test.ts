import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCommitment } from '../commitment/query.ts';
import { findSuccessDefinition } from '../goal/success-definition-query.ts';
import type { Book } from '../open.ts';
import { record } from '../record.ts';
import type { Writer } from '../schema.ts';
import { createTask } from '../task/query.ts';
import { bookWithReview, reviewToday } from '../testing/review.ts';
import { undo } from '../undo.ts';
import { addQbrLine, qbrLines } from './line-query.ts';
import { addDecision, meetingOutcome, removeDecision, wrapUpQbr } from './meeting-query.ts';
import { proposeQbr } from './proposal-query.ts';
import { getQbr, listQbrs } from './query.ts';
import { qbrRating, rateQbr } from './rating-query.ts';
import { freezeQbr, viewQbr } from './view-query.ts';

let book: Book;
let accountId: number;
let qbrId: number;
const edit = <T>(write: (trx: Writer) => Promise<T>) => record(book, { key: 'qbr.decide' }, write);

beforeEach(async () => {
  ({ book, accountId, qbrId } = await bookWithReview());
  await edit(async (trx) => {
    const attendee = {
      side: 'customer',
      title: null,
      contactId: null,
      invitedOn: null,
      attended: null,
    } as const;
    await addQbrLine(trx, 'qbr_attendee', qbrId, { ...attendee, name: 'Shen Rui' });
    await addQbrLine(trx, 'qbr_attendee', qbrId, { ...attendee, name: 'Tang Wei' });
    await freezeQbr(trx, qbrId, reviewToday, book.now());
  });
});
afterEach(() => book.close());

const wrapUp = {
  heldOn: '2026-12-02',
  attendance: [],
  preparationMinutes: null,
  successConfirmedBy: null,
  next: null,
};

test('what is taken down in the meeting of a frozen review is its outcome, and alters nothing it showed', async () => {
  const { content } = await viewQbr(book.db, qbrId, reviewToday);
  await edit(async (trx) => {
    await addDecision(trx, qbrId, { decision: 'Pilot in two stores', decidedBy: 'Shen Rui' });
    await createCommitment(trx, {
      account_id: accountId,
      text: 'Name the stores',
      side: 'customer',
      promised_by: 'Shen Rui',
      promised_to: null,
      made_on: '2026-12-02',
      due_on: '2026-12-09',
      comment: null,
      source_noun: 'qbr',
      source_id: qbrId,
    });
    await createTask(
      trx,
      { accountId, title: 'Send the pilot plan', owner: null, dueOn: '2026-12-04', interval: null },
      { noun: 'qbr', id: qbrId },
    );
  });
  const outcome = await meetingOutcome(book.db, qbrId);
  expect(outcome.decisions).toMatchObject([{ decision: 'Pilot in two stores', decidedBy: 'Shen Rui' }]);
  expect(outcome.commitments.map(({ text }) => text)).toContain('Name the stores');
  expect(outcome.actionItems.map(({ title }) => title)).toEqual(['Send the pilot plan']);
  expect((await viewQbr(book.db, qbrId, reviewToday)).content).toEqual(content);

  const [decision] = outcome.decisions;
  await edit((trx) => removeDecision(trx, decision?.id ?? 0));
  expect((await meetingOutcome(book.db, qbrId)).decisions).toEqual([]);
  await expect(edit((trx) => removeDecision(trx, 404))).rejects.toMatchObject({ code: 'record.not-found' });
});

test('wrapping up is one action: held, who came, what was confirmed, and the next review on its day', async () => {
  const [came, stayedAway] = await qbrLines(book.db, 'qbr_attendee', qbrId);
  const before = await listQbrs(book.db, accountId);
  await edit((trx) =>
    wrapUpQbr(trx, qbrId, {
      heldOn: '2026-12-02',
      attendance: [
        { id: came?.id ?? 0, attended: true },
        { id: stayedAway?.id ?? 0, attended: false },
      ],
      preparationMinutes: 35,
      successConfirmedBy: 'Shen Rui',
      next: { kind: 'ebr', meetingOn: '2027-03-03' },
    }),
  );
  expect(await getQbr(book.db, qbrId)).toMatchObject({ heldOn: '2026-12-02' });
  // Of whom nothing was said, nothing is known.
  expect((await qbrLines(book.db, 'qbr_attendee', qbrId)).map(({ attended }) => attended)).toEqual([
    1,
    0,
    null,
  ]);
  expect(await findSuccessDefinition(book.db, accountId)).toMatchObject({
    confirmedOn: '2026-12-02',
    confirmedBy: 'Shen Rui',
  });
  expect((await meetingOutcome(book.db, qbrId)).next).toMatchObject({
    kind: 'ebr',
    meetingOn: '2027-03-03',
    minutes: 90,
    period: { from: '2026-07-01', to: '2026-12-31' },
  });

  await undo(book);
  expect(await getQbr(book.db, qbrId)).toMatchObject({ heldOn: null });
  expect(await listQbrs(book.db, accountId)).toEqual(before);
  expect(await findSuccessDefinition(book.db, accountId)).toMatchObject({ confirmedOn: '2026-09-03' });
});

test('attendance of another review is left alone', async () => {
  const [line] = await qbrLines(book.db, 'qbr_attendee', qbrId);
  await edit((trx) => wrapUpQbr(trx, qbrId, { ...wrapUp, next: { kind: 'mbr', meetingOn: '2027-01-05' } }));
  const { next } = await meetingOutcome(book.db, qbrId);
  await edit((trx) =>
    wrapUpQbr(trx, next?.id ?? 0, { ...wrapUp, attendance: [{ id: line?.id ?? 0, attended: true }] }),
  );
  expect((await qbrLines(book.db, 'qbr_attendee', qbrId))[0]?.attended).toBeNull();
});

test('the period proposed follows the fiscal year of the customer where it has one', async () => {
  const on = '2026-12-02';
  const propose = () => proposeQbr(book.db, { kind: 'qbr', accountId, on });
  expect((await propose()).period).toEqual({ from: '2026-07-01', to: '2026-09-30' });
  await edit((trx) =>
    trx.updateTable('account').set({ fiscal_year_start_month: 3 }).where('id', '=', accountId).execute(),
  );
  expect((await propose()).period).toEqual({ from: '2026-09-01', to: '2026-11-30' });
  expect((await proposeQbr(book.db, { kind: 'qbr', accountId: null, on })).period.from).toBe('2026-07-01');
});

test('a rating is given criterion by criterion, changed and taken back', async () => {
  await edit((trx) => rateQbr(trx, qbrId, { criterion: 'honesty', score: 3, comment: 'One delay left out' }));
  await edit((trx) => rateQbr(trx, qbrId, { criterion: 'honesty', score: 4, comment: null }));
  await edit((trx) => rateQbr(trx, qbrId, { criterion: 'evidence', score: 5, comment: null }));
  expect(await qbrRating(book.db, qbrId)).toEqual([
    { criterion: 'honesty', score: 4, comment: null },
    { criterion: 'evidence', score: 5, comment: null },
  ]);
  await edit((trx) => rateQbr(trx, qbrId, { criterion: 'honesty', score: null, comment: null }));
  expect(await qbrRating(book.db, qbrId)).toHaveLength(1);
});
