import type { Reader } from '../schema.ts';
import { type MaturityChange, maturityChange } from './change.ts';
import { type MaturityLift, maturityLift } from './lift.ts';
import { type MaturityPlan, maturityPlan } from './plan.ts';
import { planProgress, type StepProgress } from './plan-progress.ts';
import {
  type Assessment,
  type AssessmentOfSubject,
  finishedWithModel,
  getAssessment,
  madeBefore,
} from './query.ts';
import { listSteps, type PlannedStep } from './step-query.ts';

export type AssessmentView = Assessment & {
  readonly plan: MaturityPlan;
  /** What of it was kept, in the order it is to be done. */
  readonly steps: readonly PlannedStep[];
  /** What would lift the stage by one; null where nothing can be said. */
  readonly lift: MaturityLift | null;
  /** What it may be compared with, the latest first. */
  readonly earlier: readonly AssessmentOfSubject[];
  /** How many of its subject are finished with the model, whenever they were made. */
  readonly finished: number;
  /** The earlier one it is compared with, and what changed since. */
  readonly compared:
    | (Assessment & {
        readonly change: MaturityChange;
        /** The plan that was made then, and which of its steps raised their indicator since. */
        readonly steps: readonly PlannedStep[];
        readonly progress: readonly StepProgress[];
      })
    | null;
};

/**
 * An assessment whole, with what it advises, and what changed since an earlier one of the same subject: the latest before
 * it, or the one asked for.
 * @throws Failure record.not-found
 */
export async function viewAssessment(db: Reader, id: number, against?: number): Promise<AssessmentView> {
  const assessment = await getAssessment(db, id);
  const { model, answers, result, targets } = assessment;
  const finished = await finishedWithModel(db, assessment);
  const earlier = madeBefore(assessment, finished);
  const chosen = against === undefined ? earlier[0] : earlier.find((each) => each.id === against);
  const compared = chosen ? await getAssessment(db, chosen.id) : null;
  const before = compared ? await listSteps(db, compared.id) : [];
  return {
    ...assessment,
    plan: maturityPlan(model, answers, result, targets),
    steps: await listSteps(db, id),
    lift: maturityLift(model, answers, result),
    earlier,
    finished: finished.length,
    compared: compared && {
      ...compared,
      change: maturityChange(assessment, compared),
      steps: before,
      progress: planProgress(before, assessment, compared),
    },
  };
}
