import type { IsoDate } from '../domain/calendar.ts';
import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';

export type TaskFacts = { title: string; owner: string | null; dueOn: IsoDate | null };
export type Task = TaskFacts & { id: number; sourceNoun: string | null; sourceId: number | null };

/** What is still to do for an account, the most urgent first. */
export async function listOpenTasks(db: Reader, accountId: number): Promise<Task[]> {
  return db
    .selectFrom('task')
    .select(['id', 'title', 'owner', 'due_on as dueOn', 'source_noun as sourceNoun', 'source_id as sourceId'])
    .where('account_id', '=', accountId)
    .where('done_on', 'is', null)
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute();
}

export async function createTask(trx: Writer, accountId: number, facts: TaskFacts): Promise<number> {
  const { id } = await trx
    .insertInto('task')
    .values({ ...rowOf(facts), account_id: accountId, done_on: null, source_noun: null, source_id: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws Failure record.not-found */
export async function editTask(trx: Writer, id: number, facts: TaskFacts): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('task')
    .set(rowOf(facts))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw notFound(id);
}

/** Done on a day, or (null) open again. @throws Failure record.not-found */
export async function finishTask(trx: Writer, id: number, doneOn: IsoDate | null): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('task')
    .set({ done_on: doneOn })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw notFound(id);
}

/** @throws Failure record.not-found */
export async function deleteTask(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx.deleteFrom('task').where('id', '=', id).executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw notFound(id);
}

function rowOf({ title, owner, dueOn }: TaskFacts) {
  return { title, owner, due_on: dueOn };
}

function notFound(id: number): Failure {
  return new Failure('record.not-found', { noun: 'task', id });
}
