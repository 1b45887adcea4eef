import { sql } from 'kysely';
import type { Reader } from '../schema.ts';
import type { Slice } from '../segment/rule.ts';
import { isInSlice } from '../segment/slice-query.ts';
import { type Benchmark, benchmark, placeAmong } from '../types/benchmark.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { Bilingual } from '../types/language.ts';
import type { MaturityDimension, MaturityModel } from './model.ts';
import { storedModels } from './model-query.ts';
import { maturityResult } from './result.ts';

/** One subject's latest finished assessment. */
export type AssessedSubject = {
  readonly id: number;
  readonly subject: string;
  readonly assessedOn: IsoDate;
  readonly overall: number | null;
  readonly stage: Bilingual | null;
  /** By dimension key; one the version assessed with did not ask is absent. */
  readonly scores: Readonly<Record<string, number | null>>;
  /** The highest level of the version it was assessed with. */
  readonly highest: number;
};

/** Everyone a book has assessed with a model, by subject, and the latest version anybody was assessed with. */
export type AssessedSubjects = {
  readonly model: MaturityModel;
  readonly subjects: readonly AssessedSubject[];
};

export type PortfolioLine = AssessedSubject & {
  /** Which of the other books it is from, from 0; null of the open one. */
  readonly book: number | null;
  /** By the overall score, the highest 1; equals share it. */
  readonly place: number | null;
  /** Told apart by this where names are left out: by book and age, so that neither sorting nor the name gives it away. From 0. */
  readonly unnamed: number;
};

export type Portfolio = {
  /** Of the latest version anybody was assessed with. */
  readonly dimensions: readonly Pick<MaturityDimension, 'key' | 'role' | 'name'>[];
  readonly highest: number;
  /** By subject, the open book's first. */
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

/** Everyone assessed with a model, each by the latest finished assessment. Null of none. */
export async function assessedSubjects(
  db: Reader,
  modelKey: string,
  slice: Slice = [],
): Promise<AssessedSubjects | null> {
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
  const models = await storedModels(db);
  const answersOf = Map.groupBy(answers, ({ assessmentId }) => assessmentId);
  const subjects = rows.flatMap((row): AssessedSubject[] => {
    const model = models.get(row.modelId);
    if (!model) return [];
    const { id, subject, assessedOn, overall } = row;
    const scores = scoresOf(model, answersOf.get(id) ?? []);
    const stage = model.stages.find(({ key }) => key === row.stage)?.name ?? null;
    return [{ id, subject, assessedOn, overall, stage, scores, highest: model.scale.length }];
  });
  const used = rows.flatMap(({ modelId }) => models.get(modelId) ?? []);
  return { model: latestOf(used), subjects };
}

/** Those of the open book (`book` null) and of others side by side, beside how all of them lie. Null of none. */
export function portfolioOf(
  books: readonly (AssessedSubjects & { readonly book: number | null })[],
): Portfolio | null {
  if (books.length === 0) return null;
  const latest = latestOf(books.map(({ model }) => model));
  const highest = latest.scale.length;
  // What was scored on a shorter or longer scale keeps its stage; its figures would lie among the others' and mean something else.
  const onThisScale = (subject: AssessedSubject): AssessedSubject =>
    subject.highest === highest ? subject : { ...subject, overall: null, scores: {} };
  const all = books.flatMap(({ subjects }) => subjects.map(onThisScale));
  const overalls = all.map(({ overall }) => overall);
  const lines = books.flatMap(({ book, subjects }, at) => {
    const before = books.slice(0, at).reduce((sum, each) => sum + each.subjects.length, 0);
    const ids = subjects.map(({ id }) => id).sort((a, b) => a - b);
    return subjects.map(onThisScale).map((subject) => ({
      ...subject,
      book,
      place: placeAmong(overalls, subject.overall),
      unnamed: before + ids.indexOf(subject.id),
    }));
  });
  return {
    dimensions: latest.dimensions.map(({ key, role, name }) => ({ key, role, name })),
    highest,
    lines,
    overall: benchmark(overalls),
    benchmarks: Object.fromEntries(
      latest.dimensions.map(({ key }) => [key, benchmark(all.map(({ scores }) => scores[key] ?? null))]),
    ),
  };
}

function latestOf(models: readonly MaturityModel[]): MaturityModel {
  return models.reduce((a, b) => (b.version > a.version ? b : a));
}

function scoresOf(model: MaturityModel, answers: readonly AnswerRow[]): Record<string, number | null> {
  const given = answers.map(({ indicator, level, applicable }) => ({
    indicator,
    level,
    applicable: applicable === 1,
  }));
  return Object.fromEntries(maturityResult(model, given).dimensions.map(({ key, score }) => [key, score]));
}
