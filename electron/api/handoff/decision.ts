import { z } from 'zod';
import { today } from '../../../db/book/query.ts';
import {
  acceptHandoff,
  closeHandoff,
  holdKickoff,
  returnHandoff,
  settleGap,
  submitHandoff,
} from '../../../db/handoff/decide-query.ts';
import { getHandoff } from '../../../db/handoff/query.ts';
import { languages } from '../../../db/types/language.ts';
import { returnNote } from '../../handoff/note.ts';
import { date, one, proseOrNull } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';
import { handoffAction } from './action.ts';

const gap = z.object({ field: z.string(), owner: z.string().trim().max(200), dueOn: date });
const reason = proseOrNull;

/** A handoff's way from sales to the kickoff: handed in, returned or accepted, its gaps settled, closed. */
export const handoffDecisionRouter = router({
  submit: bookProcedure.input(one).mutation(async ({ ctx: { book }, input: { id } }) => {
    const now = await today(book);
    await handoffAction(book, id, 'handoff.submit', (trx) => submitHandoff(trx, id, now));
  }),

  accept: bookProcedure
    .input(one.extend({ gaps: z.array(gap).max(500), reason }))
    .mutation(async ({ ctx: { book }, input: { id, gaps, reason: why } }) => {
      const now = await today(book);
      await handoffAction(book, id, 'handoff.accept', (trx) =>
        acceptHandoff(trx, id, { gaps, reason: why, today: now }),
      );
    }),

  return: bookProcedure.input(one.extend({ reason })).mutation(async ({ ctx: { book }, input }) => {
    const now = await today(book);
    await handoffAction(book, input.id, 'handoff.return', (trx) =>
      returnHandoff(trx, input.id, { reason: input.reason, today: now }),
    );
  }),

  settleGap: bookProcedure
    .input(one.extend({ gapId: z.int(), settled: z.boolean() }))
    .mutation(async ({ ctx: { book }, input }) => {
      const now = await today(book);
      await handoffAction(book, input.id, 'handoff.settle-gap', (trx) =>
        settleGap(trx, input.gapId, input.settled ? now : null),
      );
    }),

  holdKickoff: bookProcedure
    .input(one.extend({ heldOn: date }))
    .mutation(({ ctx: { book }, input: { id, heldOn } }) =>
      handoffAction(book, id, 'handoff.hold-kickoff', (trx) => holdKickoff(trx, id, heldOn)),
    ),

  close: bookProcedure.input(one).mutation(async ({ ctx: { book }, input: { id } }) => {
    const now = await today(book);
    await handoffAction(book, id, 'handoff.close', (trx) => closeHandoff(trx, id, now));
  }),

  /** The note to the seller that goes with a return, in a language. */
  note: bookProcedure
    .input(one.extend({ reason, language: z.enum(languages) }))
    .query(async ({ ctx: { book }, input }) =>
      returnNote(await getHandoff(book.db, input.id), input.reason, input.language),
    ),
});
