import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { Slice } from '../segment/rule.ts';
import { isInSlice } from '../segment/slice-query.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { Bilingual } from '../types/language.ts';
import type { Spread } from './consensus.ts';
import type { MeasureFigures } from './measure.ts';
import { indicatorsOf, type MaturityModel } from './model.ts';
import { isCustomerMaturity, storedModel, storedModels, storeModel } from './model-query.ts';
import type { MaturityTargets } from './plan.ts';
import { type GivenAnswer, givenOf, type Respondent, respondentsOf, spreadsOf } from './respondent-query.ts';
import { type MaturityResult, maturityResult, type Weakest, weakestOf } from './result.ts';
import type { AssessmentAnswerTable, AssessmentTable } from './table.ts';

export type AssessmentAnswer = GivenAnswer & {
  /** Why this level, where several respondents' answers propose another. */
  readonly because: string | null;
  /** The figures its level follows from; null where the level was chosen. */
  readonly figures: MeasureFigures | null;
};

export type AssessmentFacts = {
  readonly id: number;
  /** The account assessed; null where it is a company that is no account of the book. */
  readonly accountId: number | null;
  readonly subject: string;
  readonly assessedOn: IsoDate;
  readonly assessor: string | null;
  /** Null while it is under way. */
  readonly finishedOn: IsoDate | null;
};

export type Assessment = AssessmentFacts & {
  readonly model: MaturityModel;
  /** Indicators nobody touched yet are absent. */
  readonly answers: readonly AssessmentAnswer[];
  /** Those who answer apart, in the order they were added; none where one assessor answers. */
  readonly respondents: readonly Respondent[];
  /** How far the respondents lie apart, per indicator; empty without respondents. */
  readonly spreads: readonly Spread[];
  readonly targets: MaturityTargets;
  readonly result: MaturityResult;
};

/** An assessment as a list shows it. What it came to is null while it is under way, or where too little was answered. */
export type AssessmentLine = AssessmentFacts & {
  readonly model: Pick<MaturityModel, 'key' | 'version' | 'name'>;
  /** Indicators with a level or not applicable, of all. */
  readonly settled: number;
  readonly indicators: number;
  readonly highest: number;
  readonly overall: number | null;
  readonly stage: { readonly key: string; readonly name: Bilingual } | null;
  /** The weakest dimensions with their score: the mean never stands alone. Null where there is no mean. */
  readonly weakest: { readonly names: readonly Bilingual[]; readonly score: number } | null;
};

/** Every assessment but those of archived accounts, or those of one account; the latest first. */
export async function listAssessments(
  db: Reader,
  accountId?: number,
  slice: Slice = [],
): Promise<AssessmentLine[]> {
  let query = selectAssessments(db)
    .select((row) =>
      row
        .selectFrom('assessment_answer')
        .whereRef('assessment_id', '=', 'assessment.id')
        .where((where) => where.or([where('level', 'is not', null), where('is_applicable', '=', 0)]))
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('settled'),
    )
    .where('account.archived_at', 'is', null)
    .where(isInSlice('assessment.account_id', slice))
    .orderBy('assessed_on', 'desc')
    .orderBy('assessment.id', 'desc');
  if (accountId !== undefined) query = query.where('account_id', '=', accountId);
  const [rows, models] = await Promise.all([query.execute(), storedModels(db)]);
  const before = rows.filter((row) => row.overall_hundredths !== null && row.weakest === null);
  const computed = await weakestBefore(
    db,
    before.map(({ id }) => id),
  );
  return rows.map((row) => {
    const model = models.get(row.model_id);
    if (!model) throw new Failure('record.not-found', { noun: 'maturity_model', id: row.model_id });
    const { key, version, name } = model;
    const stage = model.stages.find((each) => each.key === row.stage);
    return {
      ...factsOf(row),
      model: { key, version, name },
      settled: row.settled ?? 0,
      indicators: indicatorsOf(model).length,
      highest: model.scale.length,
      overall: row.overall_hundredths === null ? null : row.overall_hundredths / 100,
      stage: stage ? { key: stage.key, name: stage.name } : null,
      weakest:
        row.overall_hundredths === null ? null : namedWeakest(model, computed.get(row.id) ?? row.weakest),
    };
  });
}

/** Of assessments finished before the weakest dimensions were kept: judged by their answers. */
async function weakestBefore(db: Reader, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  for (const id of ids) found.set(id, JSON.stringify(weakestOf((await getAssessment(db, id)).result)));
  return found;
}

function namedWeakest({ dimensions }: MaturityModel, kept: string | null): AssessmentLine['weakest'] {
  if (kept === null) return null;
  const { keys, score }: Weakest = JSON.parse(kept); // written by finishAssessment alone
  const names = dimensions.filter(({ key }) => keys.includes(key)).map(({ name }) => name);
  return score === null || names.length === 0 ? null : { names, score };
}

