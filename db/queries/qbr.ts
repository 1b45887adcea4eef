import type { Insertable, Selectable, Updateable } from 'kysely';
import { agendaFor, type QbrSection, qbrTemplates } from '../domain/qbr-kind.ts';
import { Failure } from '../failure.ts';
import type { QbrSectionTable, QbrTable, Reader, Writer } from '../schema.ts';
import { addQbrLine, assertOpen } from './qbr-line.ts';

/** A review as lists show it. */
export type Qbr = Selectable<QbrTable> & {
  readonly account: string;
  /** An instant; null while it is open. */
  readonly frozen_at: string | null;
};

/** The reviews of accounts that are not archived, or those of one account; the latest period first. */
export async function listQbrs(db: Reader, accountId?: number): Promise<Qbr[]> {
  let query = selectQbrs(db)
    .where('account.archived_at', 'is', null)
    .orderBy('qbr.to_on', 'desc')
    .orderBy('qbr.id', 'desc');
  if (accountId !== undefined) query = query.where('qbr.account_id', '=', accountId);
  return query.execute();
}

/** @throws Failure record.not-found */
export async function getQbr(db: Reader, id: number): Promise<Qbr> {
  const qbr = await selectQbrs(db).where('qbr.id', '=', id).executeTakeFirst();
  if (!qbr) throw new Failure('record.not-found', { noun: 'qbr', id });
  return qbr;
}

function selectQbrs(db: Reader) {
  return db
    .selectFrom('qbr')
    .innerJoin('account', 'account.id', 'qbr.account_id')
    .leftJoin('qbr_freeze', 'qbr_freeze.qbr_id', 'qbr.id')
    .selectAll('qbr')
    .select(['account.name as account', 'qbr_freeze.frozen_at']);
}

/** The review held or frozen last before this one, of the same account: what this one is compared with. Null for the first. */
export async function previousQbr(db: Reader, { id, account_id, to_on }: Qbr): Promise<Qbr | null> {
  const earlier = await selectQbrs(db)
    .where('qbr.account_id', '=', account_id)
    .where('qbr.id', '<>', id)
    .where('qbr.to_on', '<', to_on)
    .where((eb) => eb.or([eb('qbr.held_on', 'is not', null), eb('qbr_freeze.id', 'is not', null)]))
    .orderBy('qbr.to_on', 'desc')
    .orderBy('qbr.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return earlier ?? null;
}

/** A new review with the sections and the agenda of its kind, and whoever should be in the room. */
export async function createQbr(
  trx: Writer,
  facts: Omit<Insertable<QbrTable>, 'id' | 'held_on'>,
): Promise<number> {
  const { id } = await trx
    .insertInto('qbr')
    .values({ ...facts, held_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { sections } = qbrTemplates[facts.kind];
  await trx
    .insertInto('qbr_section')
    .values(sections.map((section, index) => emptySection(id, section, index + 1)))
    .execute();
  await layAgenda(trx, id, facts);
  return id;
}

function emptySection(qbrId: number, section: QbrSection, position: number): Insertable<QbrSectionTable> {
  return { qbr_id: qbrId, section, position, so_what: null, talking_point: null, question: null };
}

/** Gives the review the agenda of its kind, fitted to its minutes. @throws Failure qbr.frozen, record.not-found */
export async function layAgenda(
  trx: Writer,
  id: number,
  { kind, minutes }: Pick<Qbr, 'kind' | 'minutes'>,
): Promise<void> {
  await assertOpen(trx, id);
  await trx.deleteFrom('qbr_agenda_line').where('qbr_id', '=', id).execute();
  for (const [index, line] of agendaFor(kind, minutes).entries())
    await addQbrLine(trx, 'qbr_agenda_line', id, { ...line, position: index + 1, presenter: null });
}

/** @throws Failure qbr.frozen, record.not-found */
export async function editQbr(
  trx: Writer,
  id: number,
  facts: Omit<Updateable<QbrTable>, 'id' | 'account_id' | 'held_on'>,
): Promise<void> {
  await assertOpen(trx, id);
  await trx.updateTable('qbr').set(facts).where('id', '=', id).execute();
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

/** The sections of a review in its order, hidden ones too. */
export async function qbrSectionsOf(db: Reader, id: number): Promise<Selectable<QbrSectionTable>[]> {
  return db.selectFrom('qbr_section').selectAll().where('qbr_id', '=', id).orderBy('position').execute();
}

/** Changes what is given of a section and leaves the rest. @throws Failure qbr.frozen, record.not-found */
export async function editQbrSection(
  trx: Writer,
  id: number,
  section: QbrSection,
  facts: Pick<Updateable<QbrSectionTable>, 'hidden' | 'so_what' | 'talking_point' | 'question'>,
): Promise<void> {
  await assertOpen(trx, id);
  const { numUpdatedRows } = await trx
    .updateTable('qbr_section')
    .set(facts)
    .where('qbr_id', '=', id)
    .where('section', '=', section)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'qbr_section', id });
}

/** Puts the sections in this order; those not named keep theirs, after the named ones. @throws Failure qbr.frozen, record.not-found */
export async function orderQbrSections(trx: Writer, id: number, order: readonly QbrSection[]): Promise<void> {
  await assertOpen(trx, id);
  const sections = await qbrSectionsOf(trx, id);
  const rank = (section: QbrSection) => (order.includes(section) ? order.indexOf(section) : order.length);
  const sorted = sections.toSorted((a, b) => rank(a.section) - rank(b.section) || a.position - b.position);
  for (const [index, row] of sorted.entries())
    await trx
      .updateTable('qbr_section')
      .set({ position: index + 1 })
      .where('id', '=', row.id)
      .execute();
}
