import type { IsoDate } from '../domain/calendar.ts';
import { indicatorsOf } from '../domain/maturity-model.ts';
import { Failure } from '../failure.ts';
import type { Writer } from '../schema.ts';
import { type Assessment, type AssessmentAnswer, getAssessment, updateAssessment } from './assessment.ts';

/** What one keystroke of an assessor changes. A level makes the indicator applicable; a reason makes it not. */
export type AnswerChange =
  | Pick<AssessmentAnswer, 'level'>
  | { readonly notApplicableBecause: string }
  | Partial<Pick<AssessmentAnswer, 'confidence' | 'evidence' | 'note'>>;

/**
 * Changes what is given of an indicator's answer and leaves the rest.
 * @throws Failure record.not-found; assessment.finished; assessment.outside-model for an indicator or level it doesn't have
 */
export async function answerIndicator(
  trx: Writer,
  id: number,
  indicator: string,
  change: AnswerChange,
): Promise<void> {
  const { model } = await underWay(trx, id);
  const asked = indicatorsOf(model).find((each) => each.indicator.key === indicator)?.indicator;
  const level = 'level' in change ? change.level : null;
  if (!asked || (level !== null && !asked.levels.some((each) => each.level === level)))
    throw new Failure('assessment.outside-model', { indicator });
  const columns =
    'level' in change
      ? { level, is_applicable: 1 as const, reason: null }
      : 'notApplicableBecause' in change
        ? { level: null, is_applicable: 0 as const, reason: change.notApplicableBecause }
        : change;
  await trx
    .insertInto('assessment_answer')
    .values({
      assessment_id: id,
      indicator,
      level: null,
      reason: null,
      confidence: null,
      evidence: null,
      note: null,
      ...columns,
    })
    .onConflict((conflict) => conflict.columns(['assessment_id', 'indicator']).doUpdateSet(columns))
    .execute();
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
  });
}

/** Opens the answers again. @throws Failure record.not-found */
export async function reopenAssessment(trx: Writer, id: number): Promise<void> {
  await updateAssessment(trx, id, { finished_on: null, overall_hundredths: null, stage: null });
}

async function underWay(trx: Writer, id: number): Promise<Assessment> {
  const assessment = await getAssessment(trx, id);
  if (assessment.finishedOn !== null) throw new Failure('assessment.finished');
  return assessment;
}
