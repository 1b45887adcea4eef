import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { Slice } from '../segment/rule.ts';
import { isInSlice } from '../segment/slice-query.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { Period } from '../types/period.ts';
import type { SectionShown } from './content.ts';
import { agendaFor, type QbrKind, type QbrSection, qbrTemplates } from './kind.ts';
import { addQbrLine, assertOpen } from './line-query.ts';

/** When and where a review is held, and which days it is about. */
export type QbrMeeting = {
  readonly period: Period;
  readonly meetingOn: IsoDate | null;
  readonly minutes: number;
  readonly place: string | null;
};

/** A review as lists show it. */
export type Qbr = QbrMeeting & {
  readonly id: number;
  readonly accountId: number;
  readonly account: string;
  readonly kind: QbrKind;
  readonly heldOn: IsoDate | null;
  readonly preparationMinutes: number | null;
  /** An instant; null while it is open. */
  readonly frozenAt: string | null;
};

/** The reviews of accounts that are not archived, or those of one account; the latest period first. */
export async function listQbrs(db: Reader, accountId?: number, slice: Slice = []): Promise<Qbr[]> {
  let query = selectQbrs(db)
    .where('account.archived_at', 'is', null)
    .where(isInSlice('qbr.account_id', slice))
    .orderBy('qbr.to_on', 'desc')
    .orderBy('qbr.id', 'desc');
  if (accountId !== undefined) query = query.where('qbr.account_id', '=', accountId);
  return (await query.execute()).map(qbrOf);
}

/** @throws Failure record.not-found */
export async function getQbr(db: Reader, id: number): Promise<Qbr> {
  const row = await selectQbrs(db).where('qbr.id', '=', id).executeTakeFirst();
  if (!row) throw new Failure('record.not-found', { noun: 'qbr', id });
  return qbrOf(row);
}

function selectQbrs(db: Reader) {
  return db
    .selectFrom('qbr')
    .innerJoin('account', 'account.id', 'qbr.account_id')
    .leftJoin('qbr_freeze', 'qbr_freeze.qbr_id', 'qbr.id')
    .select(['qbr.id', 'account_id as accountId', 'account.name as account', 'kind', 'minutes', 'place'])
    .select(['meeting_on as meetingOn', 'held_on as heldOn', 'qbr_freeze.frozen_at as frozenAt'])
    .select('preparation_minutes as preparationMinutes')
    .select(['from_on', 'to_on']);
}

function qbrOf<Row extends { from_on: IsoDate; to_on: IsoDate }>({ from_on, to_on, ...row }: Row) {
  return { ...row, period: { from: from_on, to: to_on } };
}

