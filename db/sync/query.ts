import { bookSettings } from '../book/query.ts';
import { Failure } from '../failure.ts';
import { runningClocks } from '../handoff/clock-query.ts';
import { listHandoffs } from '../handoff/query.ts';
import { fieldsOf } from '../handoff/template.ts';
import type { Reader, Writer } from '../schema.ts';
import { createTask } from '../task/query.ts';
import { addDays, dateIn, type IsoDate } from '../types/calendar.ts';
import type { Language } from '../types/language.ts';
import { type SyncFacts, type SyncTopic, stickingPointDays, syncAgenda } from './rule.ts';

export type SyncLine = SyncTopic & { readonly id: number; readonly decision: string | null };
export type Sync = {
  readonly id: number;
  readonly heldOn: IsoDate;
  readonly attendees: string | null;
  readonly notes: string | null;
  readonly lines: readonly SyncLine[];
  readonly followUps: readonly {
    readonly id: number;
    readonly title: string;
    readonly owner: string | null;
    readonly dueOn: IsoDate | null;
    readonly doneOn: IsoDate | null;
    readonly accountName: string | null;
  }[];
};

/** What there is to talk about now; the fields' labels in a language. */
export async function currentAgenda(
  db: Reader,
  now: Date,
  today: IsoDate,
  language: Language,
): Promise<SyncTopic[]> {
  const [clocks, handoffs] = [await runningClocks(db, now, today), await listHandoffs(db)];
  const { time_zone } = await bookSettings(db);
  const late: SyncFacts['late'][number][] = [];
  for (const { id, accountName, seller, deal, clock } of clocks) {
    const base = { handoffId: id, accountName, seller, subject: deal };
    const { welcome, kickoff } = clock;
    if (welcome.status === 'late' && welcome.dueAt !== null)
      late.push({ ...base, reason: 'welcome-late', since: dateIn(time_zone, new Date(welcome.dueAt)) });
    if (kickoff.status === 'late') late.push({ ...base, reason: 'kickoff-late', since: kickoff.dueOn });
  }
  for (const { id, accountName, seller, deal, state, ...handoff } of handoffs) {
    const base = { handoffId: id, accountName, seller };
    const [gap] = handoff.gaps.filter(({ settledOn, dueOn }) => settledOn === null && dueOn < today);
    if (gap && state !== 'closed')
      late.push({ ...base, reason: 'gap-late', subject: gap.owner, since: gap.dueOn });
    if (state === 'returned')
      late.push({
        ...base,
        reason: 'returned',
        subject: deal,
        since: handoff.returns.at(-1)?.returnedOn ?? null,
      });
    if (state === 'submitted')
      late.push({ ...base, reason: 'waiting', subject: deal, since: handoff.submitted_on });
  }
  const from = addDays(today, -stickingPointDays);
  const returnedFields = handoffs.flatMap(({ template, returns }) => {
    const labels = new Map(fieldsOf(template).map(({ key, label }) => [key, label[language]]));
    const recent = returns.filter(({ returnedOn }) => returnedOn >= from).flatMap(({ fields }) => fields);
    return [...new Set(recent)].map((key) => labels.get(key) ?? key);
  });
  return syncAgenda({ late, returnedFields });
}

/** Every talk that was held, the latest first, with how much was talked about and decided. */
export async function listSyncs(
  db: Reader,
): Promise<{ id: number; heldOn: IsoDate; lines: number; decisions: number }[]> {
  return db
    .selectFrom('sync')
    .leftJoin('sync_line', 'sync_line.sync_id', 'sync.id')
    .select(['sync.id', 'held_on as heldOn'])
    .select((eb) => [
      eb.fn.count<number>('sync_line.id').as('lines'),
      eb.fn.count<number>('sync_line.decision').as('decisions'),
    ])
    .groupBy('sync.id')
    .orderBy('held_on', 'desc')
    .orderBy('sync.id', 'desc')
    .execute();
}

/** @throws Failure record.not-found */
export async function getSync(db: Reader, id: number): Promise<Sync> {
  const sync = await db.selectFrom('sync').selectAll().where('id', '=', id).executeTakeFirst();
  if (!sync) throw new Failure('record.not-found', { noun: 'sync', id });
  const lines = await db
    .selectFrom('sync_line')
    .select(['id', 'reason', 'handoff_id as handoffId', 'account_name as accountName'])
    .select(['seller', 'subject', 'since', 'decision'])
    .where('sync_id', '=', id)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const followUps = await db
    .selectFrom('task')
    .leftJoin('account', 'account.id', 'task.account_id')
    .select(['task.id', 'title', 'task.owner', 'due_on as dueOn', 'done_on as doneOn'])
    .select('account.name as accountName')
    .where('source_noun', '=', 'sync')
    .where('source_id', '=', id)
    .orderBy('task.id')
    .execute();
  return { id, heldOn: sync.held_on, attendees: sync.attendees, notes: sync.notes, lines, followUps };
}

/** A talk with its agenda as it is now. */
export async function createSync(
  trx: Writer,
  heldOn: IsoDate,
  agenda: readonly SyncTopic[],
): Promise<number> {
  const { id } = await trx
    .insertInto('sync')
    .values({ held_on: heldOn, attendees: null, notes: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const topic of agenda) await addSyncLine(trx, id, topic);
  return id;
}

/** Puts a topic at the end of the agenda. */
export async function addSyncLine(trx: Writer, syncId: number, topic: SyncTopic): Promise<void> {
  const { last } = await trx
    .selectFrom('sync_line')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('sync_id', '=', syncId)
    .executeTakeFirstOrThrow();
  const { handoffId, accountName, ...same } = topic;
  await trx
    .insertInto('sync_line')
    .values({
      ...same,
      handoff_id: handoffId,
      account_name: accountName,
      sync_id: syncId,
      position: (last ?? -1) + 1,
      decision: null,
    })
    .execute();
}

/** @throws Failure record.not-found */
export async function editSync(
  trx: Writer,
  id: number,
  facts: { held_on?: IsoDate; attendees?: string | null; notes?: string | null },
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('sync')
    .set(facts)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'sync', id });
}

/** What was decided on a topic; null takes it back. @throws Failure record.not-found */
export async function decideSyncLine(trx: Writer, id: number, decision: string | null): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('sync_line')
    .set({ decision })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'sync-line', id });
}

/** What somebody has to do after the talk: a task like any other, of the topic's account where it has one. */
export async function addSyncFollowUp(
  trx: Writer,
  id: number,
  facts: {
    readonly title: string;
    readonly owner: string | null;
    readonly dueOn: IsoDate | null;
    readonly accountId: number | null;
  },
): Promise<number> {
  return createTask(trx, { ...facts, interval: null }, { noun: 'sync', id });
}

/** Its follow-ups stay: they are tasks somebody agreed to. @throws Failure record.not-found */
export async function deleteSync(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx.deleteFrom('sync').where('id', '=', id).executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'sync', id });
}
