import { z } from 'zod';
import { bookSettings } from '../../../db/book/query.ts';
import { clockLimits, setClockLimits, setPaidAt, setWelcomedAt } from '../../../db/handoff/clock-query.ts';
import { record } from '../../../db/record.ts';
import { one } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';
import { handoffAction } from './action.ts';

const instantOrNull = z.iso.datetime().nullable();

export const handoffClockRouter = router({
  /** How much time there is after a payment in this book, and where it is. */
  limits: bookProcedure.query(async ({ ctx: { book } }) => ({
    ...(await clockLimits(book.db)),
    timeZone: (await bookSettings(book.db)).time_zone,
  })),

  setLimits: bookProcedure
    .input(
      z.object({
        welcomeMinutes: z.int().min(1).max(100_000),
        kickoffWorkingDays: z.int().min(1).max(250),
      }),
    )
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'handoff.set-clock' }, (trx) => setClockLimits(trx, input)),
    ),

  /** When the first payment came, or null when that was entered by mistake. */
  pay: bookProcedure
    .input(one.extend({ paidAt: instantOrNull }))
    .mutation(async ({ ctx: { book }, input: { id, paidAt } }) => {
      await handoffAction(book, id, 'handoff.edit', (trx) => setPaidAt(trx, id, paidAt));
    }),

  /** The customer was greeted now, or was not after all. */
  welcome: bookProcedure
    .input(one.extend({ sent: z.boolean() }))
    .mutation(async ({ ctx: { book }, input: { id, sent } }) => {
      await handoffAction(book, id, 'handoff.welcome', (trx) =>
        setWelcomedAt(trx, id, sent ? book.now().toISOString() : null),
      );
    }),
});
