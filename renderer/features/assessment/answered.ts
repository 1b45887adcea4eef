import { type MeasureFigures, measured } from '../../../db/maturity/measure.ts';
import { indicatorsOf, type MaturityModel } from '../../../db/maturity/model.ts';
import { maturityResult } from '../../../db/maturity/result.ts';
import type { AnswerChange, ShownAnswer, ShownAssessment } from './assessment-type.ts';

/** How sure an assessor is of an answer, the least first. */
export const confidences = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof confidences)[number];

/** The one a key leads to: from the least up, and round. */
export function nextConfidence(from: Confidence | null): Confidence {
  const at = from === null ? -1 : confidences.indexOf(from);
  return confidences[(at + 1) % confidences.length] ?? 'low';
}

/** The assessment as it will be once the change is saved, so that the screen need not wait for it. */
export function answered(
  assessment: ShownAssessment,
  indicator: string,
  change: AnswerChange,
): ShownAssessment {
  const untouched = {
    indicator,
    level: null,
    applicable: true,
    reason: null,
    confidence: null,
    evidence: null,
    note: null,
    because: null,
    figures: null,
  };
  const isGiven = assessment.answers.some((answer) => answer.indicator === indicator);
  const answers = (isGiven ? assessment.answers : [...assessment.answers, untouched]).map((answer) =>
    answer.indicator === indicator ? changed(answer, change, assessment.model) : answer,
  );
  return { ...assessment, answers, result: maturityResult(assessment.model, answers) };
}

/** The assessment as one respondent sees it: nothing of the others, nothing of what was chosen or was before. */
export function asRespondent(assessment: ShownAssessment, respondent: number): ShownAssessment {
  const given = assessment.respondents.find(({ id }) => id === respondent)?.answers ?? [];
  const answers = given.map((answer) => ({ ...answer, because: null, figures: null }));
  return {
    ...assessment,
    answers,
    respondents: [],
    spreads: [],
    compared: null,
    result: maturityResult(assessment.model, answers),
  };
}

/** An indicator with a level, or one that does not apply. */
export function isSettled(answer: Pick<ShownAnswer, 'level' | 'applicable'> | undefined): boolean {
  return answer !== undefined && (answer.level !== null || !answer.applicable);
}

function changed(answer: ShownAnswer, change: AnswerChange, model: MaturityModel): ShownAnswer {
  if ('figures' in change) return { ...answer, ...byFigures(answer.indicator, change.figures, model) };
  if ('level' in change)
    return {
      ...answer,
      level: change.level,
      applicable: true,
      reason: null,
      because: 'because' in change ? change.because : null,
      figures: null,
    };
  if ('notApplicableBecause' in change)
    return {
      ...answer,
      level: null,
      applicable: false,
      reason: change.notApplicableBecause,
      because: null,
      figures: null,
    };
  return { ...answer, ...change };
}

function byFigures(key: string, figures: MeasureFigures, model: MaturityModel) {
  const measure = indicatorsOf(model).find(({ indicator }) => indicator.key === key)?.indicator.measure;
  const level = measure ? measured(measure, figures).level : null;
  return { level, applicable: true, reason: null, because: null, figures };
}
