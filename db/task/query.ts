import type { Insertable, Selectable, SelectQueryBuilder, Updateable } from 'kysely';
import { Failure } from '../failure.ts';
import type { Reader, Schema, Writer } from '../schema.ts';
import type { Slice } from '../segment/rule.ts';
import { isInSlice } from '../segment/slice-query.ts';
import type { IsoDate } from '../types/calendar.ts';
import { type Interval, nextOccurrence, type Recurrence, recurrenceFrom } from './rule.ts';
import type { TaskTable } from './table.ts';

export type Task = {
  readonly id: number;
  readonly accountId: number | null;
  readonly accountName: string | null;
  readonly title: string;
  readonly owner: string | null;
  readonly dueOn: IsoDate | null;
  readonly doneOn: IsoDate | null;
  readonly snoozedUntil: IsoDate | null;
  readonly recurrence: Recurrence | null;
  /** The noun and row it came from. */
  readonly sourceNoun: string | null;
  readonly sourceId: number | null;
};

/** What a task is made of; only one with a due day repeats. */
export type TaskFacts = Pick<Task, 'accountId' | 'title' | 'owner' | 'dueOn'> & {
  readonly interval: Interval | null;
};
export type TaskSource = { readonly noun: string; readonly id: number };

function selectTasks(db: Reader) {
  return db
    .selectFrom('task')
    .leftJoin('account', 'account.id', 'task.account_id')
    .selectAll('task')
    .select('account.name as accountName');
}

/** Those of archived accounts rest with them. */
function selectLiveTasks(db: Reader) {
  return selectTasks(db).where('account.archived_at', 'is', null);
}

/** Of the book, of one account, or of the accounts in a slice. */
type TaskScope = {
  readonly accountId?: number | undefined;
  readonly slice?: Slice | undefined;
  readonly limit: number;
};

/** Open tasks, the earliest due first and undated ones last, of the book or of one account. */
export async function listOpenTasks(db: Reader, { accountId, slice, limit }: TaskScope): Promise<Task[]> {
  const open = inScope(selectLiveTasks(db), accountId, slice).where('done_on', 'is', null);
  const dated = await open
    .where('due_on', 'is not', null)
    .orderBy('due_on')
    .orderBy('task.id')
    .limit(limit)
    .execute();
  if (dated.length === limit) return dated.map(toTask);
  const undated = await open
    .where('due_on', 'is', null)
    .orderBy('task.id')
    .limit(limit - dated.length)
    .execute();
  return [...dated, ...undated].map(toTask);
}

