import { z } from 'zod';
import { bookFigures } from '../../../db/book/figure-query.ts';
import { today } from '../../../db/book/query.ts';
import { Failure } from '../../../db/failure.ts';
import {
  aimAt,
  answerIndicator,
  finishAssessment,
  reopenAssessment,
} from '../../../db/maturity/answer-query.ts';
import { indicatorsOf } from '../../../db/maturity/model.ts';
import { availableModel, availableModels } from '../../../db/maturity/model-query.ts';
import { assessedSubjects, portfolioOf } from '../../../db/maturity/portfolio-query.ts';
import {
  createAssessment,
  deleteAssessment,
  editAssessment,
  listAssessments,
} from '../../../db/maturity/query.ts';
import { viewAssessment } from '../../../db/maturity/view-query.ts';
import type { Book } from '../../../db/open.ts';
import { record } from '../../../db/record.ts';
import { languages } from '../../../db/types/language.ts';
import { startFiles } from '../../jobs/start-files.ts';
import { assessmentFileName, printedAssessment } from '../../maturity/version.ts';
import { readOtherBooks } from '../../other-books.ts';
import { date, line, ofSlice, one, proseOrNull } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';
import { assessmentAction as action } from './assessment-action.ts';
import { assessmentComparisonRouter } from './comparison.ts';
import { level, respondentRouter, responseChange } from './respondent.ts';
import { assessmentStepRouter } from './step.ts';

const answerChange = z.union([
  ...responseChange.options,
  z.strictObject({ level: level.unwrap(), because: line }),
  z.strictObject({ figures: z.record(z.string(), z.number()) }),
]);

/** Which assessment, for whom to read, in which language, beside which earlier one. */
const version = one.extend({
  audience: z.enum(['customer', 'internal']),
  language: z.enum(languages),
  against: z.int().optional(),
});
const forms = { workbook: 'xlsx', deck: 'pptx' } as const;
const form = z.enum(['workbook', 'deck']);

export const assessmentRouter = router({
  step: assessmentStepRouter,
  comparison: assessmentComparisonRouter,
  respondent: respondentRouter,
  /** The models an assessment may be started with. */
  models: bookProcedure.query(async ({ ctx: { book } }) =>
    (await availableModels(book.db)).map((model) => ({
      key: model.key,
      version: model.version,
      name: model.name,
      purpose: model.purpose,
      subject: model.subject,
      indicators: indicatorsOf(model).length,
    })),
  ),

  /** Everyone assessed with a model, each by the latest finished assessment; beside them those of other books, read for it. */
  portfolio: bookProcedure
    .input(
      z.object({
        model: z.string(),
        slice: ofSlice.shape.slice,
        others: z.array(z.string().min(1)).max(20).default([]),
      }),
    )
    .query(async ({ ctx: { book }, input: { model, slice, others } }) => {
      const own = await assessedSubjects(book.db, model, slice);
      const { books, refused } = await readOtherBooks(book, others, (db) => assessedSubjects(db, model));
      const compared = books.flatMap(({ found }, at) => (found ? [{ ...found, book: at }] : []));
      return {
        portfolio: portfolioOf([...(own ? [{ ...own, book: null }] : []), ...compared]),
        books: books.map(({ path, name, found }) => ({ path, name, count: found?.subjects.length ?? 0 })),
        refused,
      };
    }),

  /** What the book says of its own customers, for the questions that are answered by figures. */
  bookFigures: bookProcedure
    .input(z.object({ on: date }))
    .query(({ ctx: { book }, input }) => bookFigures(book.db, input.on)),

  /** Every assessment, or an account's; the latest first. */
  list: bookProcedure
    .input(ofSlice.extend({ accountId: z.int().optional() }))
    .query(({ ctx: { book }, input }) => listAssessments(book.db, input.accountId, input.slice)),

  /** An assessment whole, beside the one before it or the earlier one asked for. */
  get: bookProcedure
    .input(one.extend({ against: z.int().optional() }))
    .query(({ ctx: { book }, input }) => viewAssessment(book.db, input.id, input.against)),

  create: bookProcedure
    .input(
      z.object({
        model: z.string(),
        subject: z.union([z.strictObject({ accountId: z.int() }), z.strictObject({ company: line })]),
        assessedOn: date,
        assessor: proseOrNull,
      }),
    )
    .mutation(async ({ ctx: { book }, input: { model: key, subject, assessedOn, assessor } }) => {
      const model = await availableModel(book.db, key);
      const isAccount = 'accountId' in subject;
      const name = isAccount ? await accountName(book, subject.accountId) : subject.company;
      const id = await record(book, { key: 'assessment.create', parameters: { name } }, (trx) =>
        createAssessment(trx, model, {
          account_id: isAccount ? subject.accountId : null,
          company: isAccount ? null : name,
          assessed_on: assessedOn,
          assessor,
        }),
      );
      return { id };
    }),

  edit: bookProcedure
    .input(one.extend({ assessedOn: date, assessor: proseOrNull }))
    .mutation(({ ctx: { book }, input: { id, assessedOn, assessor } }) =>
      action(book, id, 'assessment.edit', (trx) =>
        editAssessment(trx, id, { assessed_on: assessedOn, assessor }),
      ),
    ),

  answer: bookProcedure
    .input(one.extend({ indicator: z.string(), change: answerChange }))
    .mutation(({ ctx: { book }, input: { id, indicator, change } }) =>
      action(book, id, 'assessment.answer', (trx) => answerIndicator(trx, id, indicator, change)),
    ),

  aim: bookProcedure
    .input(one.extend({ dimension: z.string(), level }))
    .mutation(({ ctx: { book }, input }) =>
      action(book, input.id, 'assessment.aim', (trx) => aimAt(trx, input.id, input.dimension, input.level)),
    ),

  finish: bookProcedure.input(one).mutation(async ({ ctx: { book }, input: { id } }) => {
    const now = await today(book);
    await action(book, id, 'assessment.finish', (trx) => finishAssessment(trx, id, now));
  }),

  reopen: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input: { id } }) =>
      action(book, id, 'assessment.reopen', (trx) => reopenAssessment(trx, id)),
    ),

  remove: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input: { id } }) =>
      action(book, id, 'assessment.delete', (trx) => deleteAssessment(trx, id)),
    ),

  /** The assessment as it is printed, cut for its reader as the files are. */
  printed: bookProcedure
    .input(version)
    .query(({ ctx: { book }, input: { id, ...wanted } }) => printedAssessment(book, id, wanted)),

  /** The name a file gets unless the user chooses another. */
  fileName: bookProcedure
    .input(version.extend({ form }))
    .query(({ ctx: { book }, input: { id, form: as, ...wanted } }) =>
      assessmentFileName(book, id, wanted, forms[as]),
    ),

  /** Starts writing it as a file in each of the languages; see job.state. */
  export: bookProcedure
    .input(
      version
        .omit({ language: true })
        .extend({ form, languages: z.array(z.enum(languages)).min(1), path: z.string().min(1) }),
    )
    .mutation(({ ctx: { service, book }, input: { form: as, languages: wanted, path, ...which } }) =>
      startFiles(service, book, path, wanted, (language) => ({ is: `assessment-${as}`, language, ...which })),
    ),
});

async function accountName(book: Book, id: number): Promise<string> {
  const account = await book.db.selectFrom('account').select('name').where('id', '=', id).executeTakeFirst();
  if (!account) throw new Failure('record.not-found', { noun: 'account', id });
  return account.name;
}
