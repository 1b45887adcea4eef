import type { Reader } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import { type Contact, listContacts } from './query.ts';
import { listRelations } from './relation-query.ts';
import { isNamedIn, openThreads, type Relation } from './relationship.ts';
import { type ContactSilence, contactSilence } from './silence.ts';

export type Person = Contact & { readonly silence: ContactSilence };

/** The people of an account: how quiet each is against its own rhythm, who stands how to whom, how many threads hold. */
export type AccountPeople = {
  readonly contacts: readonly Person[];
  readonly relations: readonly (Relation & { readonly id: number })[];
  /** Contacts touched in the last 90 days. */
  readonly threads: number;
};

/** A talk counts for the contact it was with and for those its words name. */
export async function accountPeople(db: Reader, accountId: number, today: IsoDate): Promise<AccountPeople> {
  const [contacts, relations, talks] = [
    await listContacts(db, accountId),
    await listRelations(db, accountId),
    await db
      .selectFrom('note')
      .select(['occurred_on as on', 'contact_id as contactId', 'body'])
      .where('account_id', '=', accountId)
      .where('kind', '<>', 'note')
      .where('occurred_on', '<=', today)
      .execute(),
  ];
  const people = contacts.map((contact) => {
    const touches = talks
      .filter(({ contactId, body }) => contactId === contact.id || isNamedIn(body, contact.name))
      .map(({ on }) => on);
    const { lastTouchedOn } = contact;
    return {
      ...contact,
      silence: contactSilence(lastTouchedOn === null ? touches : [...touches, lastTouchedOn], today),
    };
  });
  const lastTouches = people.map(({ lastTouchedOn }) => lastTouchedOn);
  return { contacts: people, relations, threads: openThreads(lastTouches, today) };
}
