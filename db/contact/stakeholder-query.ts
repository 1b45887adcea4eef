import { bookSettings } from '../book/query.ts';
import { type Row, rowsOf, takeBack } from '../change/row-as-of-query.ts';
import type { Reader } from '../schema.ts';
import { dateIn, endOfDay, type IsoDate } from '../types/calendar.ts';
import { listContacts } from './query.ts';
import {
  type ContactRole,
  compareStakeholders,
  type Stakeholder,
  type StakeholdersShown,
} from './stakeholder.ts';

/**
 * Who is at the customer, and what changed since the end of a day. Where the customer came into the book later, the end of the
 * day it came counts: people entered together with their account did not join it that day.
 */
export async function stakeholdersSince(
  db: Reader,
  accountId: number,
  day: IsoDate,
  today: IsoDate,
): Promise<StakeholdersShown> {
  const { time_zone } = await bookSettings(db);
  const known = await knownSince(db, accountId, time_zone);
  const now = (await listContacts(db, accountId)).map(
    ({ id, name, title, role, sentiment, lastTouchedOn }) => ({
      id,
      name,
      title,
      role,
      sentiment,
      lastTouchedOn,
    }),
  );
  if (known === null || known >= today) return compareStakeholders(null, [], now);
  const since = known > day ? known : day;
  return compareStakeholders(since, await contactsAt(db, accountId, endOfDay(time_zone, since)), now);
}

/** The account's people at an instant: today's with every later change taken back. */
async function contactsAt(db: Reader, accountId: number, instant: Date): Promise<Stakeholder[]> {
  const people = await rowsOf(db, 'contact', 'account_id', [accountId]);
  const later = await db
    .selectFrom('change')
    .innerJoin('action', 'action.id', 'change.action_id')
    .select(['change.table_name', 'change.row_id', 'change.before'])
    .where('change.account_id', '=', accountId)
    .where('change.table_name', '=', 'contact')
    .where('action.at', '>', instant.toISOString())
    .orderBy('change.id', 'desc')
    .execute();
  takeBack(new Map([['contact', people]]), later);
  return [...people.values()].map(stakeholderOf);
}

/** The log keeps rows as the table had them, so their columns are the table's. */
function stakeholderOf({ id, name, title, role, sentiment, last_touched_on }: Row): Stakeholder {
  return {
    id,
    name: String(name),
    title: title as string | null,
    role: role as ContactRole | null,
    sentiment: sentiment as number | null,
    lastTouchedOn: last_touched_on as IsoDate | null,
  };
}

/** The day the account was written into this book, or the log began if that was later; null while nothing is logged. */
async function knownSince(db: Reader, accountId: number, timeZone: string): Promise<IsoDate | null> {
  const entered = await db
    .selectFrom('change')
    .innerJoin('action', 'action.id', 'change.action_id')
    .select('action.at')
    .where('table_name', '=', 'account')
    .where('row_id', '=', accountId)
    .where('before', 'is', null)
    .orderBy('change.id')
    .limit(1)
    .executeTakeFirst();
  const first =
    entered ?? (await db.selectFrom('action').select('at').orderBy('id').limit(1).executeTakeFirst());
  return first ? dateIn(timeZone, new Date(first.at)) : null;
}