/** @throws Failure record.not-found */
export async function getAssessment(db: Reader, id: number): Promise<Assessment> {
  const row = await selectAssessments(db).where('assessment.id', '=', id).executeTakeFirst();
  if (!row) throw new Failure('record.not-found', { noun: 'assessment', id });
  const [model, answers, targets, respondents] = await Promise.all([
    storedModel(db, row.model_id),
    db.selectFrom('assessment_answer').selectAll().where('assessment_id', '=', id).orderBy('id').execute(),
    db.selectFrom('assessment_target').selectAll().where('assessment_id', '=', id).execute(),
    respondentsOf(db, id),
  ]);
  const given = answers.map(answerOf);
  return {
    ...factsOf(row),
    model,
    answers: given,
    respondents,
    spreads: spreadsOf(model, respondents),
    targets: Object.fromEntries(targets.map(({ dimension, level }) => [dimension, level])),
    result: maturityResult(model, given),
  };
}

export type AssessmentOfSubject = {
  readonly id: number;
  readonly assessedOn: IsoDate;
  /** How many levels the scale has that it was made on. */
  readonly levels: number;
};

/** Finished assessments of the same subject with the same model, whichever version; the latest first. */
export async function finishedWithModel(
  db: Reader,
  { accountId, subject, model }: Assessment,
): Promise<AssessmentOfSubject[]> {
  const query = db
    .selectFrom('assessment')
    .innerJoin('maturity_model', 'maturity_model.id', 'model_id')
    .select(['assessment.id', 'assessed_on as assessedOn'])
    .select(sql<number>`json_array_length(maturity_model.body, '$.scale')`.as('levels'))
    .where('maturity_model.key', '=', model.key)
    .where('finished_on', 'is not', null)
    .orderBy('assessed_on', 'desc')
    .orderBy('assessment.id', 'desc');
  return accountId === null
    ? query.where('company', '=', subject).execute()
    : query.where('account_id', '=', accountId).execute();
}

/** Those of them made before this one, on a scale as long: a 3 of four is another 3 than one of five. */
export function madeBefore(
  { id, assessedOn, model }: Assessment,
  finished: readonly AssessmentOfSubject[],
): readonly AssessmentOfSubject[] {
  return finished.filter(
    (each) =>
      each.levels === model.scale.length &&
      (each.assessedOn < assessedOn || (each.assessedOn === assessedOn && each.id < id)),
  );
}

/** The latest finished assessment of an account's maturity made no later than the date, or null. */
export async function findAccountMaturity(
  db: Reader,
  accountId: number,
  on: IsoDate,
): Promise<Assessment | null> {
  const row = await db
    .selectFrom('assessment')
    .innerJoin('maturity_model', 'maturity_model.id', 'model_id')
    .select('assessment.id')
    .where('account_id', '=', accountId)
    .where(isCustomerMaturity)
    .where('finished_on', 'is not', null)
    .where('assessed_on', '<=', on)
    .orderBy('assessed_on', 'desc')
    .orderBy('assessment.id', 'desc')
    .executeTakeFirst();
  return row ? getAssessment(db, row.id) : null;
}

/** A new assessment, made with this model, whose version is kept with the book from now on. */
export async function createAssessment(
  trx: Writer,
  model: MaturityModel,
  facts: Pick<Insertable<AssessmentTable>, 'account_id' | 'company' | 'assessed_on' | 'assessor'>,
): Promise<number> {
  const { id } = await trx
    .insertInto('assessment')
    .values({
      ...facts,
      model_id: await storeModel(trx, model),
      finished_on: null,
      overall_hundredths: null,
      stage: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws Failure record.not-found */
export async function editAssessment(
  trx: Writer,
  id: number,
  facts: Pick<Updateable<AssessmentTable>, 'assessed_on' | 'assessor'>,
): Promise<void> {
  await updateAssessment(trx, id, facts);
}

/** @throws Failure record.not-found */
export async function deleteAssessment(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('assessment')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'assessment', id });
}

/** @throws Failure record.not-found */
export async function updateAssessment(
  trx: Writer,
  id: number,
  facts: Updateable<AssessmentTable>,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('assessment')
    .set(facts)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'assessment', id });
}

function selectAssessments(db: Reader) {
  return db
    .selectFrom('assessment')
    .leftJoin('account', 'account.id', 'assessment.account_id')
    .selectAll('assessment')
    .select('account.name as accountName');
}

function factsOf(row: Selectable<AssessmentTable> & { accountName: string | null }): AssessmentFacts {
  return {
    id: row.id,
    accountId: row.account_id,
    subject: row.accountName ?? row.company ?? '',
    assessedOn: row.assessed_on,
    assessor: row.assessor,
    finishedOn: row.finished_on,
  };
}

function answerOf(row: Selectable<AssessmentAnswerTable>): AssessmentAnswer {
  const figures: MeasureFigures | null = row.figures === null ? null : JSON.parse(row.figures);
  return { ...givenOf(row), because: row.consensus_reason, figures };
}
