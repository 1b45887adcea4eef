import type { Insertable } from 'kysely';
import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import { createTask, deleteTask, editTask, getTask } from '../task/query.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { Language } from '../types/language.ts';
import { indicatorsOf } from './model.ts';
import { maturityPlan } from './plan.ts';
import { getAssessment } from './query.ts';
import type { AssessmentStepTable } from './table.ts';

/** A step of a plan as its consultant keeps it. */
export type PlannedStep = StepFacts & {
  readonly id: number;
  readonly indicator: string;
  /** The task made of it, and when that was done. */
  readonly taskId: number | null;
  readonly doneOn: IsoDate | null;
};

export type StepFacts = {
  readonly step: string;
  readonly owner: string | null;
  /** 1 small, 2 medium, 3 large. */
  readonly effort: number;
  readonly fromOn: IsoDate | null;
  readonly toOn: IsoDate | null;
  /** For the house only. */
  readonly note: string | null;
};

/** The plan of an assessment in its order. */
export async function listSteps(db: Reader, assessmentId: number): Promise<PlannedStep[]> {
  return selectSteps(db).where('assessment_id', '=', assessmentId).orderBy('position').execute();
}

/**
 * Takes proposed steps into the plan, at its end, the most worthwhile first, in the model's words; what is in it already
 * stays as it is.
 * @throws Failure record.not-found; assessment.outside-model for an indicator no step is proposed for
 */
export async function takeSteps(
  trx: Writer,
  assessmentId: number,
  indicators: readonly string[],
  language: Language,
): Promise<void> {
  const { model, answers, result, targets } = await getAssessment(trx, assessmentId);
  const kept = await listSteps(trx, assessmentId);
  const { steps } = maturityPlan(model, answers, result, targets);
  const unknown = indicators.find((key) => !steps.some(({ indicator }) => indicator === key));
  if (unknown !== undefined) throw new Failure('assessment.outside-model', { indicator: unknown });
  const advice = new Map(indicatorsOf(model).map(({ indicator }) => [indicator.key, indicator]));
  const end = await lastPosition(trx, assessmentId);
  const rows = steps
    .filter(({ indicator }) => indicators.includes(indicator))
    .filter(({ indicator }) => kept.every((each) => each.indicator !== indicator))
    .map(({ indicator, from, effort }, at): Insertable<AssessmentStepTable> => {
      const step = advice.get(indicator)?.levels[from - 1]?.next?.advice[language] ?? indicator;
      return { assessment_id: assessmentId, indicator, position: end + 1 + at, step, effort };
    });
  if (rows.length > 0) await trx.insertInto('assessment_step').values(rows).execute();
}

/**
 * A step of the consultant's own, at the plan's end, for an indicator it is to raise. An indicator has one step at a time.
 * @throws Failure record.not-found; record.ends-before-start; assessment.outside-model; record.invalid where it has a step
 */
export async function addStep(
  trx: Writer,
  assessmentId: number,
  indicator: string,
  facts: StepFacts,
): Promise<void> {
  const { model } = await getAssessment(trx, assessmentId);
  if (!indicatorsOf(model).some((each) => each.indicator.key === indicator))
    throw new Failure('assessment.outside-model', { indicator });
  if ((await listSteps(trx, assessmentId)).some((each) => each.indicator === indicator))
    throw new Failure('record.invalid', { reason: indicator });
  const position = (await lastPosition(trx, assessmentId)) + 1;
  await trx
    .insertInto('assessment_step')
    .values({ assessment_id: assessmentId, indicator, position, ...columnsOf(facts) })
    .execute();
}

/** An open task made of it follows. @throws Failure record.not-found; record.ends-before-start */
export async function editStep(
  trx: Writer,
  assessmentId: number,
  id: number,
  facts: StepFacts,
): Promise<void> {
  const columns = columnsOf(facts);
  const { taskId, doneOn } = await getStep(trx, assessmentId, id);
  await trx.updateTable('assessment_step').set(columns).where('id', '=', id).execute();
  if (taskId === null || doneOn !== null) return;
  const { accountId, recurrence } = await getTask(trx, taskId);
  const { step, owner, toOn } = facts;
  const task = { accountId, title: titleOf(step), owner, dueOn: toOn, interval: recurrence };
  await editTask(trx, taskId, task);
}

