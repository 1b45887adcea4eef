import { sql } from 'kysely';
import { bookSettings } from '../book/query.ts';
import { runningClocks } from '../handoff/clock-query.ts';
import { expiredOverrides } from '../health/override-query.ts';
import { turnedRed } from '../health/status-query.ts';
import { listQbrsToPrepare } from '../qbr/due-query.ts';
import type { Reader } from '../schema.ts';
import { addDays, dateIn, type IsoDate } from '../types/calendar.ts';
import type { Flag } from '../types/column.ts';
import {
  commitmentAheadDays,
  endedBackDays,
  healthNewsDays,
  noticeAheadDays,
  reassessAfterDays,
  renewalAheadDays,
  type TodayFacts,
  type TodayKind,
} from './rule.ts';

/** More than a day's work of one kind helps nobody; what is beyond it is counted. */
const mostOfKind = 100;

type Found<Kind extends keyof TodayFacts> = TodayFacts[Kind][number];
/** With how many there are in all, on every row. */
type Counted<Kind extends keyof TodayFacts> = Found<Kind> & { total: number };

/** How many more there are of a kind than its facts tell. */
export type Unlisted = Readonly<Partial<Record<TodayKind, number>>>;

/**
 * What may need the CSM on a day. Expects the standings to be today's. The first hundred of each kind: the most pressing ones
 * by their day, for silent sponsors those of the most valuable accounts.
 */
export async function gatherToday(
  db: Reader,
  today: IsoDate,
  now: Date,
): Promise<{ facts: TodayFacts; unlisted: Unlisted }> {
  const planned = await plannedAlready(db);
  const unlisted: Partial<Record<TodayKind, number>> = {};
  const open = <Row extends { id: number }>(kind: TodayKind, rows: readonly Row[]) =>
    rows.filter(({ id }) => !planned.has(`${kind}-${id}`));
  const first = <Row extends { id: number; total: number }>(kind: TodayKind, rows: readonly Row[]) => {
    const more = (rows[0]?.total ?? 0) - rows.length;
    if (more > 0) unlisted[kind] = more;
    return open(kind, rows).map(({ total: _, ...row }) => row);
  };
  const reviews = open('qbr', await listQbrsToPrepare(db, today));
  if (reviews.length > mostOfKind) unlisted.qbr = reviews.length - mostOfKind;
  const facts: TodayFacts = {
    tasks: first('task', await dueTasks(db, today)),
    handoffs: open('handoff', await waitingHandoffs(db)),
    clocks: await dueClocks(db, now, today),
    gaps: open('handoff', await openGaps(db, addDays(today, commitmentAheadDays))),
    renewals: first('renewal', await dueLines(db, today)),
    reds: open('health', await turnedRed(db, addDays(today, -healthNewsDays))),
    overrides: open('health', await expiredOverrides(db, today, addDays(today, -healthNewsDays))),
    qbrsDue: reviews.slice(0, mostOfKind),
    meetings: await reviewMeetings(db, today),
    milestones: first('milestone', await dueMilestones(db, today)),
    commitments: first('commitment', await dueCommitments(db, addDays(today, commitmentAheadDays))),
    sponsors: first('sponsor', await silentSponsors(db, today)),
    assessments: first('assessment', await oldAssessments(db, today)),
  };
  return { facts, unlisted };
}

/** What has become a task of its own stands on the list as that task. */
async function plannedAlready(db: Reader): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('task')
    .select(['source_noun', 'source_id'])
    .where('done_on', 'is', null)
    .where('source_noun', 'is not', null)
    // A step of an assessment's plan is not the next assessment.
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('assessment_step').select('id').whereRef('task_id', '=', 'task.id'))),
    )
    .execute();
  return new Set(rows.map(({ source_noun, source_id }) => `${source_noun}-${source_id}`));
}