/** The review held or frozen last before this one, of the same account: what this one is compared with. Null for the first. */
export async function previousQbr(db: Reader, { id, accountId, period }: Qbr): Promise<Qbr | null> {
  const earlier = await selectQbrs(db)
    .where('qbr.account_id', '=', accountId)
    .where('qbr.id', '<>', id)
    .where('qbr.to_on', '<', period.to)
    .where((eb) => eb.or([eb('qbr.held_on', 'is not', null), eb('qbr_freeze.id', 'is not', null)]))
    .orderBy('qbr.to_on', 'desc')
    .orderBy('qbr.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return earlier ? qbrOf(earlier) : null;
}

/** A new review with the sections and the agenda of its kind. @throws Failure record.ends-before-start */
export async function createQbr(
  trx: Writer,
  { accountId, kind, ...meeting }: QbrMeeting & Pick<Qbr, 'accountId' | 'kind'>,
): Promise<number> {
  const { id } = await trx
    .insertInto('qbr')
    .values({ ...rowOf(meeting), account_id: accountId, kind, held_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  const empty = { so_what: null, talking_point: null, question: null };
  const { sections } = qbrTemplates[kind];
  await trx
    .insertInto('qbr_section')
    .values(sections.map((section, index) => ({ ...empty, qbr_id: id, section, position: index + 1 })))
    .execute();
  await draftAgenda(trx, id, { kind, minutes: meeting.minutes });
  return id;
}

function rowOf({ period, meetingOn, minutes, place }: QbrMeeting) {
  if (period.to < period.from) throw new Failure('record.ends-before-start');
  return { from_on: period.from, to_on: period.to, meeting_on: meetingOn, minutes, place };
}

/** Gives the review the agenda of its kind, fitted to its minutes. @throws Failure qbr.frozen, record.not-found */
export async function draftAgenda(
  trx: Writer,
  id: number,
  { kind, minutes }: Pick<Qbr, 'kind' | 'minutes'>,
): Promise<void> {
  await assertOpen(trx, id);
  await trx.deleteFrom('qbr_agenda_line').where('qbr_id', '=', id).execute();
  for (const [index, line] of agendaFor(kind, minutes).entries())
    await addQbrLine(trx, 'qbr_agenda_line', id, { ...line, position: index + 1, presenter: null });
}

/** @throws Failure qbr.frozen, record.not-found, record.ends-before-start */
export async function editQbr(trx: Writer, id: number, meeting: QbrMeeting): Promise<void> {
  await assertOpen(trx, id);
  await trx.updateTable('qbr').set(rowOf(meeting)).where('id', '=', id).execute();
}

/** Notes the day the review took place, or that it has not; a frozen one can be held too. @throws Failure record.not-found */
export async function holdQbr(trx: Writer, id: number, heldOn: string | null): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('qbr')
    .set({ held_on: heldOn })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'qbr', id });
}

/** @throws Failure qbr.frozen, record.not-found */
export async function deleteQbr(trx: Writer, id: number): Promise<void> {
  await assertOpen(trx, id);
  await trx.deleteFrom('qbr').where('id', '=', id).execute();
}

export type SectionEntry = Required<SectionShown> & { readonly hidden: boolean };

/** The sections of a review in its order, hidden ones too. */
export async function qbrSectionsOf(db: Reader, id: number): Promise<SectionEntry[]> {
  const rows = await db
    .selectFrom('qbr_section')
    .select(['section', 'happened', 'so_what as soWhat', 'what_next as whatNext'])
    .select(['talking_point as talkingPoint', 'question', 'hidden'])
    .where('qbr_id', '=', id)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, hidden: row.hidden === 1 }));
}

/** What is written about a section; what is not named stays as it is. */
export type SectionChange = Pick<SectionEntry, 'section'> & Partial<SectionEntry>;

/** @throws Failure qbr.frozen, record.not-found */
export async function editQbrSection(trx: Writer, id: number, change: SectionChange): Promise<void> {
  await assertOpen(trx, id);
  const entries = await qbrSectionsOf(trx, id);
  const entry = entries.find(({ section }) => section === change.section);
  if (!entry) throw new Failure('record.not-found', { noun: 'qbr_section', id });
  const { section, happened, soWhat, whatNext, talkingPoint, question, hidden } = { ...entry, ...change };
  await trx
    .updateTable('qbr_section')
    .set({ happened, so_what: soWhat, what_next: whatNext })
    .set({ talking_point: talkingPoint, question, hidden: hidden ? 1 : 0 })
    .where('qbr_id', '=', id)
    .where('section', '=', section)
    .execute();
}

/** Puts the sections in this order; those not named follow in the order they had. @throws Failure qbr.frozen, record.not-found */
export async function orderQbrSections(trx: Writer, id: number, order: readonly QbrSection[]): Promise<void> {
  await assertOpen(trx, id);
  const sections = (await qbrSectionsOf(trx, id)).map(({ section }) => section);
  const sorted = [
    ...order.filter((section) => sections.includes(section)),
    ...sections.filter((section) => !order.includes(section)),
  ];
  for (const [index, section] of sorted.entries())
    await trx
      .updateTable('qbr_section')
      .set({ position: index + 1 })
      .where('qbr_id', '=', id)
      .where('section', '=', section)
      .execute();
}
