import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { ContactRole } from './stakeholder.ts';

export type ContactFacts = {
  name: string;
  title: string | null;
  role: ContactRole | null;
  /** 1 (none) to 5 (decides). */
  influence: number | null;
  /** −2 (against us) to +2 (for us). */
  sentiment: number | null;
  email: string | null;
  phone: string | null;
  languages: string | null;
  lastTouchedOn: IsoDate | null;
};
export type Contact = ContactFacts & { id: number };

/** Who decides comes first: by influence, then by name. */
export async function listContacts(db: Reader, accountId: number): Promise<Contact[]> {
  return db
    .selectFrom('contact')
    .select(['id', 'name', 'title', 'role', 'influence', 'sentiment', 'email', 'phone', 'languages'])
    .select('last_touched_on as lastTouchedOn')
    .where('account_id', '=', accountId)
    .orderBy('influence', (order) => order.desc().nullsLast())
    .orderBy('name')
    .execute();
}

export async function createContact(trx: Writer, accountId: number, facts: ContactFacts): Promise<number> {
  const { id } = await trx
    .insertInto('contact')
    .values({ ...rowOf(facts), account_id: accountId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws Failure record.not-found */
export async function editContact(trx: Writer, id: number, facts: ContactFacts): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('contact')
    .set(rowOf(facts))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw notFound(id);
}

/** What was said with the contact stays, without the name. @throws Failure record.not-found */
export async function deleteContact(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx.deleteFrom('contact').where('id', '=', id).executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw notFound(id);
}

/** Somebody talked to the contact on a day; an earlier talk than the last one known changes nothing. */
export async function touchContact(trx: Writer, id: number, on: IsoDate): Promise<void> {
  await trx
    .updateTable('contact')
    .set({ last_touched_on: on })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('last_touched_on', 'is', null), eb('last_touched_on', '<', on)]))
    .execute();
}

function rowOf({ lastTouchedOn, ...same }: ContactFacts) {
  return { ...same, last_touched_on: lastTouchedOn };
}

function notFound(id: number): Failure {
  return new Failure('record.not-found', { noun: 'contact', id });
}
