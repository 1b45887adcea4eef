import { z } from 'zod';
import { qbrKinds } from '../../../db/qbr/kind.ts';
import { addDecision, meetingOutcome, removeDecision, wrapUpQbr } from '../../../db/qbr/meeting-query.ts';
import { ratingCriteria } from '../../../db/qbr/rating.ts';
import { qbrRating, rateQbr } from '../../../db/qbr/rating-query.ts';
import { record } from '../../../db/record.ts';
import { date, lineOrNull, one, prose, proseOrNull } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';

/** The meeting of a review, by the review's id. */
export const meetingRouter = router({
  /** What came out of the meeting so far, and how the review was rated. */
  outcome: bookProcedure.input(one).query(async ({ ctx: { book }, input: { id } }) => ({
    ...(await meetingOutcome(book.db, id)),
    rating: await qbrRating(book.db, id),
  })),

  decide: bookProcedure
    .input(one.extend({ decision: prose, decidedBy: lineOrNull }))
    .mutation(({ ctx: { book }, input: { id, ...decision } }) =>
      record(book, { key: 'qbr.decide' }, (trx) => addDecision(trx, id, decision)),
    ),

  removeDecision: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input: { id } }) =>
      record(book, { key: 'qbr.decide' }, (trx) => removeDecision(trx, id)),
    ),

  /** Held, who came, what was confirmed, and the next review begun: one action. */
  wrapUp: bookProcedure
    .input(
      one.extend({
        heldOn: date,
        attendance: z.array(z.object({ id: z.int(), attended: z.boolean() })).max(200),
        preparationMinutes: z.int().min(0).max(10_000).nullable(),
        successConfirmedBy: lineOrNull,
        next: z.object({ kind: z.enum(qbrKinds), meetingOn: date }).nullable(),
      }),
    )
    .mutation(({ ctx: { book }, input: { id, ...wrapUp } }) =>
      record(book, { key: 'qbr.hold' }, (trx) => wrapUpQbr(trx, id, wrapUp)),
    ),

  rate: bookProcedure
    .input(
      one.extend({
        criterion: z.enum(ratingCriteria),
        score: z.int().min(1).max(5).nullable(),
        comment: proseOrNull,
      }),
    )
    .mutation(({ ctx: { book }, input: { id, ...entry } }) =>
      record(book, { key: 'qbr.rate' }, (trx) => rateQbr(trx, id, entry)),
    ),
});