async function dueTasks(db: Reader, today: IsoDate): Promise<Counted<'tasks'>[]> {
  const { rows } = await sql<Counted<'tasks'>>`
    select task.id, account_id as accountId, account.name as accountName, title, due_on as dueOn,
      count(*) over () as total
    from task left join account on account.id = account_id
    where done_on is null and due_on <= ${today} and archived_at is null
      and (snoozed_until is null or snoozed_until <= ${today})
    order by due_on, task.id limit ${mostOfKind}`.execute(db);
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

/** Working days before its last one from which a kickoff that has no day yet is today's business. */
const kickoffAheadDays = 2;

/** Welcomes not sent and kickoffs late or near; a task made of the handoff does not replace them. */
async function dueClocks(db: Reader, now: Date, today: IsoDate): Promise<Found<'clocks'>[]> {
  const clocks = await runningClocks(db, now, today);
  if (clocks.length === 0) return [];
  const { time_zone } = await bookSettings(db);
  return clocks.flatMap(({ clock: { welcome, kickoff }, seller: _, ...handoff }): Found<'clocks'>[] => {
    const isLate = (status: string) => status === 'late';
    const isOpen = (status: string) => status === 'late' || status === 'waiting';
    const isNear = kickoff.status === 'late' || (kickoff.workingDays ?? 0) <= kickoffAheadDays;
    return [
      ...(isOpen(welcome.status) && welcome.dueAt !== null
        ? [
            {
              ...handoff,
              what: 'welcome' as const,
              dueOn: dateIn(time_zone, new Date(welcome.dueAt)),
              isLate: isLate(welcome.status),
            },
          ]
        : []),
      ...(isOpen(kickoff.status) && kickoff.dueOn !== null && isNear
        ? [
            {
              ...handoff,
              what: 'kickoff' as const,
              dueOn: kickoff.dueOn,
              isLate: isLate(kickoff.status),
            },
          ]
        : []),
    ];
  });
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

/**
 * Product lines whose end or notice deadline is near, and those that ended without anybody recording what became of them, each
 * by itself: a second line hides nothing of the first.
 */
async function dueLines(db: Reader, today: IsoDate): Promise<Counted<'renewals'>[]> {
  const { rows } = await sql<Omit<Counted<'renewals'>, 'renewsByItself'> & { renewsByItself: Flag }>`
    select contract_id as id, line.account_id as accountId, account.name as accountName, product, line.end_on as endOn,
      line.notice_on as noticeOn, renews_by_itself as renewsByItself, notice_given_on as noticeGivenOn,
      count(*) over () as total
    from product_line_status as line join account on account.id = line.account_id
    where archived_at is null and (
      line.end_on between ${today} and ${addDays(today, renewalAheadDays)}
      or line.notice_on between ${today} and ${addDays(today, noticeAheadDays)}
      or (line.end_on between ${addDays(today, -endedBackDays)} and ${addDays(today, -1)}
        and line.stage = 'ended' and status <> 'churned'))
    order by case when line.notice_on >= ${today} then line.notice_on else line.end_on end limit ${mostOfKind}`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, renewsByItself: row.renewsByItself === 1 }));
}

async function reviewMeetings(db: Reader, today: IsoDate): Promise<Found<'meetings'>[]> {
  const { rows } = await sql<Found<'meetings'>>`
    select qbr.id, account_id as accountId, account.name as accountName, meeting_on as meetingOn
    from qbr join account on account.id = account_id
    where held_on is null and meeting_on between ${today} and ${addDays(today, 30)} and archived_at is null
    order by meeting_on`.execute(db);
  return rows;
}

async function dueMilestones(db: Reader, today: IsoDate): Promise<Counted<'milestones'>[]> {
  const { rows } = await sql<Counted<'milestones'>>`
    select milestone.id, account_id as accountId, account.name as accountName, kind, title, title_zh as titleZh,
      due_on as dueOn, count(*) over () as total
    from milestone join account on account.id = account_id
    where reached_on is null and due_on <= ${today} and archived_at is null
    order by due_on limit ${mostOfKind}`.execute(db);
  return rows;
}

/** What our side promised. */
async function dueCommitments(db: Reader, until: IsoDate): Promise<Counted<'commitments'>[]> {
  const { rows } = await sql<Counted<'commitments'>>`
    select commitment.id, account_id as accountId, account.name as accountName, text, due_on as dueOn,
      count(*) over () as total
    from commitment join account on account.id = account_id
    where commitment.status = 'open' and due_on <= ${until} and archived_at is null
    order by due_on limit ${mostOfKind}`.execute(db);
  return rows;
}

/** Who counts as silent is derived with the account's status, by contact/silence.ts. */
async function silentSponsors(db: Reader, today: IsoDate): Promise<Counted<'sponsors'>[]> {
  const { rows } = await sql<Omit<Counted<'sponsors'>, 'isQuiet'> & { isQuiet: Flag }>`
    select account.id, account.id as accountId, account.name as accountName, contact.name as sponsor,
      sponsor_touched_on as sponsorTouchedOn, account_status.last_touched_on as anyTouchedOn,
      coalesce(quiet_from, '') <= ${today} as isQuiet, count(*) over () as total
    from account_status join account on account.id = account_status.account_id
      left join contact on contact.id = sponsor_id
    where archived_at is null and account.status = 'active'
      and (coalesce(sponsor_silent_from, '') <= ${today} or coalesce(quiet_from, '') <= ${today})
    order by arr_minor desc, sort_name limit ${mostOfKind}`.execute(db);
  return rows.map((row) => ({ ...row, isQuiet: row.isQuiet === 1 }));
}

/** By model, for each the latest: another model's says nothing of this one. Finished ones; one under way needs no reminder. */
async function oldAssessments(db: Reader, today: IsoDate): Promise<Counted<'assessments'>[]> {
  const { rows } = await sql<Counted<'assessments'>>`
    select assessment.id, account.id as accountId, account.name as accountName, max(assessed_on) as assessedOn,
      body ->> '$.name.en' as model, body ->> '$.name."zh-CN"' as modelZh, count(*) over () as total
    from assessment join account on account.id = account_id join maturity_model on maturity_model.id = model_id
    where archived_at is null and status = 'active'
    group by account.id, maturity_model.key
    having max(assessed_on) <= ${addDays(today, -reassessAfterDays)} and count(*) = count(finished_on)
    order by assessedOn limit ${mostOfKind}`.execute(db);
  return rows;
}
