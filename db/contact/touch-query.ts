import { sql } from 'kysely';
import type { Reader } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import { isNamedIn } from './relationship.ts';

export type ContactTouches = {
  readonly id: number;
  readonly accountId: number;
  readonly isSponsor: boolean;
  /** Days of talks until today, in no order. */
  readonly touches: IsoDate[];
};

/**
 * The days on which each contact of these accounts (null: of all) was talked to. A talk counts for the contact it was with
 * and for those its words name; what the contact itself says was last counts too.
 */
export async function contactTouches(
  db: Reader,
  accountIds: readonly number[] | null,
  today: IsoDate,
): Promise<ContactTouches[]> {
  const ids = JSON.stringify(accountIds ?? []);
  const among = accountIds === null ? sql`true` : sql`account_id in (select value from json_each(${ids}))`;
  const { rows: contacts } = await sql<ContactRow>`
    select id, account_id as accountId, name, role, last_touched_on as lastTouchedOn from contact
    where ${among}`.execute(db);
  const { rows: talks } = await sql<Talk>`
    select account_id as accountId, contact_id as contactId, occurred_on as "on", body from note
    where kind <> 'note' and occurred_on <= ${today} and ${among}`.execute(db);
  const talksOf = Map.groupBy(talks, ({ accountId }) => accountId);
  return contacts.map(({ id, accountId, name, role, lastTouchedOn }) => ({
    id,
    accountId,
    isSponsor: role === 'sponsor',
    touches: [
      ...(lastTouchedOn === null || lastTouchedOn > today ? [] : [lastTouchedOn]),
      ...(talksOf.get(accountId) ?? [])
        .filter(({ contactId, body }) => contactId === id || isNamedIn(body, name))
        .map(({ on }) => on),
    ],
  }));
}

type ContactRow = {
  id: number;
  accountId: number;
  name: string;
  role: string | null;
  lastTouchedOn: IsoDate | null;
};
type Talk = { accountId: number; contactId: number | null; on: IsoDate; body: string };
