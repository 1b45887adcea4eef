import { sql } from 'kysely';
import { addDays, type IsoDate } from '../domain/calendar.ts';
import {
  promiseAheadDays,
  reassessAfterDays,
  renewalAheadDays,
  silentAfterDays,
  type TodayFacts,
  type TodayKind,
} from '../domain/today.ts';
import type { Reader } from '../schema.ts';
import { listQbrsDue } from './qbr-due.ts';

/** More than a day's work of one kind helps nobody; the count says how many there are. */
const mostOfKind = 100;

type Found<Kind extends keyof TodayFacts> = TodayFacts[Kind][number];

/**
 * What may need the CSM on a day. Expects the standings to be today's. Sponsors beyond the first hundred, the most valuable
 * accounts first, are only counted.
 */
export async function gatherToday(
  db: Reader,
  today: IsoDate,
): Promise<{ facts: TodayFacts; silentSponsors: number }> {
  const planned = await plannedAlready(db);
  const open = <Row extends { id: number }>(kind: TodayKind, rows: readonly Row[]) =>
    rows.filter(({ id }) => !planned.has(`${kind}-${id}`));
  const [sponsors, meetings] = [await silentSponsors(db, today), await reviewMeetings(db, today)];
  const facts: TodayFacts = {
    tasks: await dueTasks(db, today),
    handoffs: open('handoff', await waitingHandoffs(db)),
    gaps: open('handoff', await openGaps(db, addDays(today, promiseAheadDays))),
    renewals: open('renewal', await nearRenewals(db, today)),
    qbrsDue: open('qbr', await reviewsDue(db, today)),
    meetings,
    milestones: open('milestone', await dueMilestones(db, today)),
    promises: open('promise', await duePromises(db, addDays(today, promiseAheadDays))),
    sponsors: open('sponsor', sponsors.slice(0, mostOfKind)),
    assessments: open('assessment', await oldAssessments(db, today)),
  };
  return { facts, silentSponsors: sponsors[0]?.total ?? 0 };
}

/** What has become a task of its own stands on the list as that task. */
async function plannedAlready(db: Reader): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('task')
    .select(['source_noun', 'source_id'])
    .where('done_on', 'is', null)
    .where('source_noun', 'is not', null)
    .execute();
  return new Set(rows.map(({ source_noun, source_id }) => `${source_noun}-${source_id}`));
}

async function dueTasks(db: Reader, today: IsoDate): Promise<Found<'tasks'>[]> {
  const { rows } = await sql<Found<'tasks'>>`
    select task.id, account_id as accountId, account.name as accountName, title, due_on as dueOn
    from task left join account on account.id = account_id
    where done_on is null and due_on <= ${today} and archived_at is null
      and (snoozed_until is null or snoozed_until <= ${today})
    order by due_on, task.id`.execute(db);
  return rows;
}

async function waitingHandoffs(db: Reader): Promise<Found<'handoffs'>[]> {
  const { rows } = await sql<Found<'handoffs'>>`
    select handoff.id, account_id as accountId, account.name as accountName, state, deal,
      coalesce((select max(returned_on) from handoff_return where handoff_id = handoff.id and state = 'returned'),
        submitted_on) as since
    from handoff join account on account.id = account_id
    where state in ('submitted', 'returned') and archived_at is null and submitted_on is not null`.execute(
    db,
  );
  return rows;
}

/** One per handoff: the gap that is due first. */
async function openGaps(db: Reader, until: IsoDate): Promise<Found<'gaps'>[]> {
  const { rows } = await sql<Found<'gaps'>>`
    select handoff.id, account_id as accountId, account.name as accountName, handoff_gap.owner, min(due_on) as dueOn
    from handoff_gap join handoff on handoff.id = handoff_id join account on account.id = account_id
    where settled_on is null and due_on <= ${until} and state <> 'closed' and archived_at is null
    group by handoff.id`.execute(db);
  return rows;
}

