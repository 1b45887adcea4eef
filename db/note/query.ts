import { touchContact } from '../contact/query.ts';
import { isNamedIn } from '../contact/relationship.ts';
import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';

export const noteKinds = ['note', 'meeting', 'call', 'email', 'visit'] as const;
/** All but `note` are talks with the customer. */
export type NoteKind = (typeof noteKinds)[number];

export type NoteFacts = { kind: NoteKind; occurredOn: IsoDate; body: string; contactId: number | null };
export type Note = NoteFacts & { id: number; accountId: number };

/** @throws Failure record.not-found */
export async function getNote(db: Reader, id: number): Promise<Note> {
  const note = await db
    .selectFrom('note')
    .select([
      'id',
      'account_id as accountId',
      'kind',
      'occurred_on as occurredOn',
      'body',
      'contact_id as contactId',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!note) throw notFound(id);
  return note;
}

/** A talk is also the day the contact it was with was last touched, and those its words name. */
export async function createNote(
  trx: Writer,
  accountId: number,
  facts: NoteFacts,
  today: IsoDate,
): Promise<number> {
  const { id } = await trx
    .insertInto('note')
    .values({ ...rowOf(facts), account_id: accountId })
    .returning('id')
    .executeTakeFirstOrThrow();
  await touch(trx, accountId, facts, today);
  return id;
}

/** @throws Failure record.not-found */
export async function editNote(trx: Writer, id: number, facts: NoteFacts, today: IsoDate): Promise<void> {
  const note = await trx
    .updateTable('note')
    .set(rowOf(facts))
    .where('id', '=', id)
    .returning('account_id')
    .executeTakeFirst();
  if (!note) throw notFound(id);
  await touch(trx, note.account_id, facts, today);
}

/** @throws Failure record.not-found */
export async function deleteNote(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx.deleteFrom('note').where('id', '=', id).executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw notFound(id);
}

async function touch(trx: Writer, accountId: number, facts: NoteFacts, today: IsoDate): Promise<void> {
  const { kind, contactId, occurredOn, body } = facts;
  if (kind === 'note' || occurredOn > today) return;
  const contacts = await trx
    .selectFrom('contact')
    .select(['id', 'name'])
    .where('account_id', '=', accountId)
    .execute();
  for (const { id, name } of contacts)
    if (id === contactId || isNamedIn(body, name)) await touchContact(trx, id, occurredOn);
}

function rowOf({ kind, occurredOn, body, contactId }: NoteFacts) {
  return { kind, occurred_on: occurredOn, body, contact_id: contactId };
}

function notFound(id: number): Failure {
  return new Failure('record.not-found', { noun: 'note', id });
}
