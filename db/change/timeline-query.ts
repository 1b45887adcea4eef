import { sql } from 'kysely';
import type { NoteKind } from '../note/query.ts';
import type { Reader } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';

export type TimelineKind =
  | NoteKind
  | 'contract-start'
  | 'contract-end'
  | 'handoff-submitted'
  | 'handoff-returned'
  | 'handoff-accepted'
  | 'kickoff'
  | 'assessment'
  | 'qbr-held'
  | 'task-done';

/** Something that happened to an account. `id` is of the row the kind speaks of: a note, contract, handoff, review, task. */
export type TimelineEntry = {
  kind: TimelineKind;
  id: number;
  on: IsoDate;
  /** What was said, or what the thing is called; null where it has no name. */
  text: string | null;
  /** The contact it was with. */
  contact: string | null;
};

/** Everything that happened to an account up to a day, the latest first. Talks planned for later are in it too. */
export async function accountTimeline(
  db: Reader,
  accountId: number,
  today: IsoDate,
  page: { readonly offset: number; readonly limit: number },
): Promise<TimelineEntry[]> {
  const { rows } = await sql<TimelineEntry>`
    select kind, id, day as "on", text, contact from (
      select note.kind as kind, note.id as id, occurred_on as day, body as text, contact.name as contact
        from note left join contact on contact.id = contact_id where note.account_id = ${accountId}
      union all
      select 'contract-start', id, start_on, product, null from contract
        where account_id = ${accountId} and start_on <= ${today}
      union all
      select 'contract-end', id, end_on, product, null from contract
        where account_id = ${accountId} and end_on < ${today}
          and not exists (select 1 from contract later where later.renews_contract_id = contract.id)
      union all
      select 'handoff-submitted', id, submitted_on, deal, null from handoff
        where account_id = ${accountId} and submitted_on is not null
      union all
      select 'handoff-returned', handoff.id, returned_on, reason, null from handoff
        join handoff_return on handoff_id = handoff.id where account_id = ${accountId}
      union all
      select 'handoff-accepted', id, accepted_on, deal, null from handoff
        where account_id = ${accountId} and accepted_on is not null
      union all
      select 'kickoff', id, kickoff_on, deal, null from handoff
        where account_id = ${accountId} and kickoff_on is not null
      union all
      select 'assessment', id, finished_on, assessor, null from assessment
        where account_id = ${accountId} and finished_on is not null
      union all
      select 'qbr-held', id, held_on, kind, null from qbr
        where account_id = ${accountId} and held_on is not null
      union all
      select 'task-done', id, done_on, title, null from task
        where account_id = ${accountId} and done_on is not null
    ) order by day desc, kind, id desc limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}
