import { z } from 'zod';
import { today } from '../../db/queries/book.ts';
import { createTask, deleteTask, editTask, finishTask, listOpenTasks } from '../../db/queries/task.ts';
import { record } from '../../db/record.ts';
import { dateOrNull, line, lineOrNull, ofAccount, one } from './field.ts';
import { bookProcedure, router } from './trpc.ts';

const facts = z.object({ title: line, owner: lineOrNull, dueOn: dateOrNull });

export const taskRouter = router({
  /** What is still to do for an account, the most urgent first. */
  listOpen: bookProcedure
    .input(ofAccount)
    .query(({ ctx: { book }, input }) => listOpenTasks(book.db, input.accountId)),

  create: bookProcedure.input(ofAccount.extend({ facts })).mutation(async ({ ctx: { book }, input }) => ({
    id: await record(book, { key: 'task.create' }, (trx) => createTask(trx, input.accountId, input.facts)),
  })),

  edit: bookProcedure
    .input(one.extend({ facts }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'task.edit' }, (trx) => editTask(trx, input.id, input.facts)),
    ),

  finish: bookProcedure.input(one).mutation(async ({ ctx: { book }, input }) => {
    const now = await today(book);
    await record(book, { key: 'task.finish' }, (trx) => finishTask(trx, input.id, now));
  }),

  remove: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'task.delete' }, (trx) => deleteTask(trx, input.id)),
    ),
});
