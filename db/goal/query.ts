import { Failure } from '../failure.ts';
import type { ReadingShown } from '../qbr/content.ts';
import type { GoalFacts } from '../qbr/facts.ts';
import type { Reader, Writer } from '../schema.ts';
import { valuePointNamed } from '../value/point-query.ts';

/** What the user says of a goal; the value point by its name. */
export type GoalEntry = Omit<GoalFacts, 'id' | 'valuePoint' | 'readings'> & {
  readonly valuePoint: string | null;
};

/** A goal with its readings in the order they were recorded. */
export type Goal = Omit<GoalFacts, 'readings'> & {
  readonly readings: readonly (ReadingShown & { readonly id: number })[];
};

/** An account's goals: those still open first, then by due date. */
export async function listGoals(db: Reader, accountId: number): Promise<Goal[]> {
  const rows = await db
    .selectFrom('goal')
    .leftJoin('value_point', 'value_point.id', 'goal.value_point_id')
    .select(['goal.id', 'metric', 'unit', 'term', 'direction', 'baseline', 'target', 'owner', 'note'])
    .select(['baseline_on as baselineOn', 'due_on as dueOn', 'defined_by as definedBy'])
    .select(['confirmed_on as confirmedOn', 'redefined_on as redefinedOn', 'closed_on as closedOn'])
    .select(['value_point.id as pointId', 'value_point.name as pointName'])
    .where('goal.account_id', '=', accountId)
    .orderBy((eb) => eb('closed_on', 'is not', null))
    .orderBy((eb) => eb('due_on', 'is', null))
    .orderBy('due_on')
    .orderBy('goal.id')
    .execute();
  const readings = await readingsOf(db, accountId);
  return rows.map(({ pointId, pointName, ...goal }) => ({
    ...goal,
    valuePoint: pointId === null || pointName === null ? null : { id: pointId, name: pointName },
    readings: readings.get(goal.id) ?? [],
  }));
}

async function readingsOf(db: Reader, accountId: number): Promise<Map<number, Goal['readings'][number][]>> {
  const rows = await db
    .selectFrom('goal_reading')
    .innerJoin('goal', 'goal.id', 'goal_reading.goal_id')
    .select(['goal_reading.id', 'goal_id as goalId', 'read_on as on', 'value', 'source'])
    .where('goal.account_id', '=', accountId)
    .orderBy('goal_reading.id')
    .execute();
  const readings = new Map<number, Goal['readings'][number][]>();
  for (const { goalId, ...reading } of rows) readings.set(goalId, [...(readings.get(goalId) ?? []), reading]);
  return readings;
}

export async function createGoal(trx: Writer, accountId: number, entry: GoalEntry): Promise<number> {
  const { id } = await trx
    .insertInto('goal')
    .values({ ...(await rowOf(trx, entry)), account_id: accountId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws Failure record.not-found */
export async function editGoal(trx: Writer, id: number, entry: GoalEntry): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('goal')
    .set(await rowOf(trx, entry))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'goal', id });
}

async function rowOf(trx: Writer, entry: GoalEntry) {
  const { metric, unit, term, direction, baseline, target, owner, note } = entry;
  return {
    metric,
    unit,
    term,
    direction,
    baseline,
    target,
    owner,
    note,
    value_point_id: await valuePointNamed(trx, entry.valuePoint),
    baseline_on: entry.baselineOn,
    due_on: entry.dueOn,
    defined_by: entry.definedBy,
    confirmed_on: entry.confirmedOn,
    redefined_on: entry.redefinedOn,
    closed_on: entry.closedOn,
  };
}

/** @throws Failure record.not-found */
export async function deleteGoal(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx.deleteFrom('goal').where('id', '=', id).executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'goal', id });
}

export async function addReadings(
  trx: Writer,
  goalId: number,
  readings: readonly ReadingShown[],
): Promise<void> {
  if (readings.length === 0) return;
  await trx
    .insertInto('goal_reading')
    .values(readings.map(({ on, value, source }) => ({ goal_id: goalId, read_on: on, value, source })))
    .execute();
}

/** @throws Failure record.not-found */
export async function editReading(
  trx: Writer,
  id: number,
  { on, value, source }: ReadingShown,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('goal_reading')
    .set({ read_on: on, value, source })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'goal_reading', id });
}

/** @throws Failure record.not-found */
export async function deleteReading(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('goal_reading')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'goal_reading', id });
}
