import { z } from 'zod';
import { goalDirections, goalStanding, goalTerms as termLengths } from '../../db/domain/goal.ts';
import { today } from '../../db/queries/book.ts';
import {
  addReadings,
  createGoal,
  deleteGoal,
  deleteReading,
  editGoal,
  editReading,
  goalTerms,
  listGoals,
  readingOf,
} from '../../db/queries/goal.ts';
import { listValuePoints } from '../../db/queries/value-point.ts';
import { record } from '../../db/record.ts';
import { byId, date, line, maybeDate, maybeText } from './schema.ts';
import { bookProcedure, router } from './trpc.ts';

const figure = z.number().finite();
const facts = z.object({
  value_point: maybeText,
  metric: line,
  unit: z.string().trim().max(40),
  term: z.enum(termLengths),
  direction: z.enum(goalDirections),
  baseline: figure.nullable(),
  baseline_on: maybeDate,
  target: figure.nullable(),
  due_on: maybeDate,
  owner: maybeText,
  defined_by: maybeText,
  confirmed_on: maybeDate,
  redefined_on: maybeDate,
  note: maybeText,
  closed_on: maybeDate,
});
const reading = z.object({ read_on: date, value: figure, source: maybeText });

export const goalRouter = router({
  /** An account's goals with their readings and where each stands today. */
  list: bookProcedure.input(z.object({ accountId: z.int() })).query(async ({ ctx: { book }, input }) => {
    const now = await today(book);
    return (await listGoals(book.db, input.accountId)).map((goal) => ({
      ...goal,
      standing: goalStanding(goalTerms(goal), goal.readings.map(readingOf), now),
    }));
  }),

  /** Value points in use, to be suggested where one is typed. */
  valuePoints: bookProcedure.query(({ ctx: { book } }) => listValuePoints(book.db)),

  create: bookProcedure
    .input(z.object({ accountId: z.int(), facts }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'goal.create' }, (trx) => createGoal(trx, input.accountId, input.facts)),
    ),

  edit: bookProcedure
    .input(byId.extend({ facts }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'goal.edit' }, (trx) => editGoal(trx, input.id, input.facts)),
    ),

  delete: bookProcedure
    .input(byId)
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
    .input(byId.extend({ reading }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'goal.edit-reading' }, (trx) => editReading(trx, input.id, input.reading)),
    ),

  deleteReading: bookProcedure
    .input(byId)
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'goal.delete-reading' }, (trx) => deleteReading(trx, input.id)),
    ),
});
