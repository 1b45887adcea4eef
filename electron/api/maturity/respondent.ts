import { z } from 'zod';
import { respond } from '../../../db/maturity/answer-query.ts';
import {
  addRespondent,
  agree,
  editRespondent,
  removeRespondent,
} from '../../../db/maturity/edit-respondent-query.ts';
import { languages } from '../../../db/types/language.ts';
import { saveExport } from '../../export/save-export.ts';
import {
  compareReturned,
  questionnaire,
  questionnaireName,
  takeOverQuestionnaire,
} from '../../maturity/questionnaire.ts';
import { line, lineOrNull, one, proseOrNull } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';
import { uploaded } from '../uploaded.ts';
import { assessmentAction } from './assessment-action.ts';

export const level = z.int().min(1).max(99).nullable();

/** What one keystroke changes in an answer. */
export const responseChange = z.union([
  z.strictObject({ level }),
  z.strictObject({ notApplicableBecause: line }),
  z.strictObject({ confidence: z.enum(['low', 'medium', 'high']).nullable() }),
  z.strictObject({ evidence: proseOrNull }),
  z.strictObject({ note: proseOrNull }),
]);

const facts = z.object({ name: line, title: lineOrNull });
const respondent = one.extend({ respondent: z.int() });
const inLanguage = respondent.extend({ language: z.enum(languages) });

/** The people who answer an assessment apart; `id` is the assessment's. */
export const respondentRouter = router({
  add: bookProcedure.input(one.extend(facts.shape)).mutation(async ({ ctx: { book }, input }) => ({
    respondent: await assessmentAction(book, input.id, 'assessment.add-respondent', (trx) =>
      addRespondent(trx, input.id, facts.parse(input)),
    ),
  })),

  edit: bookProcedure
    .input(respondent.extend(facts.shape))
    .mutation(({ ctx: { book }, input }) =>
      assessmentAction(book, input.id, 'assessment.edit-respondent', (trx) =>
        editRespondent(trx, input.id, input.respondent, facts.parse(input)),
      ),
    ),

  remove: bookProcedure
    .input(respondent)
    .mutation(({ ctx: { book }, input }) =>
      assessmentAction(book, input.id, 'assessment.remove-respondent', (trx) =>
        removeRespondent(trx, input.id, input.respondent),
      ),
    ),

  answer: bookProcedure
    .input(respondent.extend({ indicator: z.string(), change: responseChange }))
    .mutation(({ ctx: { book }, input }) =>
      assessmentAction(book, input.id, 'assessment.respond', (trx) =>
        respond(trx, input.id, input.respondent, [[input.indicator, input.change]]),
      ),
    ),

  /** Takes what all agree on as the consensus where none is chosen; says how many that settled. */
  agree: bookProcedure.input(one).mutation(async ({ ctx: { book }, input: { id } }) => ({
    settled: await assessmentAction(book, id, 'assessment.agree', (trx) => agree(trx, id)),
  })),

  /** The file name a respondent's questionnaire gets unless the user chooses another. */
  questionnaireName: bookProcedure
    .input(inLanguage)
    .query(({ ctx: { book }, input }) => questionnaireName(book, input.id, input.respondent, input.language)),

  exportQuestionnaire: bookProcedure
    .input(inLanguage.extend({ path: z.string().min(1) }))
    .mutation(async ({ ctx: { book }, input: { id, respondent, language, path } }) => {
      await saveExport(path, await questionnaire(book, id, respondent, language));
    }),

  /** What an uploaded questionnaire would change; writes nothing. */
  compareQuestionnaire: bookProcedure
    .input(one.extend({ upload: z.string() }))
    .query(async ({ ctx: { book, service }, input }) =>
      compareReturned(book, input.id, await uploaded(service, input.upload)),
    ),

  takeOverQuestionnaire: bookProcedure
    .input(
      one.extend({
        upload: z.string(),
        indicators: z.array(z.string()).max(500),
        otherAssessment: z.boolean(),
      }),
    )
    .mutation(async ({ ctx: { book, service }, input: { id, upload, ...choice } }) => ({
      changed: await takeOverQuestionnaire(book, id, await uploaded(service, upload), choice),
    })),
});
