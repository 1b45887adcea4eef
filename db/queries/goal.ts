import type { Insertable, Selectable, Updateable } from 'kysely';
import type { GoalTerms, Reading } from '../domain/goal.ts';
import { Failure } from '../failure.ts';
import type { GoalReadingTable, GoalTable, Reader, Writer } from '../schema.ts';
import { valuePointNamed } from './value-point.ts';

export type GoalReading = Selectable<GoalReadingTable>;

/** A goal with the name of its value point and its readings in the order they were recorded. */
export type Goal = Selectable<GoalTable> & {
  readonly value_point: string | null;
  readonly readings: readonly GoalReading[];
};

/** Facts of a goal as a form gives them: the value point by its name. */
export type GoalFacts<Facts = Insertable<GoalTable>> = Omit<Facts, 'id' | 'account_id' | 'value_point_id'> & {
  value_point?: string | null;
};

/** An account's goals: those still open first, then by due date. */
export async function listGoals(db: Reader, accountId: number): Promise<Goal[]> {
  const goals = await selectGoals(db)
    .where('goal.account_id', '=', accountId)
    .orderBy((eb) => eb('goal.closed_on', 'is not', null))
    .orderBy((eb) => eb('goal.due_on', 'is', null))
    .orderBy('goal.due_on')
    .orderBy('goal.id')
    .execute();
  return withReadings(db, goals);
}

/** @throws Failure record.not-found */
export async function getGoal(db: Reader, id: number): Promise<Goal> {
  const [goal] = await withReadings(db, await selectGoals(db).where('goal.id', '=', id).execute());
  if (!goal) throw new Failure('record.not-found', { noun: 'goal', id });
  return goal;
}

function selectGoals(db: Reader) {
  return db
    .selectFrom('goal')
    .leftJoin('value_point', 'value_point.id', 'goal.value_point_id')
    .selectAll('goal')
    .select('value_point.name as value_point');
}

async function withReadings<G extends { readonly id: number }>(
  db: Reader,
  goals: readonly G[],
): Promise<(G & { readings: GoalReading[] })[]> {
  if (goals.length === 0) return [];
  const readings = await db
    .selectFrom('goal_reading')
    .selectAll()
    .where(
      'goal_id',
      'in',
      goals.map(({ id }) => id),
    )
    .orderBy('id')
    .execute();
  const byGoal = Map.groupBy(readings, ({ goal_id }) => goal_id);
  return goals.map((goal) => ({ ...goal, readings: byGoal.get(goal.id) ?? [] }));
}

/** The goal as the rules take it. */
export function goalTerms(goal: Selectable<GoalTable>): GoalTerms {
  const { direction, baseline, target } = goal;
  return { direction, baseline, baselineOn: goal.baseline_on, target, dueOn: goal.due_on };
}

export function readingOf({
  read_on,
  value,
  source,
}: GoalReading): Reading & { readonly source: string | null } {
  return { on: read_on, value, source };
}

export async function createGoal(trx: Writer, accountId: number, facts: GoalFacts): Promise<number> {
  const { value_point = null, ...rest } = facts;
  const { id } = await trx
    .insertInto('goal')
    .values({ ...rest, account_id: accountId, value_point_id: await valuePointNamed(trx, value_point) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws Failure record.not-found */
export async function editGoal(
  trx: Writer,
  id: number,
  facts: GoalFacts<Updateable<GoalTable>>,
): Promise<void> {
  const { value_point, ...rest } = facts;
  const { numUpdatedRows } = await trx
    .updateTable('goal')
    .set({
      ...rest,
      ...(value_point !== undefined && { value_point_id: await valuePointNamed(trx, value_point) }),
    })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'goal', id });
}

/** @throws Failure record.not-found */
export async function deleteGoal(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx.deleteFrom('goal').where('id', '=', id).executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'goal', id });
}

export async function addReadings(
  trx: Writer,
  goalId: number,
  readings: readonly Pick<GoalReading, 'read_on' | 'value' | 'source'>[],
): Promise<void> {
  if (readings.length === 0) return;
  await trx
    .insertInto('goal_reading')
    .values(readings.map((reading) => ({ ...reading, goal_id: goalId })))
    .execute();
}

/** @throws Failure record.not-found */
export async function editReading(
  trx: Writer,
  id: number,
  facts: Partial<Pick<GoalReading, 'read_on' | 'value' | 'source'>>,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('goal_reading')
    .set(facts)
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
