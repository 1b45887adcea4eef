import { z } from 'zod';
import { compareAssessments } from '../../../db/maturity/compare-query.ts';
import { languages } from '../../../db/types/language.ts';
import { startFiles } from '../../jobs/start-files.ts';
import { comparisonFileName } from '../../maturity/comparison-workbook.ts';
import { one } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';

/** An assessment of the subject, and those that stand side by side; the latest of it where none is chosen. */
const wanted = one.extend({ chosen: z.array(z.int()).max(100) });
const file = wanted.extend({ language: z.enum(languages) });

/** Assessments of one subject with one model, side by side. */
export const assessmentComparisonRouter = router({
  get: bookProcedure
    .input(wanted)
    .query(({ ctx: { book }, input: { id, chosen } }) => compareAssessments(book.db, id, chosen)),

  /** The name the workbook gets unless the user chooses another. */
  fileName: bookProcedure
    .input(file)
    .query(({ ctx: { book }, input: { id, ...choice } }) => comparisonFileName(book, id, choice)),

  /** Starts writing it as a workbook; see job.state. */
  export: bookProcedure
    .input(file.extend({ path: z.string().min(1) }))
    .mutation(({ ctx: { service, book }, input: { id, chosen, path, language: only } }) =>
      startFiles(service, book, path, [only], (language) => ({
        is: 'comparison-workbook',
        id,
        chosen,
        language,
      })),
    ),
});