/** Done tasks, the latest first. */
export async function listDoneTasks(db: Reader, { accountId, slice, limit }: TaskScope): Promise<Task[]> {
  const rows = await inScope(selectLiveTasks(db), accountId, slice)
    .where('done_on', 'is not', null)
    .orderBy('done_on', 'desc')
    .orderBy('task.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toTask);
}

/** Open tasks due by the day that are not put off beyond it: what a reminder tells of. */
export async function listDueTasks(db: Reader, today: IsoDate): Promise<Task[]> {
  const rows = await selectLiveTasks(db)
    .where('done_on', 'is', null)
    .where('due_on', '<=', today)
    .where((eb) => eb.or([eb('snoozed_until', 'is', null), eb('snoozed_until', '<=', today)]))
    .orderBy('due_on')
    .orderBy('task.id')
    .execute();
  return rows.map(toTask);
}

/** What came of a record, done ones too, in the order they were written down. */
export async function listTasksFrom(db: Reader, { noun, id }: TaskSource): Promise<Task[]> {
  const rows = await selectTasks(db)
    .where('source_noun', '=', noun)
    .where('source_id', '=', id)
    .orderBy('task.id')
    .execute();
  return rows.map(toTask);
}

/** @throws Failure record.not-found */
export async function getTask(db: Reader, id: number): Promise<Task> {
  const row = await selectTasks(db).where('task.id', '=', id).executeTakeFirst();
  if (!row) throw new Failure('record.not-found', { noun: 'task', id });
  return toTask(row);
}

export async function createTask(trx: Writer, facts: TaskFacts, source: TaskSource | null): Promise<number> {
  const recurrence = recurrenceFrom(facts.interval, facts.dueOn, null);
  return insert(trx, { ...columnsOf(facts, recurrence), ...sourceColumns(source) });
}

/** A new due day wakes a task that was put off. @throws Failure record.not-found */
export async function editTask(trx: Writer, id: number, facts: TaskFacts): Promise<void> {
  const before = await getTask(trx, id);
  await update(trx, id, {
    ...columnsOf(facts, recurrenceFrom(facts.interval, facts.dueOn, before)),
    ...(before.dueOn !== facts.dueOn && { snoozed_until: null }),
  });
}

/**
 * Marks a task done. One that repeats is followed by its next occurrence, past today and past its own due day, so that
 * doing it late skips what was missed and doing it early does not bring it back tomorrow.
 * @returns the id of the next one, null when it does not repeat
 * @throws Failure record.not-found
 */
export async function finishTask(trx: Writer, id: number, today: IsoDate): Promise<number | null> {
  const { recurrence, sourceNoun, sourceId, ...facts } = await getTask(trx, id);
  await update(trx, id, { done_on: today, ...recurrenceColumns(null) });
  if (!recurrence) return null;
  const after = facts.dueOn !== null && facts.dueOn > today ? facts.dueOn : today;
  const next = { ...facts, dueOn: nextOccurrence(recurrence, after) };
  const source = { source_noun: sourceNoun, source_id: sourceId };
  return insert(trx, { ...columnsOf(next, recurrence), ...source });
}

/** @throws Failure record.not-found */
export async function reopenTask(trx: Writer, id: number): Promise<void> {
  await update(trx, id, { done_on: null });
}

/** Puts a task off until a day, or wakes it with null; its due day stays. @throws Failure record.not-found */
export async function snoozeTask(trx: Writer, id: number, until: IsoDate | null): Promise<void> {
  await update(trx, id, { snoozed_until: until });
}

/** @throws Failure record.not-found */
export async function deleteTask(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx.deleteFrom('task').where('id', '=', id).executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'task', id });
}

async function insert(trx: Writer, task: Insertable<TaskTable>): Promise<number> {
  const { id } = await trx.insertInto('task').values(task).returning('id').executeTakeFirstOrThrow();
  return id;
}

async function update(trx: Writer, id: number, change: Updateable<TaskTable>): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('task')
    .set(change)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'task', id });
}

function columnsOf(facts: Omit<TaskFacts, 'interval'>, recurrence: Recurrence | null) {
  const { accountId, title, owner, dueOn } = facts;
  return { account_id: accountId, title, owner, due_on: dueOn, ...recurrenceColumns(recurrence) };
}

function recurrenceColumns(recurrence: Recurrence | null) {
  return {
    repeat_unit: recurrence?.unit ?? null,
    repeat_every: recurrence?.every ?? null,
    repeat_from_on: recurrence?.fromOn ?? null,
  };
}

function sourceColumns(source: TaskSource | null) {
  return { source_noun: source?.noun ?? null, source_id: source?.id ?? null };
}

function toTask(row: Selectable<TaskTable> & { accountName: string | null }): Task {
  const { repeat_unit: unit, repeat_every: every, repeat_from_on: fromOn } = row;
  const repeats = unit !== null && every !== null && fromOn !== null;
  return {
    id: row.id,
    accountId: row.account_id,
    accountName: row.accountName,
    title: row.title,
    owner: row.owner,
    dueOn: row.due_on,
    doneOn: row.done_on,
    snoozedUntil: row.snoozed_until,
    recurrence: repeats ? { unit, every, fromOn } : null,
    sourceNoun: row.source_noun,
    sourceId: row.source_id,
  };
}

function inScope<O>(
  query: SelectQueryBuilder<Schema, 'task' | 'account', O>,
  accountId: number | undefined,
  slice: Slice = [],
): SelectQueryBuilder<Schema, 'task' | 'account', O> {
  const cut = slice.length === 0 ? query : query.where(isInSlice('task.account_id', slice));
  return accountId === undefined ? cut : cut.where('task.account_id', '=', accountId);
}
