import { z } from 'zod';
import { today } from '../../../db/book/query.ts';
import { measureDirections } from '../../../db/health/curve.ts';
import { createMeasure, editMeasure, listMeasures, retireMeasure } from '../../../db/health/measure-query.ts';
import { record } from '../../../db/record.ts';
import { line, lineOrNull, one } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';

const facts = z.object({
  name: line,
  nameZh: lineOrNull,
  unit: z.string().trim().max(40),
  direction: z.enum(measureDirections),
  mode: z.enum(['hand', 'typed', 'imported']),
  least: z.number().nullable(),
  most: z.number().nullable(),
});

/** Measures of the user's own. */
export const healthMeasureRouter = router({
  list: bookProcedure.query(({ ctx: { book } }) => listMeasures(book.db)),

  create: bookProcedure.input(facts).mutation(async ({ ctx: { book }, input }) => ({
    id: await record(book, { key: 'health.create-measure', parameters: { name: input.name } }, (trx) =>
      createMeasure(trx, input),
    ),
  })),

  edit: bookProcedure
    .input(one.extend({ facts }))
    .mutation(async ({ ctx: { book }, input: { id, facts: given } }) => {
      const now = await today(book);
      await record(book, { key: 'health.edit-measure', parameters: { name: given.name } }, (trx) =>
        editMeasure(trx, id, given, now),
      );
    }),

  /** Nobody reads it any more, or again; its readings stay. */
  retire: bookProcedure
    .input(one.extend({ name: line, isRetired: z.boolean() }))
    .mutation(async ({ ctx: { book }, input: { id, name, isRetired } }) => {
      const on = isRetired ? await today(book) : null;
      const key = isRetired ? 'health.retire-measure' : 'health.restore-measure';
      await record(book, { key, parameters: { name } }, (trx) => retireMeasure(trx, id, on));
    }),
});
