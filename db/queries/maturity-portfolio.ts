import { sql } from 'kysely';
import { type Benchmark, benchmark } from '../domain/benchmark.ts';
import type { IsoDate } from '../domain/calendar.ts';
import type { Bilingual } from '../domain/language.ts';
import type { MaturityDimension, MaturityModel } from '../domain/maturity-model.ts';
import { maturityResult } from '../domain/maturity-result.ts';
import type { Slice } from '../domain/segment.ts';
import type { Reader } from '../schema.ts';
import { keptModels } from './maturity-model.ts';
import { isInSlice } from './segment-slice.ts';

/** One subject's latest finished assessment. */
export type PortfolioLine = {
  readonly id: number;
  readonly subject: string;
  readonly assessedOn: IsoDate;
  readonly overall: number | null;
  readonly stage: Bilingual | null;
  /** By dimension key; one the version assessed with did not ask is absent. */
  readonly scores: Readonly<Record<string, number | null>>;
};

export type Portfolio = {
  /** Of the latest version anybody was assessed with. */
  readonly dimensions: readonly Pick<MaturityDimension, 'key' | 'role' | 'name'>[];
  readonly highest: number;
  /** By subject. */
  readonly lines: readonly PortfolioLine[];
  readonly overall: Benchmark | null;
  /** By dimension key. */
  readonly benchmarks: Readonly<Record<string, Benchmark | null>>;
};

type Row = {
  id: number;
  modelId: number;
  subject: string;
  assessedOn: IsoDate;
  overall: number | null;
  stage: string | null;
};
type AnswerRow = { assessmentId: number; indicator: string; level: number | null; applicable: 0 | 1 };

/** Everyone assessed with a model, each by the latest finished assessment, beside how all of them lie. Null of none. */
export async function maturityPortfolio(
  db: Reader,
  modelKey: string,
  slice: Slice = [],
): Promise<Portfolio | null> {
  const { rows } = await sql<Row>`
    select id, modelId, subject, assessedOn, overall, stage from (
      select assessment.id, model_id as modelId, coalesce(account.name, company) as subject, assessed_on as assessedOn,
        overall_hundredths / 100.0 as overall, stage,
        row_number() over (partition by coalesce(account_id, company) order by assessed_on desc, assessment.id desc) as age
      from assessment join maturity_model on maturity_model.id = model_id
        left join account on account.id = account_id
      where maturity_model.key = ${modelKey} and finished_on is not null and archived_at is null
        and ${isInSlice('assessment.account_id', slice)}
    ) where age = 1 order by subject`.execute(db);
  if (rows.length === 0) return null;
  const { rows: answers } = await sql<AnswerRow>`
    select assessment_id as assessmentId, indicator, level, is_applicable as applicable from assessment_answer
    where assessment_id in (select value from json_each(${JSON.stringify(rows.map(({ id }) => id))}))`.execute(
    db,
  );
  const models = await keptModels(db);
  const answersOf = Map.groupBy(answers, ({ assessmentId }) => assessmentId);
  const lines = rows.flatMap((row): PortfolioLine[] => {
    const model = models.get(row.modelId);
    if (!model) return [];
    const { id, subject, assessedOn, overall } = row;
    const scores = scoresOf(model, answersOf.get(id) ?? []);
    const stage = model.stages.find(({ key }) => key === row.stage)?.name ?? null;
    return [{ id, subject, assessedOn, overall, stage, scores }];
  });
  const used = rows.flatMap(({ modelId }) => models.get(modelId) ?? []);
  const latest = used.reduce((a, b) => (b.version > a.version ? b : a));
  return {
    dimensions: latest.dimensions.map(({ key, role, name }) => ({ key, role, name })),
    highest: latest.scale.length,
    lines,
    overall: benchmark(lines.map(({ overall }) => overall)),
    benchmarks: Object.fromEntries(
      latest.dimensions.map(({ key }) => [key, benchmark(lines.map(({ scores }) => scores[key] ?? null))]),
    ),
  };
}

function scoresOf(model: MaturityModel, answers: readonly AnswerRow[]): Record<string, number | null> {
  const given = answers.map(({ indicator, level, applicable }) => ({
    indicator,
    level,
    applicable: applicable === 1,
  }));
  return Object.fromEntries(maturityResult(model, given).dimensions.map(({ key, score }) => [key, score]));
}
