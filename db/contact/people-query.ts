import type { Reader } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import { type Contact, listContacts } from './query.ts';
import { listRelations } from './relation-query.ts';
import { openThreads, type Relation } from './relationship.ts';
import { type ContactSilence, contactSilence } from './silence.ts';
import { contactTouches } from './touch-query.ts';

export type Person = Contact & { readonly silence: ContactSilence };

/** The people of an account: how quiet each is against its own rhythm, who stands how to whom, how many threads hold. */
export type AccountPeople = {
  readonly contacts: readonly Person[];
  readonly relations: readonly (Relation & { readonly id: number })[];
  /** Contacts touched in the last 90 days. */
  readonly threads: number;
};

export async function accountPeople(db: Reader, accountId: number, today: IsoDate): Promise<AccountPeople> {
  const [contacts, relations, touches] = [
    await listContacts(db, accountId),
    await listRelations(db, accountId),
    await contactTouches(db, [accountId], today),
  ];
  const touchesOf = new Map(touches.map((each) => [each.id, each.touches]));
  const people = contacts.map((contact) => ({
    ...contact,
    silence: contactSilence(touchesOf.get(contact.id) ?? [], today),
  }));
  const lastTouches = people.map(({ lastTouchedOn }) => lastTouchedOn);
  return { contacts: people, relations, threads: openThreads(lastTouches, today) };
}
