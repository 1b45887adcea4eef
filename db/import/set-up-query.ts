import { sql } from 'kysely';
import { createNote } from '../note/query.ts';
import { setEarlierReview } from '../qbr/earlier-review-query.ts';
import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';

/** An account that came with an import and of whose past the book knows nothing. */
export type AccountToSetUp = {
  readonly id: number;
  readonly name: string;
  readonly amountMinor: number | null;
};

/** What the user remembers of an account's past; null where they do not. */
export type Remembered = {
  readonly accountId: number;
  readonly reviewedOn: IsoDate | null;
  readonly talkedOn: IsoDate | null;
};

/** Accounts asked about at once; whoever brings more sets their pasts with a list of notes. */
const mostAsked = 200;

/** Active accounts that the latest import made and that have neither a review nor a note, the largest first. */
export async function accountsToSetUp(db: Reader): Promise<AccountToSetUp[]> {
  const { rows } = await sql<AccountToSetUp>`
    select account.id, account.name, arr_minor as amountMinor
    from change join account on account.id = change.row_id
    left join account_status on account_status.account_id = account.id
    where change.table_name = 'account' and change.before is null
      and action_id = (select max(id) from action where key = 'import.write' and kind = 'do')
      and archived_at is null and status = 'active'
      and not exists (select 1 from qbr where qbr.account_id = account.id and held_on is not null)
      and not exists (select 1 from earlier_review where earlier_review.account_id = account.id)
      and not exists (select 1 from note where note.account_id = account.id)
    order by arr_minor desc nulls last, account.id limit ${mostAsked}`.execute(db);
  return rows;
}

/** Writes what is remembered: the last talk as a note with these words, the last review as what the rhythm counts from. */
export async function setUpAccounts(
  trx: Writer,
  lines: readonly Remembered[],
  words: string,
  today: IsoDate,
): Promise<void> {
  for (const { accountId, reviewedOn, talkedOn } of lines) {
    if (reviewedOn !== null) await setEarlierReview(trx, accountId, reviewedOn);
    if (talkedOn !== null)
      await createNote(
        trx,
        accountId,
        { kind: 'note', occurredOn: talkedOn, body: words, contactId: null },
        today,
      );
  }
}
