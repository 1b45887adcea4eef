import { z } from 'zod';
import { bookSettings, today } from '../../db/book/query.ts';
import { contributionFacts } from '../../db/contribution/query.ts';
import { asOfDay, contribution, lastQuarter } from '../../db/contribution/rule.ts';
import { languages } from '../../db/types/language.ts';
import { startFiles } from '../jobs/start-files.ts';
import { ofSlice, period } from './field.ts';
import { statusProcedure } from './status-procedure.ts';
import { bookProcedure, router } from './trpc.ts';

export const contributionRouter = router({
  /** What customer success contributed in the period, or in the last fiscal quarter of the book; days to come are left out. */
  get: statusProcedure
    .input(ofSlice.extend({ period: period.nullable() }))
    .query(async ({ ctx: { book }, input: { slice, period: asked } }) => {
      const { fiscal_year_start_month: fiscalStart } = await bookSettings(book.db);
      const date = await today(book);
      const wanted = asked ?? lastQuarter(date, fiscalStart);
      const asOf = asOfDay(wanted, date);
      const facts = await contributionFacts(book.db, slice ?? [], date);
      const shown = contribution(facts, { from: wanted.from, to: asOf });
      return { period: wanted, asOf, today: date, fiscalStart, ...shown };
    }),

  /** Starts writing it as a workbook for the house; see job.state. */
  export: bookProcedure
    .input(ofSlice.extend({ period, language: z.enum(languages), path: z.string().min(1) }))
    .mutation(({ ctx: { service, book }, input: { slice = [], period: wanted, language: only, path } }) =>
      startFiles(service, book, path, [only], (language) => ({
        is: 'contribution-workbook',
        period: wanted,
        slice,
        language,
      })),
    ),
});
