import { sql } from 'kysely';
import type { LifecycleStage } from '../lifecycle/rule.ts';
import type { Reader } from '../schema.ts';
import type { AbilityStage, Quadrant } from '../segment/ideal-profile.ts';
import { motivation, quadrantOf } from '../segment/ideal-profile.ts';
import { abilitiesOn, motivationScores } from '../segment/ideal-profile-query.ts';
import type { Slice, TouchModel } from '../segment/rule.ts';
import { isInSlice } from '../segment/slice-query.ts';
import { addDays, type IsoDate } from '../types/calendar.ts';
import { type CapacityAccount, careNeed, type EffortRule, effortRule, potential } from './capacity.ts';
import type { HealthBand } from './model.ts';
import { gridBandOf, type Move } from './portfolio.ts';
import type { UngradedReason } from './score.ts';
import { scoresOn } from './status-query.ts';
import { changesBetween, type ScoreChange } from './trend.ts';
import { keptOf } from './view-query.ts';

/** An account in the portfolio: where it stands, where it stood at the end of last month, and what moved it. */
export type PortfolioAccount = {
  readonly id: number;
  readonly name: string;
  readonly arrMinor: number | null;
  readonly score: number | null;
  readonly band: HealthBand | null;
  readonly ungraded: UngradedReason | null;
  readonly isByHand: boolean;
  readonly coverage: number;
  readonly oldestDays: number | null;
  readonly trend: 'up' | 'down' | null;
  readonly bandSince: IsoDate;
  readonly maturity: AbilityStage | null;
  /** BANT, 0 to 12; null while a criterion is open. */
  readonly motivation: number | null;
  readonly quadrant: Quadrant | null;
  readonly stage: LifecycleStage | null;
  readonly segmentIds: readonly number[];
  readonly move: Move;
  readonly before: number | null;
  readonly changes: readonly ScoreChange[];
};

/** One that was scored last month and is no customer any more. */
export type GoneAccount = Pick<PortfolioAccount, 'id' | 'name' | 'move' | 'before'>;

type Row = Omit<
  PortfolioAccount,
  'isByHand' | 'maturity' | 'motivation' | 'quadrant' | 'segmentIds' | 'move' | 'before' | 'changes'
> & {
  scoredBand: HealthBand | null;
  detail: string;
  segments: string | null;
};

/** Every active account of the slice, the largest first. Expects statuses and scores to be the day's. */
export async function healthPortfolio(
  db: Reader,
  today: IsoDate,
  slice: Slice = [],
): Promise<{
  readonly since: IsoDate;
  readonly accounts: readonly PortfolioAccount[];
  readonly gone: readonly GoneAccount[];
}> {
  const since = addDays(`${today.slice(0, 8)}01`, -1);
  const { rows } = await sql<Row>`
    select account.id, account.name, arr_minor as arrMinor, score, band, scored_band as scoredBand, ungraded, coverage,
      oldest_days as oldestDays, trend, band_since as bandSince, stage, detail,
      (select group_concat(segment_id) from segment_placement where segment_placement.account_id = account.id) as segments
    from health_status join account on account.id = health_status.account_id
      join account_status on account_status.account_id = account.id
    where archived_at is null and ${isInSlice('account.id', slice)}
    order by arr_minor desc nulls last, sort_name`.execute(db);
  const then = await scoresOn(db, since, null);
  const abilities = await abilitiesOn(db, today);
  const scores = await motivationScores(db);
  const accounts = rows.map(({ scoredBand, detail, segments, ...row }): PortfolioAccount => {
    const before = then.get(row.id) ?? null;
    const ability = abilities.get(row.id)?.stage ?? null;
    const points = motivation(scores.get(row.id) ?? noScores).points;
    return {
      ...row,
      isByHand: row.band !== null && row.band !== scoredBand,
      maturity: ability,
      motivation: points,
      quadrant: quadrantOf(points, ability),
      segmentIds: segments?.split(',').map(Number) ?? [],
      move: { from: before === null ? 'joined' : gridBandOf(before.band), to: gridBandOf(row.band) },
      before: before?.score ?? null,
      changes: before === null ? [] : changesBetween(keptOf(before.detail), keptOf(detail)).slice(0, 3),
    };
  });
  return { since, accounts, gone: slice.length > 0 ? [] : await goneAccounts(db, then) };
}

const noScores = { budget: null, authority: null, need: null, timeline: null };

async function goneAccounts(db: Reader, then: Awaited<ReturnType<typeof scoresOn>>): Promise<GoneAccount[]> {
  const rows = await db
    .selectFrom('account')
    .select(['account.id', 'account.name'])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('health_status').select('account_id').whereRef('account_id', '=', 'account.id'))),
    )
    .execute();
  return rows.flatMap(({ id, name }) => {
    const before = then.get(id);
    return before
      ? [{ id, name, move: { from: gridBandOf(before.band), to: 'left' as const }, before: before.score }]
      : [];
  });
}

/** An account as capacity sees it. */
export type CapacityLine = CapacityAccount & {
  readonly name: string;
  readonly owner: string | null;
  readonly arrMinor: number | null;
  readonly effort: EffortRule | null;
  /** Nobody set a touch model for its segments: the middle one is assumed, and said. */
  readonly isTouchAssumed: boolean;
  readonly quietDays: number | null;
};

/** Every active account with what it could grow to and the care it needs. Expects statuses and scores to be the day's. */
export async function capacityLines(db: Reader, today: IsoDate): Promise<CapacityLine[]> {
  const { rows } = await sql<{
    id: number;
    name: string;
    owner: string | null;
    arrMinor: number | null;
    score: number | null;
    stage: LifecycleStage | null;
    touch: TouchModel | null;
    needed: number;
    unsold: number;
    quietDays: number | null;
    percentile: number | null;
  }>`
    select account.id, account.name, owner, arr_minor as arrMinor, score, stage,
      (select touch from segment_placement join segment on segment.id = segment_id
        where segment_placement.account_id = account.id and touch is not null
        order by instr('high mid tech', touch) limit 1) as touch,
      (select count(*) from account_value_point where account_value_point.account_id = account.id) as needed,
      (select count(*) from account_value_point
        where account_value_point.account_id = account.id and state = 'needed') as unsold,
      cast(julianday(${today}) - julianday(last_touched_on) as integer) as quietDays,
      case when arr_minor is null then null else percent_rank() over (order by arr_minor) end as percentile
    from health_status join account on account.id = health_status.account_id
      join account_status on account_status.account_id = account.id
    where archived_at is null order by sort_name`.execute(db);
  const abilities = await abilitiesOn(db, today);
  const scores = await motivationScores(db);
  return rows.map(({ needed, unsold, percentile, score, touch, ...row }) => {
    const ability = abilities.get(row.id);
    const { points } = motivation(scores.get(row.id) ?? noScores);
    return {
      ...row,
      touch: touch ?? 'mid',
      isTouchAssumed: touch === null,
      potential: potential({
        maturity: ability?.overall ?? null,
        motivation: points,
        neededPoints: needed,
        neededUnsold: unsold,
        arrPercentile: percentile,
      }),
      need: careNeed(score, row.stage),
      effort: effortRule(ability?.stage ?? null, quadrantOf(points, ability?.stage ?? null) === 'non-ideal'),
    };
  });
}
