import { maturityResult } from '../../../db/domain/maturity-result.ts';
import type { AnswerChange, ShownAnswer, ShownAssessment } from './assessment-type.ts';

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
  };
  const isGiven = assessment.answers.some((answer) => answer.indicator === indicator);
  const answers = (isGiven ? assessment.answers : [...assessment.answers, untouched]).map((answer) =>
    answer.indicator === indicator ? changed(answer, change) : answer,
  );
  return { ...assessment, answers, result: maturityResult(assessment.model, answers) };
}

function changed(answer: ShownAnswer, change: AnswerChange): ShownAnswer {
  if ('level' in change) return { ...answer, level: change.level, applicable: true, reason: null };
  if ('notApplicableBecause' in change)
    return { ...answer, level: null, applicable: false, reason: change.notApplicableBecause };
  return { ...answer, ...change };
}
