import type { Updateable } from 'kysely';
import { Failure } from '../failure.ts';
import type { Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import { followsProposal } from './consensus.ts';
import { type MeasureFigures, measured } from './measure.ts';
import { indicatorsOf } from './model.ts';
import { type Assessment, getAssessment, updateAssessment } from './query.ts';
import type { GivenAnswer } from './respondent-query.ts';
import { weakestOf } from './result.ts';
import type { AssessmentAnswerTable } from './table.ts';

/** What one keystroke of a respondent changes. A level makes the indicator applicable; a reason makes it not. */
export type ResponseChange =
  | Pick<GivenAnswer, 'level'>
  | { readonly notApplicableBecause: string }
  | Partial<Pick<GivenAnswer, 'confidence' | 'evidence' | 'note'>>;

/** The same of an assessor, who also says why, where the respondents' answers propose another level. */
export type AnswerChange =
  | ResponseChange
  | { readonly level: number; readonly because: string }
  | { readonly figures: MeasureFigures };

/**
 * Changes what is given of an indicator's answer and leaves the rest.
 * @throws Failure record.not-found; assessment.finished; assessment.outside-model for an indicator or level it doesn't have;
 *   assessment.reason-needed for a level the respondents' answers do not propose
 */
export function answerIndicator(
  trx: Writer,
  id: number,
  indicator: string,
  change: AnswerChange,
): Promise<void> {
  return answerIndicators(trx, id, [[indicator, change]]);
}

/** The same of many answers, one after the other, with the assessment read once. */
export async function answerIndicators(
  trx: Writer,
  id: number,
  answers: readonly (readonly [indicator: string, change: AnswerChange])[],
): Promise<void> {
  const assessment = await underWay(trx, id);
  for (const [indicator, change] of answers) await answer(trx, assessment, indicator, change);
}

async function answer(
  trx: Writer,
  assessment: Assessment,
  indicator: string,
  change: AnswerChange,
): Promise<void> {
  refuseOutside(assessment, indicator, change);
  if ('figures' in change) return giveFigures(trx, assessment, indicator, change.figures);
  const because = 'because' in change ? change.because : null;
  const spread = assessment.spreads.find((each) => each.indicator === indicator);
  if ('level' in change && change.level !== null && !because && !followsProposal(spread, change.level))
    throw new Failure('assessment.reason-needed', { indicator });
  const isValue = 'level' in change || 'notApplicableBecause' in change;
  const columns = { ...columnsOf(change), ...(isValue && { consensus_reason: because, figures: null }) };
  await writeAnswer(trx, assessment.id, indicator, columns);
}

/** The level follows from the figures; while one is missing it is open. */
async function giveFigures(
  trx: Writer,
  { id, model }: Assessment,
  indicator: string,
  figures: MeasureFigures,
): Promise<void> {
  const measure = indicatorsOf(model).find((each) => each.indicator.key === indicator)?.indicator.measure;
  const known = measure?.inputs.map(({ key }) => key) ?? [];
  if (!measure || Object.keys(figures).some((key) => !known.includes(key)))
    throw new Failure('assessment.outside-model', { indicator });
  await writeAnswer(trx, id, indicator, {
    level: measured(measure, figures).level,
    is_applicable: 1,
    reason: null,
    consensus_reason: null,
    figures: Object.keys(figures).length === 0 ? null : JSON.stringify(figures),
  });
}

async function writeAnswer(
  trx: Writer,
  id: number,
  indicator: string,
  columns: Updateable<Omit<AssessmentAnswerTable, 'id' | 'assessment_id' | 'indicator'>>,
): Promise<void> {
  await trx
    .insertInto('assessment_answer')
    .values({ ...untouched, assessment_id: id, indicator, ...columns })
    .onConflict((conflict) => conflict.columns(['assessment_id', 'indicator']).doUpdateSet(columns))
    .execute();
}

/**
 * The same of what one of several respondents answers apart.
 * @throws Failure record.not-found; assessment.finished; assessment.outside-model
 */
export async function respond(
  trx: Writer,
  id: number,
  respondent: number,
  answers: readonly (readonly [indicator: string, change: ResponseChange])[],
): Promise<void> {
  const assessment = await underWay(trx, id);
  if (!assessment.respondents.some((each) => each.id === respondent))
    throw new Failure('record.not-found', { noun: 'assessment_respondent', id: respondent });
  for (const [indicator, change] of answers) {
    refuseOutside(assessment, indicator, change);
    const columns = columnsOf(change);
    await trx
      .insertInto('assessment_response')
      .values({ ...untouched, respondent_id: respondent, indicator, ...columns })
      .onConflict((conflict) => conflict.columns(['respondent_id', 'indicator']).doUpdateSet(columns))
      .execute();
  }
}

const untouched = { level: null, reason: null, confidence: null, evidence: null, note: null };

function refuseOutside({ model }: Assessment, indicator: string, change: AnswerChange): void {
  const asked = indicatorsOf(model).find((each) => each.indicator.key === indicator)?.indicator;
  const level = 'level' in change ? change.level : null;
  if (!asked || (level !== null && !asked.levels.some((each) => each.level === level)))
    throw new Failure('assessment.outside-model', { indicator });
}

function columnsOf(change: Exclude<AnswerChange, { figures: unknown }>) {
  if ('level' in change) return { level: change.level, is_applicable: 1 as const, reason: null };
  if ('notApplicableBecause' in change)
    return { level: null, is_applicable: 0 as const, reason: change.notApplicableBecause };
  return change;
}

/**
 * The level aimed at in a dimension; null leaves it to the rule (maturityPlan). Aims may change after the assessment.
 * @throws Failure record.not-found; assessment.outside-model
 */
export async function aimAt(trx: Writer, id: number, dimension: string, level: number | null): Promise<void> {
  const { model } = await getAssessment(trx, id);
  const isOutside = level !== null && !model.scale.some((each) => each.level === level);
  if (isOutside || !model.dimensions.some(({ key }) => key === dimension))
    throw new Failure('assessment.outside-model', { indicator: dimension });
  if (level === null)
    await trx
      .deleteFrom('assessment_target')
      .where('assessment_id', '=', id)
      .where('dimension', '=', dimension)
      .execute();
  else
    await trx
      .insertInto('assessment_target')
      .values({ assessment_id: id, dimension, level })
      .onConflict((conflict) => conflict.columns(['assessment_id', 'dimension']).doUpdateSet({ level }))
      .execute();
}

/** Closes the answers and writes down what they came to. @throws Failure record.not-found; assessment.finished */
export async function finishAssessment(trx: Writer, id: number, on: IsoDate): Promise<void> {
  const { result } = await underWay(trx, id);
  await updateAssessment(trx, id, {
    finished_on: on,
    overall_hundredths: result.overall === null ? null : Math.round(result.overall * 100),
    stage: result.stage?.key ?? null,
    weakest: JSON.stringify(weakestOf(result)),
  });
}

/** Opens the answers again. @throws Failure record.not-found */
export async function reopenAssessment(trx: Writer, id: number): Promise<void> {
  await updateAssessment(trx, id, {
    finished_on: null,
    overall_hundredths: null,
    stage: null,
    weakest: null,
  });
}

/** @throws Failure record.not-found; assessment.finished */
export async function underWay(trx: Writer, id: number): Promise<Assessment> {
  const assessment = await getAssessment(trx, id);
  if (assessment.finishedOn !== null) throw new Failure('assessment.finished');
  return assessment;
}