async function nearRenewals(db: Reader, today: IsoDate): Promise<Found<'renewals'>[]> {
  const until = addDays(today, renewalAheadDays);
  const { rows } = await sql<Found<'renewals'>>`
    select account.id, account.id as accountId, account.name as accountName, renewal_on as endOn, notice_on as noticeOn
    from account_standing join account on account.id = account_id
    where renewal_on between ${today} and ${until} and archived_at is null
    order by renewal_on`.execute(db);
  return rows;
}

/** Overdue reviews and those due within the days a preparation takes, unless one is being prepared. */
async function reviewsDue(db: Reader, today: IsoDate): Promise<Found<'qbrsDue'>[]> {
  return (await listQbrsDue(db, today)).flatMap(({ accountId, account, next, openQbrId }) =>
    next.kind === 'next' && next.state !== 'coming' && openQbrId === null
      ? [{ id: accountId, accountId, accountName: account, dueOn: next.dueOn }]
      : [],
  );
}

async function reviewMeetings(db: Reader, today: IsoDate): Promise<Found<'meetings'>[]> {
  const { rows } = await sql<Found<'meetings'>>`
    select qbr.id, account_id as accountId, account.name as accountName, meeting_on as meetingOn
    from qbr join account on account.id = account_id
    where held_on is null and meeting_on between ${today} and ${addDays(today, 30)} and archived_at is null
    order by meeting_on`.execute(db);
  return rows;
}

async function dueMilestones(db: Reader, today: IsoDate): Promise<Found<'milestones'>[]> {
  const { rows } = await sql<Found<'milestones'>>`
    select milestone.id, account_id as accountId, account.name as accountName, kind, title, title_zh as titleZh,
      due_on as dueOn
    from milestone join account on account.id = account_id
    where reached_on is null and due_on <= ${today} and archived_at is null
    order by due_on limit ${mostOfKind}`.execute(db);
  return rows;
}

/** What our side promised. */
async function duePromises(db: Reader, until: IsoDate): Promise<Found<'promises'>[]> {
  const { rows } = await sql<Found<'promises'>>`
    select promise.id, account_id as accountId, account.name as accountName, text, due_on as dueOn
    from promise join account on account.id = account_id
    where promise.status = 'open' and due_on <= ${until} and archived_at is null
    order by due_on limit ${mostOfKind}`.execute(db);
  return rows;
}

async function silentSponsors(
  db: Reader,
  today: IsoDate,
): Promise<(Found<'sponsors'> & { total: number })[]> {
  const before = addDays(today, -silentAfterDays);
  const { rows } = await sql<Found<'sponsors'> & { total: number }>`
    select account.id, account.id as accountId, account.name as accountName,
      sponsor.name as sponsor, sponsor.touched as sponsorTouchedOn,
      account_standing.last_touched_on as anyTouchedOn, count(*) over () as total
    from account join account_standing on account_standing.account_id = account.id
    left join (
      select account_id, name, max(coalesce(last_touched_on, '')) as touched from contact
      where role = 'sponsor' group by account_id
    ) sponsor on sponsor.account_id = account.id
    where archived_at is null and status = 'active'
      and (coalesce(account_standing.last_touched_on, '') <= ${before} or coalesce(sponsor.touched, '') <= ${before})
    order by arr_minor desc, sort_name limit ${mostOfKind + 100}`.execute(db);
  return rows.map((row) => ({ ...row, sponsorTouchedOn: row.sponsorTouchedOn || null }));
}

/** Finished ones; an assessment under way needs no reminder. */
async function oldAssessments(db: Reader, today: IsoDate): Promise<Found<'assessments'>[]> {
  const { rows } = await sql<Found<'assessments'>>`
    select account.id, account.id as accountId, account.name as accountName, max(assessed_on) as assessedOn
    from assessment join account on account.id = account_id
    where archived_at is null and status = 'active'
    group by account.id
    having max(assessed_on) <= ${addDays(today, -reassessAfterDays)} and count(*) = count(finished_on)
    order by assessedOn limit ${mostOfKind}`.execute(db);
  return rows;
}
