import { Failure } from '../failure.ts';
import type { Reader } from '../schema.ts';
import { type MaturityComparison, maturityComparison } from './comparison.ts';
import type { MaturityModel } from './model.ts';
import {
  type Assessment,
  type AssessmentFacts,
  type AssessmentOfSubject,
  finishedWithModel,
  getAssessment,
} from './query.ts';

export type ComparedAssessment = AssessmentFacts &
  Pick<Assessment['result'], 'coverage' | 'weakest'> & { readonly version: number };

export type ComparedAssessments = {
  readonly subject: string;
  /** As in the latest version among those compared. */
  readonly model: Pick<MaturityModel, 'key' | 'name'> & { readonly highest: number };
  /** Every finished assessment of the subject with the model, the earliest first. */
  readonly choices: readonly AssessmentOfSubject[];
  /** Those chosen, the earliest first. */
  readonly chosen: readonly ComparedAssessment[];
  readonly comparison: MaturityComparison;
};

/** As many as a radar can hold without becoming a knot. */
const chosenAtFirst = 4;

/**
 * Finished assessments of the same subject with the same model as this one, side by side: those asked for, or the latest.
 * @throws Failure record.not-found
 */
export async function compareAssessments(
  db: Reader,
  id: number,
  wanted: readonly number[] = [],
): Promise<ComparedAssessments> {
  const choices = (await finishedWithModel(db, await getAssessment(db, id))).toReversed();
  const asked = choices.filter((each) => wanted.includes(each.id));
  const ids = (asked.length > 0 ? asked : choices.slice(-chosenAtFirst)).map((each) => each.id);
  const assessments = await Promise.all(ids.map((each) => getAssessment(db, each)));
  const [first] = assessments;
  if (!first) throw new Failure('record.not-found', { noun: 'assessment', id }); // it is the only one, and not finished
  const latest = assessments.reduce((a, b) => (b.model.version > a.model.version ? b : a)).model;
  return {
    subject: first.subject,
    model: { key: latest.key, name: latest.name, highest: latest.scale.length },
    choices,
    chosen: assessments.map(({ model, result, ...facts }) => ({
      id: facts.id,
      accountId: facts.accountId,
      subject: facts.subject,
      assessedOn: facts.assessedOn,
      assessor: facts.assessor,
      finishedOn: facts.finishedOn,
      version: model.version,
      coverage: result.coverage,
      weakest: result.weakest,
    })),
    comparison: maturityComparison(assessments),
  };
}
