import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCommitment, scoreCommitment } from '../commitment/query.ts';
import type { Book } from '../open.ts';
import { record } from '../record.ts';
import type { Writer } from '../schema.ts';
import { testContract } from '../testing/book.ts';
import { bookWithReview, reviewToday } from '../testing/review.ts';
import { addQbrLine, qbrLines } from './line-query.ts';
import { wrapUpQbr } from './meeting-query.ts';
import { qbrPractice } from './practice.ts';
import { practiceFacts } from './practice-query.ts';
import { createQbr, holdQbr } from './query.ts';
import { rateQbr } from './rating-query.ts';
import { qbrYear } from './year-query.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };
let book: Book;
let accountId: number;
let qbrId: number;
const edit = <T>(write: (trx: Writer) => Promise<T>) => record(book, { key: 'qbr.edit' }, write);
const rows = () => qbrYear(book.db, year, reviewToday, []);

beforeEach(async () => {
  ({ book, accountId, qbrId } = await bookWithReview());
});
afterEach(() => book.close());

const review = {
  kind: 'qbr',
  period: { from: '2026-06-01', to: '2026-08-31' },
  minutes: 60,
  place: null,
} as const;

test('a year shows what was held and what has a day, and counts what is due from the last of them', async () => {
  await edit(async (trx) => {
    const held = await createQbr(trx, { ...review, accountId, meetingOn: '2026-09-02' });
    await holdQbr(trx, held, '2026-09-03');
    await trx.updateTable('account').set({ size: 'large' }).where('id', '=', accountId).execute();
  });
  const [row, ...others] = await rows();
  expect(others).toEqual([]);
  expect(row).toMatchObject({ account: 'Yunji Supply', fiscalStart: null });
  expect(row?.reviews.map(({ on, isHeld }) => [on, isHeld]).sort()).toEqual([
    ['2026-09-03', true],
    ['2026-12-02', false],
  ]);
  // Quarterly from the meeting of 2 December: the next is due in March.
  expect(row?.dueOn).toEqual([]);
  const next = await qbrYear(book.db, { from: '2027-01-01', to: '2027-12-31' }, reviewToday, []);
  expect(next[0]?.dueOn).toEqual(['2027-03-02', '2027-06-02', '2027-09-02', '2027-12-02']);
});

test('the figures count what was said of reviews held in the span, and nothing else', async () => {
  await edit(async (trx) => {
    await addQbrLine(trx, 'qbr_attendee', qbrId, {
      side: 'customer',
      name: 'Shen Rui',
      title: null,
      contactId: 72_000_001,
      invitedOn: null,
      attended: null,
    });
    const lines = await qbrLines(trx, 'qbr_attendee', qbrId);
    await wrapUpQbr(trx, qbrId, {
      heldOn: '2026-12-02',
      attendance: lines.map(({ id, contactId }) => ({ id, attended: contactId === 72_000_001 })),
      preparationMinutes: 40,
      successConfirmedBy: null,
      next: null,
    });
    await rateQbr(trx, qbrId, { criterion: 'evidence', score: 4, comment: null });
    await rateQbr(trx, qbrId, { criterion: 'honesty', score: 5, comment: null });
    const kept = await createCommitment(trx, {
      account_id: accountId,
      text: 'Send the plan',
      side: 'us',
      promised_by: null,
      promised_to: null,
      made_on: '2026-12-02',
      due_on: '2026-12-05',
      comment: null,
      source_noun: 'qbr',
      source_id: qbrId,
    });
    await scoreCommitment(trx, kept, 'kept', '2026-12-05');
    await trx
      .insertInto('contract')
      .values(testContract(accountId, { key: 'next', end_on: '2027-12-31' }))
      .execute();
  });
  const figures = async (from: string, to: string) =>
    qbrPractice(await practiceFacts(book.db, { from, to }, [], '2026-12-31'));
  expect(await figures('2026-01-01', '2026-12-31')).toMatchObject({
    held: 1,
    coverageOfAll: { part: 1, cases: 1 },
    sponsorCame: { part: 1, cases: 1 },
    preparation: { median: 40, cases: 1 },
    rating: { mean: 4.5, cases: 1 },
    kept: { us: { part: 1, cases: 1 } },
    renewal: { reviewed: { part: 1, cases: 1 }, notReviewed: { part: 0, cases: 0 } },
  });
  expect(await figures('2025-01-01', '2025-12-31')).toMatchObject({
    held: 0,
    coverageOfAll: { part: 0, cases: 1 },
    rating: { mean: null, cases: 0 },
  });
});
