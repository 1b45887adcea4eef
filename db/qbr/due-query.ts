import { type Expression, type SqlBool, sql } from 'kysely';
import type { Reader } from '../schema.ts';
import type { Slice } from '../segment/rule.ts';
import { isInSlice } from '../segment/slice-query.ts';
import { addDays, type IsoDate } from '../types/calendar.ts';
import {
  type CadenceFacts,
  latestCountedFrom,
  mostReviewsPerYear,
  type NextReview,
  nextReview,
  preparationDays,
  reviewDue,
} from './cadence.ts';

/** When an account's next review is due, and the one that is being prepared already. */
export type QbrDue = {
  readonly accountId: number;
  readonly account: string;
  readonly next: NextReview;
  readonly openQbrId: number | null;
};

/**
 * Every active account of the slice with the review it is due, the most overdue first and those of whom it is unknown last. Expects the
 * standings to be today's.
 */
export async function listQbrsDue(db: Reader, today: IsoDate, slice: Slice = []): Promise<QbrDue[]> {
  const rows = await listCadences(db, slice);
  return rows
    .map(({ id, name, openQbrId, fiscalStart: _, sortName: __, ...facts }) => ({
      accountId: id,
      account: name,
      openQbrId,
      next: nextReview(facts, today),
    }))
    .sort((a, b) => (dueOn(a) < dueOn(b) ? -1 : dueOn(a) > dueOn(b) ? 1 : a.accountId - b.accountId));
}

function dueOn({ next }: QbrDue): IsoDate {
  return next.kind === 'next' ? next.dueOn : '9999-12-31';
}

/**
 * The reviews that are overdue or due within the days a preparation takes and that nobody prepares yet, the most overdue
 * first. Expects the standings to be today's.
 */
export async function listQbrsToPrepare(db: Reader, today: IsoDate) {
  const latest = addDays(today, preparationDays);
  const due: { id: number; accountId: number; accountName: string; dueOn: IsoDate }[] = [];
  const { rows } = await cadences(sql<SqlBool>`openQbrId is null and ${mayBeDue(latest)}`).execute(db);
  for (const facts of rows) {
    const dueOn = reviewDue(facts)?.dueOn;
    if (dueOn !== undefined && dueOn <= latest)
      due.push({ id: facts.id, accountId: facts.id, accountName: facts.name, dueOn });
  }
  return due.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id - b.id));
}

/** Leaves out, before the rule is asked, most of those whose last review is too near. At 0: what holds without a segment's word. */
function mayBeDue(by: IsoDate): Expression<SqlBool> {
  const latest = Array.from({ length: mostReviewsPerYear + 1 }, (_, perYear) =>
    latestCountedFrom(by, perYear === 0 ? null : perYear),
  );
  const countedFrom = sql`max(coalesce(lastHeldOn, ''), coalesce(onboarding_to, ''))`;
  return sql<SqlBool>`${countedFrom} <= (${JSON.stringify(latest)} ->> coalesce(segmentPerYear, 0)) and ${countedFrom} <> ''`;
}

type Cadence = CadenceFacts & {
  id: number;
  name: string;
  openQbrId: number | null;
  /** What the name sorts by; null where the account has no standing yet. */
  sortName: string | null;
  fiscalStart: number | null;
};

/** What the cadence of each active account of the slice is counted from. Of several schemes the most frequent counts. */
export async function listCadences(db: Reader, slice: Slice): Promise<Cadence[]> {
  const { rows } = await cadences(isInSlice('account.id', slice)).execute(db);
  return rows;
}

function cadences(among: Expression<SqlBool>) {
  return sql<Cadence>`
    select account.id, account.name, size, onboarding_to as onboardingEndsOn, lastHeldOn, openQbrId, segmentPerYear,
      fiscal_year_start_month as fiscalStart, sort_name as sortName
    from account left join account_status on account_status.account_id = account.id
    left join (
      select account_id, max(held_on) filter (where kind <> 'mbr') as lastHeldOn,
        min(id) filter (where held_on is null) as openQbrId
      from (
        select id, account_id, kind, held_on from qbr
        union all select null, account_id, 'qbr', held_on from earlier_review
      ) group by account_id
    ) reviews on reviews.account_id = account.id
    left join (
      select placement.account_id, max(reviews_per_year) as segmentPerYear
      from segment_placement placement join segment on segment.id = placement.segment_id
      group by placement.account_id
    ) placed on placed.account_id = account.id
    where archived_at is null and status = 'active' and ${among}`;
}
