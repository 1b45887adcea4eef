import { z } from 'zod';
import { bookSettings } from '../../db/book/query.ts';
import { accountAsOf } from '../../db/change/as-of-query.ts';
import { listActions, rowHistory } from '../../db/change/query.ts';
import { endOfDay, isIsoDate } from '../../db/types/calendar.ts';
import { redo, undo, undoAction } from '../../db/undo.ts';
import { bookProcedure, router } from './trpc.ts';

export const changeRouter = router({
  undo: bookProcedure.mutation(async ({ ctx: { book } }) => ({ action: (await undo(book)).key })),
  redo: bookProcedure.mutation(async ({ ctx: { book } }) => ({ action: (await redo(book)).key })),
  undoAction: bookProcedure
    .input(z.object({ actionId: z.int() }))
    .mutation(async ({ ctx: { book }, input }) => ({ action: (await undoAction(book, input.actionId)).key })),

  /** The book's actions, newest first. */
  list: bookProcedure
    .input(z.object({ before: z.int().optional(), limit: z.int().min(1).max(200).default(50) }))
    .query(({ ctx: { book }, input }) => listActions(book.db, input.limit, input.before)),

  /** What happened to one row, newest first, with before and after. */
  ofRow: bookProcedure
    .input(z.object({ table: z.string(), id: z.int() }))
    .query(({ ctx: { book }, input }) => rowHistory(book.db, input.table, input.id)),

  /** An account with what belonged to it as it stood when a day ended. */
  accountAsOf: bookProcedure
    .input(z.object({ accountId: z.int(), date: z.string().refine(isIsoDate) }))
    .query(async ({ ctx: { book }, input }) => {
      const { time_zone } = await bookSettings(book.db);
      return accountAsOf(book.db, input.accountId, endOfDay(time_zone, input.date).toISOString());
    }),
});
