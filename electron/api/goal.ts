import { z } from 'zod';
import { today } from '../../db/book/query.ts';
import {
  addReadings,
  createGoal,
  deleteGoal,
  deleteReading,
  editGoal,
  editReading,
  listGoals,
} from '../../db/goal/query.ts';
import { goalDirections, goalProgress, goalTerms } from '../../db/goal/rule.ts';
import { record } from '../../db/record.ts';
import { listValuePoints } from '../../db/value/point-query.ts';
import { date, dateOrNull, line, lineOrNull, ofAccount, one, proseOrNull } from './field.ts';
import { successDefinitionRouter } from './success-definition.ts';
import { bookProcedure, router } from './trpc.ts';

const figure = z.number();
const facts = z.object({
  metric: line,
  unit: z.string().trim().max(40),
  term: z.enum(goalTerms),
  direction: z.enum(goalDirections),
  valuePoint: lineOrNull,
  baseline: figure.nullable(),
  baselineOn: dateOrNull,
  target: figure.nullable(),
  dueOn: dateOrNull,
  owner: lineOrNull,
  definedBy: lineOrNull,
  confirmedOn: dateOrNull,
  redefinedOn: dateOrNull,
  note: proseOrNull,
  closedOn: dateOrNull,
});
const reading = z.object({ on: date, value: figure, source: lineOrNull });

export const goalRouter = router({
  successDefinition: successDefinitionRouter,
  /** An account's goals with their readings and where each stands today. */
  list: bookProcedure.input(ofAccount).query(async ({ ctx: { book }, input }) => {
    const now = await today(book);
    return (await listGoals(book.db, input.accountId)).map((goal) => ({
      ...goal,
      progress: goalProgress(goal, goal.readings, now),
    }));
  }),

  /** Value points in use, to be suggested where one is typed. */
  valuePoints: bookProcedure.query(({ ctx: { book } }) => listValuePoints(book.db)),

  create: bookProcedure.input(ofAccount.extend({ facts })).mutation(async ({ ctx: { book }, input }) => ({
    id: await record(book, { key: 'goal.create' }, (trx) => createGoal(trx, input.accountId, input.facts)),
  })),

  edit: bookProcedure
    .input(one.extend({ facts }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'goal.edit' }, (trx) => editGoal(trx, input.id, input.facts)),
    ),

  remove: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'goal.delete' }, (trx) => deleteGoal(trx, input.id)),
    ),

  /** One reading typed, or several pasted from a table; one undo for all of them. */
  addReadings: bookProcedure
    .input(z.object({ goalId: z.int(), readings: z.array(reading).min(1).max(1000) }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'goal.add-reading' }, (trx) => addReadings(trx, input.goalId, input.readings)),
    ),

  editReading: bookProcedure
    .input(one.extend({ reading }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'goal.edit-reading' }, (trx) => editReading(trx, input.id, input.reading)),
    ),

  removeReading: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'goal.delete-reading' }, (trx) => deleteReading(trx, input.id)),
    ),
});
