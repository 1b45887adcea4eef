import path from 'node:path';
import { describeBook } from '../../db/book/query.ts';
import { spreads } from '../../db/maturity/consensus.ts';
import { indicatorsOf, type MaturityModel } from '../../db/maturity/model.ts';
import { builtInModels } from '../../db/maturity/models.ts';
import { createAssessment } from '../../db/maturity/query.ts';
import { maturityResult } from '../../db/maturity/result.ts';
import { viewAssessment } from '../../db/maturity/view-query.ts';
import { createBook } from '../../db/open.ts';
import { initialize } from '../../db/record.ts';
import { assessmentDeck } from '../../electron/maturity/deck.ts';
import { assessmentWorkbook } from '../../electron/maturity/workbook.ts';
import { alone } from './measure.ts';
import type { Line } from './table.ts';

const respondents = 12;
const indicators = 64;
const now = () => new Date('2026-11-22T09:00:00.000Z');

/**
 * A workshop of 64 questions and 12 respondents: opening it, what an answer makes the screen work out again (16 ms), and its
 * workbook (2 s) and slides (3 s) as bytes.
 */
export async function measureAssessment(folder: string): Promise<Line[]> {
  const model = longModel();
  const book = await createBook(path.join(folder, 'assessment.tenure'), { now });
  try {
    let id = 0;
    await initialize(book, async (trx) => {
      await describeBook(trx, {
        name: 'Workshop',
        owner: '',
        base_currency: 'CNY',
        fiscal_year_start_month: 1,
        language: 'en',
        time_zone: 'UTC',
        created_at: now().toISOString(),
      });
      id = await createAssessment(trx, model, {
        account_id: null,
        company: 'Lumen',
        assessed_on: '2026-11-22',
        assessor: null,
      });
      const keys = indicatorsOf(model).map(({ indicator }) => indicator.key);
      for (let person = 1; person <= respondents; person++) {
        const { respondent } = await trx
          .insertInto('assessment_respondent')
          .values({ assessment_id: id, name: `Respondent ${person}`, title: null })
          .returning('id as respondent')
          .executeTakeFirstOrThrow();
        const rest = { reason: null, confidence: null, evidence: 'Minutes of the last meeting', note: null };
        await trx
          .insertInto('assessment_response')
          .values(
            keys.map((indicator, at) => ({
              respondent_id: respondent,
              indicator,
              level: 1 + ((at + person) % 4),
              ...rest,
            })),
          )
          .execute();
      }
    });
    const evidence = 'Minutes of the last meeting, the plan of the year and two conversations';
    await initialize(book, async (trx) => {
      const levels = indicatorsOf(model).map(({ indicator }, at) => ({
        assessment_id: id,
        indicator: indicator.key,
        level: 1 + (at % 3),
        evidence,
      }));
      await trx.insertInto('assessment_answer').values(levels).execute();
    });
    const version = { audience: 'customer', language: 'en' } as const;
    const { answers, respondents: people } = await viewAssessment(book.db, id);
    const responses = people.flatMap((each) =>
      each.answers.map((answer) => ({ ...answer, respondent: each.id })),
    );
    const line = { accounts: indicators * respondents, floor: null, ratio: null };
    const name = `assessment of ${indicators} × ${respondents}`;
    return [
      { ...line, name: `${name}: open`, product: await alone(() => viewAssessment(book.db, id), 31) },
      {
        ...line,
        name: `${name}: recompute on an answer`,
        product: await alone(() => [maturityResult(model, answers), spreads(model, responses)], 31),
      },
      {
        ...line,
        name: `${name}: workbook`,
        product: await alone(() => assessmentWorkbook(book, id, version)),
      },
      { ...line, name: `${name}: slides`, product: await alone(() => assessmentDeck(book, id, version)) },
    ];
  } finally {
    await book.close();
  }
}

/** A built-in model with its questions again and again, until there are as many. */
function longModel(): MaturityModel {
  const model = builtInModels.find(({ key }) => key === 'customer-maturity');
  if (!model) throw new Error('no model');
  const each = indicators / model.dimensions.length;
  return {
    ...model,
    dimensions: model.dimensions.map((dimension) => ({
      ...dimension,
      indicators: Array.from({ length: each }, (_, at) => {
        const like = dimension.indicators[at % dimension.indicators.length];
        if (!like) throw new Error('no questions');
        return { ...like, key: `${like.key}-${at}` };
      }),
    })),
  };
}
