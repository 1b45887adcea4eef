import path from 'node:path';
import { describeBook } from '../../db/book/query.ts';
import { compareAssessments } from '../../db/maturity/compare-query.ts';
import { indicatorsOf } from '../../db/maturity/model.ts';
import { builtInModels } from '../../db/maturity/models.ts';
import { assessedSubjects, portfolioOf } from '../../db/maturity/portfolio-query.ts';
import { createAssessment } from '../../db/maturity/query.ts';
import { createBook } from '../../db/open.ts';
import { initialize } from '../../db/record.ts';
import { addDays } from '../../db/types/calendar.ts';
import { alone } from './measure.ts';
import type { Line } from './table.ts';

const sizes = [100, 500, 2_500];
/** Of each subject, half a year apart. */
const rounds = 4;
const today = '2026-11-22';

/** The heat map of everyone assessed (500 subjects in at most 100 ms), and four assessments of one of them side by side. */
export async function measurePortfolio(folder: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (const size of sizes) {
    const book = await createBook(path.join(folder, `portfolio-${size}.tenure`), {});
    try {
      let last = 0;
      await initialize(book, async (trx) => {
        await describeBook(trx, {
          name: 'Portfolio',
          owner: '',
          base_currency: 'CNY',
          fiscal_year_start_month: 1,
          language: 'en',
          time_zone: 'UTC',
          created_at: `${today}T09:00:00.000Z`,
        });
        last = await assess(trx, size);
      });
      const { key } = builtIn();
      const line = async (name: string, work: () => Promise<unknown>): Promise<Line> => ({
        name,
        accounts: size,
        product: await alone(work),
        floor: null,
        ratio: null,
      });
      lines.push(
        await line('portfolio heat map', async () => {
          const own = await assessedSubjects(book.db, key);
          return own && portfolioOf([{ ...own, book: null }]);
        }),
        await line(`${rounds} assessments side by side`, () => compareAssessments(book.db, last)),
      );
    } finally {
      await book.close();
    }
  }
  return lines;
}

/** Companies assessed again and again, finished; returns the last assessment. */
async function assess(trx: Parameters<typeof createAssessment>[0], companies: number): Promise<number> {
  const model = builtIn();
  const keys = indicatorsOf(model).map(({ indicator }) => indicator.key);
  let last = 0;
  for (let company = 0; company < companies; company++)
    for (let round = 0; round < rounds; round++) {
      const on = addDays(today, (round - rounds) * 182);
      last = await createAssessment(trx, model, {
        account_id: null,
        company: `Company ${company}`,
        assessed_on: on,
        assessor: null,
      });
      const rest = { evidence: 'Minutes of the last meeting', confidence: 'medium' } as const;
      await trx
        .insertInto('assessment_answer')
        .values(
          keys.map((indicator, at) => ({
            assessment_id: last,
            indicator,
            level: 1 + ((at + company + round) % 4),
            ...rest,
          })),
        )
        .execute();
      await trx
        .updateTable('assessment')
        .set({ finished_on: on, overall_hundredths: 150 + ((company + round) % 200), stage: 'low' })
        .where('id', '=', last)
        .execute();
    }
  return last;
}

function builtIn() {
  const model = builtInModels.find(({ key }) => key === 'customer-maturity');
  if (!model) throw new Error('no model');
  return model;
}