/** @throws Failure record.ends-before-start */
function columnsOf({ step, owner, effort, fromOn, toOn, note }: StepFacts) {
  if (fromOn !== null && toOn !== null && fromOn > toOn) throw new Failure('record.ends-before-start');
  return { step, owner, effort, from_on: fromOn, to_on: toOn, note };
}

/** Exchanges a step with its neighbour; the first goes no further up, the last no further down. @throws Failure record.not-found */
export async function moveStep(
  trx: Writer,
  assessmentId: number,
  id: number,
  direction: 'up' | 'down',
): Promise<void> {
  await getStep(trx, assessmentId, id);
  const order = await trx
    .selectFrom('assessment_step')
    .select(['id', 'position'])
    .where('assessment_id', '=', assessmentId)
    .orderBy('position')
    .execute();
  const at = order.findIndex((each) => each.id === id);
  const [moved, other] = [order[at], order[at + (direction === 'up' ? -1 : 1)]];
  if (!moved || !other) return;
  for (const [row, position] of [
    [moved.id, other.position],
    [other.id, moved.position],
  ] as const)
    await trx.updateTable('assessment_step').set({ position }).where('id', '=', row).execute();
}

/** An open task made of it goes with it; a done one stays. @throws Failure record.not-found */
export async function dropStep(trx: Writer, assessmentId: number, id: number): Promise<void> {
  const { taskId, doneOn } = await getStep(trx, assessmentId, id);
  await trx.deleteFrom('assessment_step').where('id', '=', id).execute();
  if (taskId !== null && doneOn === null) await deleteTask(trx, taskId);
}

/** A task of every step that has none yet, due on its last day. @throws Failure record.not-found */
export async function makeTasks(trx: Writer, assessmentId: number): Promise<void> {
  const { accountId } = await getAssessment(trx, assessmentId);
  for (const { id, step, owner, toOn, taskId } of await listSteps(trx, assessmentId)) {
    if (taskId !== null) continue;
    const facts = { accountId, title: titleOf(step), owner, dueOn: toOn, interval: null };
    const made = await createTask(trx, facts, { noun: 'assessment', id: assessmentId });
    await trx.updateTable('assessment_step').set({ task_id: made }).where('id', '=', id).execute();
  }
}

function selectSteps(db: Reader) {
  return db
    .selectFrom('assessment_step')
    .leftJoin('task', 'task.id', 'task_id')
    .select([
      'assessment_step.id',
      'indicator',
      'step',
      'assessment_step.owner',
      'effort',
      'from_on as fromOn',
      'to_on as toOn',
      'note',
      'task_id as taskId',
      'task.done_on as doneOn',
    ]);
}

async function getStep(db: Reader, assessmentId: number, id: number): Promise<PlannedStep> {
  const step = await selectSteps(db)
    .where('assessment_step.id', '=', id)
    .where('assessment_id', '=', assessmentId)
    .executeTakeFirst();
  if (!step) throw new Failure('record.not-found', { noun: 'assessment_step', id });
  return step;
}

async function lastPosition(db: Reader, assessmentId: number): Promise<number> {
  const { last } = await db
    .selectFrom('assessment_step')
    .select((row) => row.fn.max('position').as('last'))
    .where('assessment_id', '=', assessmentId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** A task is called by a line; a longer step is cut there, and stands whole in the plan. */
const longestTitle = 200;

function titleOf(step: string): string {
  const words = step.replace(/\s+/g, ' ').trim();
  const signs = [...words];
  return words.length <= longestTitle ? words : `${signs.slice(0, longestTitle / 2).join('')}…`;
}
