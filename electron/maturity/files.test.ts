import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerIndicator, finishAssessment, respond } from '../../db/maturity/answer-query.ts';
import { addRespondent } from '../../db/maturity/edit-respondent-query.ts';
import { indicatorsOf } from '../../db/maturity/model.ts';
import { builtInModels } from '../../db/maturity/models.ts';
import { createAssessment } from '../../db/maturity/query.ts';
import { editStep, listSteps, takeSteps } from '../../db/maturity/step-query.ts';
import { viewAssessment } from '../../db/maturity/view-query.ts';
import type { Book } from '../../db/open.ts';
import { record } from '../../db/record.ts';
import { bookWithReview } from '../../db/testing/review.ts';
import type { Audience } from '../../db/types/audience.ts';
import { type Language, languages } from '../../db/types/language.ts';
import { found, plantMarks, readAll } from '../testing/internal-marks.ts';
import { comparisonWorkbook } from './comparison-workbook.ts';
import { assessmentDeck } from './deck.ts';
import { printedAssessment } from './version.ts';
import { assessmentWorkbook } from './workbook.ts';

/** Every file and page a customer gets of an assessment, made from a book with a mark in every internal field of the schema. */
let book: Book;
let accountId: number;
beforeEach(async () => {
  ({ book, accountId } = await bookWithReview());
});
afterEach(() => book.close());

type Version = { readonly audience: Audience; readonly language: Language };

/** A customer and the own company assessed, by respondents, with a plan and a plan before it. */
async function assess(subject: { account_id: number } | { company: string }, key: string): Promise<number> {
  const model = builtInModels.find((each) => each.key === key);
  if (!model) throw new Error(`no model ${key}`);
  return record(book, { key: 'assessment.create', parameters: { name: '' } }, async (trx) => {
    const ids: number[] = [];
    for (const [at, on] of ['2026-05-01', '2026-11-01'].entries()) {
      const whom = { account_id: null, company: null, ...subject };
      const id = await createAssessment(trx, model, { ...whom, assessed_on: on, assessor: 'Lin Yue' });
      const respondent = await addRespondent(trx, id, { name: 'Tao Jie', title: 'Support' });
      const keys = indicatorsOf(model).map(({ indicator }) => indicator.key);
      await respond(
        trx,
        id,
        respondent,
        keys.map((key) => [key, { level: 1 }] as const),
      );
      for (const key of keys) {
        await answerIndicator(trx, id, key, { level: 2 + at, because: 'Seen twice' });
        await answerIndicator(trx, id, key, { evidence: 'Minutes', note: 'Inside' });
      }
      const { plan } = await viewAssessment(trx, id);
      await takeSteps(
        trx,
        id,
        plan.steps.slice(0, 2).map(({ indicator }) => indicator),
        'en',
      );
      for (const { id: step, step: labels } of await listSteps(trx, id)) {
        const days = { fromOn: on, toOn: '2026-12-01' };
        await editStep(trx, id, step, { step: labels, owner: 'Mei', effort: 2, ...days, note: 'Inside' });
      }
      await finishAssessment(trx, id, on);
      ids.push(id);
    }
    return ids.at(-1) ?? 0;
  });
}

const assessmentFiles = {
  workbook: async (id: number, version: Version) => readAll(await assessmentWorkbook(book, id, version)),
  deck: async (id: number, version: Version) => readAll(await assessmentDeck(book, id, version)),
  report: async (id: number, version: Version) => JSON.stringify(await printedAssessment(book, id, version)),
  comparison: async (id: number, { language }: Version) =>
    readAll(await comparisonWorkbook(book, id, { language, chosen: [] })),
};

test.each(languages)(
  'no file of an assessment for the customer holds an internal field, in %s',
  async (language) => {
    const ids = [
      await assess({ account_id: accountId }, 'customer-maturity'),
      await assess({ company: 'Lumen' }, 'cs-function-maturity'),
    ];
    expect(plantMarks(book)).toEqual(
      expect.arrayContaining([
        'assessment_answer.note',
        'assessment_answer.consensus_reason',
        'assessment_respondent.name',
        'assessment_response.evidence',
        'assessment_step.note',
      ]),
    );
    for (const id of ids) {
      for (const [name, written] of Object.entries(assessmentFiles))
        expect(found(await written(id, { audience: 'customer', language })), name).toEqual([]);
      const inside = { audience: 'internal', language } as const;
      for (const name of ['workbook', 'report'] as const)
        expect(found(await assessmentFiles[name](id, inside)), name).toContain('assessment_answer.note');
    }
  },
);

test.each(languages)(
  'what a model advises about a customer stays in the house, and what it advises a company does not, in %s',
  async (language) => {
    const [customer, company] = builtInModels.filter(({ key }) =>
      ['customer-maturity', 'cs-function-maturity'].includes(key),
    );
    const customerId = await assess({ account_id: accountId }, 'customer-maturity');
    const companyId = await assess({ company: 'Lumen' }, 'cs-function-maturity');
    const report = async (id: number, audience: Audience) =>
      JSON.stringify((await printedAssessment(book, id, { audience, language })).view.model);
    for (const stage of customer?.stages ?? []) {
      for (const text of [stage.meaning, ...stage.advice]) {
        expect(await report(customerId, 'customer')).not.toContain(text[language]);
        expect(await report(customerId, 'internal')).toContain(text[language]);
      }
      const deck = await assessmentFiles.deck(customerId, { audience: 'customer', language });
      for (const text of stage.advice) expect(deck).not.toContain(text[language]);
    }
    for (const stage of company?.stages ?? [])
      for (const text of stage.advice) expect(await report(companyId, 'customer')).toContain(text[language]);
  },
);
