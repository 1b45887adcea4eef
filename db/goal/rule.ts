import { addDays, daysBetween, type IsoDate } from '../types/calendar.ts';
import { includes, type Period } from '../types/period.ts';

export const goalDirections = ['increase', 'decrease'] as const;
/** Which way the metric has to move. Attainment follows from baseline and target alone; the direction decides where they are equal. */
export type GoalDirection = (typeof goalDirections)[number];

export const goalTerms = ['short', 'long'] as const;
export type GoalTerm = (typeof goalTerms)[number];

/** What the rules need of a goal; what isn't known yet is null. Values are in the metric's own unit. */
export type GoalTerms = {
  readonly direction: GoalDirection;
  readonly baseline: number | null;
  /** The day the baseline was measured: progress is expected to begin here. */
  readonly baselineOn: IsoDate | null;
  readonly target: number | null;
  /** The last day on which reaching the target is in time. */
  readonly dueOn: IsoDate | null;
};

export type Reading = { readonly on: IsoDate; readonly value: number };

export type AttainmentGap = 'no-reading' | 'no-baseline' | 'no-target' | 'target-equals-baseline';

/**
 * `fraction` lies between 0 and 1.5; `beyond` says when the true figure was cut off there, so that a goal worse than its
 * baseline can be told from one that has not moved. Without a defined figure the first gap is named, and no number is given.
 */
export type Attainment =
  | {
      readonly kind: 'attained';
      readonly fraction: number;
      readonly beyond: 'worse-than-baseline' | 'over-150-percent' | null;
    }
  | { readonly kind: 'undefined'; readonly gap: AttainmentGap };

/** Far above the target says little more than above it, and would drown the others in a mean or a chart. */
const maximumAttainment = 1.5;

/** How much of the way from baseline to target is done: (current − baseline) / (target − baseline), domain.md 5. Lower-is-better needs no case of its own: both differences change sign. */
export function attainment(goal: Pick<GoalTerms, 'baseline' | 'target'>, current: number | null): Attainment {
  const { baseline, target } = goal;
  if (target === null) return { kind: 'undefined', gap: 'no-target' };
  if (baseline === null) return { kind: 'undefined', gap: 'no-baseline' };
  if (target === baseline) return { kind: 'undefined', gap: 'target-equals-baseline' };
  if (current === null) return { kind: 'undefined', gap: 'no-reading' };
  const fraction = (current - baseline) / (target - baseline);
  if (fraction < 0) return { kind: 'attained', fraction: 0, beyond: 'worse-than-baseline' };
  if (fraction > maximumAttainment)
    return { kind: 'attained', fraction: maximumAttainment, beyond: 'over-150-percent' };
  // Standing still on a goal that has to fall gives −0, which formats as "-0 %".
  return { kind: 'attained', fraction: fraction === 0 ? 0 : fraction, beyond: null };
}

/** The latest reading on or before the day; of several on one day the one given last, as the later entry corrects the earlier. */
export function readingInForce<R extends Reading>(readings: readonly R[], at: IsoDate): R | null {
  let latest: R | null = null;
  for (const reading of readings)
    if (reading.on <= at && (latest === null || reading.on >= latest.on)) latest = reading;
  return latest;
}

/** Older than this, a reading no longer says where a goal stands. */
export const staleReadingDays = 60;

/** Whether the reading is too old to be shown without a warning: 60 days are still fresh, 61 are stale. */
export function isStaleReading(reading: Pick<Reading, 'on'>, today: IsoDate): boolean {
  return daysBetween(reading.on, today) > staleReadingDays;
}

export const goalStatuses = ['achieved', 'on-track', 'at-risk', 'delayed'] as const;
export type GoalStatus = (typeof goalStatuses)[number];

/** Behind the straight line by up to a tenth of the way is within the noise of monthly figures. */
const onTrackLag = 0.1;
/** Up to a third of the way behind can still be caught up with a correction; more cannot. */
const atRiskLag = 1 / 3;

/**
 * The status word of a goal on a day, or null where there is no reading, target or baseline, or no due date to measure against.
 *
 * - achieved: the target is reached, whenever that was.
 * - delayed: the due date has passed without it.
 * - before the due date the reading is compared with the straight line from the baseline (on its day) to the target (on the
 *   due date), *at the day of the reading*: a figure isn't held against days it doesn't cover. Behind the line by at most 10 % of
 *   the whole way is on track, by at most a third at risk, by more delayed.
 * - a goal to hold what is there (target = baseline) is on track while the reading is no worse than the target and achieved
 *   when the due date has passed so; a worse reading is at risk, after the due date delayed.
 */
export function goalStatus(goal: GoalTerms, reading: Reading | null, today: IsoDate): GoalStatus | null {
  const attained = attainment(goal, reading?.value ?? null);
  if (reading === null) return null;
  if (attained.kind === 'undefined')
    return attained.gap === 'target-equals-baseline' ? holdingStatus(goal, reading, today) : null;
  if (attained.fraction >= 1) return 'achieved';
  if (goal.dueOn === null) return null;
  if (today > goal.dueOn) return 'delayed';
  const expected = expectedProgress(goal, reading.on);
  if (expected === null) return null;
  const lag = expected - attained.fraction;
  if (lag <= onTrackLag) return 'on-track';
  return lag <= atRiskLag ? 'at-risk' : 'delayed';
}

/** Where the straight line from baseline to target stands on a day, 0 to 1; null when one of its ends has no date. A goal due on the day of its baseline, or before, is expected at once. */
export function expectedProgress(goal: Pick<GoalTerms, 'baselineOn' | 'dueOn'>, on: IsoDate): number | null {
  if (goal.baselineOn === null || goal.dueOn === null) return null;
  const days = daysBetween(goal.baselineOn, goal.dueOn);
  if (days <= 0) return 1;
  return Math.min(1, Math.max(0, daysBetween(goal.baselineOn, on) / days));
}

function holdingStatus(goal: GoalTerms, reading: Reading, today: IsoDate): GoalStatus | null {
  const { target, dueOn, direction } = goal;
  if (target === null || dueOn === null) return null;
  const held = direction === 'increase' ? reading.value >= target : reading.value <= target;
  if (today > dueOn) return held ? 'achieved' : 'delayed';
  return held ? 'on-track' : 'at-risk';
}

/** Where a goal stands on a day: the reading in force, how far it has come, and the word for it. */
export type GoalStanding<R extends Reading = Reading> = {
  readonly reading: R | null;
  readonly isStale: boolean;
  readonly attainment: Attainment;
  readonly status: GoalStatus | null;
};

export function goalProgress<R extends Reading>(
  goal: GoalTerms,
  readings: readonly R[],
  at: IsoDate,
): GoalStanding<R> {
  const reading = readingInForce(readings, at);
  return {
    reading,
    isStale: reading !== null && isStaleReading(reading, at),
    attainment: attainment(goal, reading?.value ?? null),
    status: goalStatus(goal, reading, at),
  };
}

export type TrendWord = 'better' | 'steady' | 'worse';

/** The movement of a metric over a period: `change` in its unit, last minus first. */
export type Trend = {
  readonly word: TrendWord;
  readonly first: Reading;
  readonly last: Reading;
  readonly change: number;
};

/** Smaller than this part of the whole way, a movement isn't called one. */
const steadyPart = 0.02;

/**
 * From where the metric stood when the period began (the reading in force the day before, else the first one inside) to
 * the last reading inside. Null when the period holds no reading or only the one it began with: one point has no trend.
 */
export function trendWithin(
  goal: Pick<GoalTerms, 'direction' | 'baseline' | 'target'>,
  readings: readonly Reading[],
  period: Period,
): Trend | null {
  const inside = readings.filter((reading) => includes(period, reading.on));
  const last = readingInForce(inside, period.to);
  if (last === null) return null;
  const first = readingInForce(readings, addDays(period.from, -1)) ?? earliest(inside);
  if (first === null || first === last) return null;
  const change = last.value - first.value;
  const { baseline, target, direction } = goal;
  const way = baseline === null || target === null ? 0 : Math.abs(target - baseline);
  if (Math.abs(change) <= steadyPart * way) return { word: 'steady', first, last, change };
  return { word: change > 0 === (direction === 'increase') ? 'better' : 'worse', first, last, change };
}

function earliest(readings: readonly Reading[]): Reading | null {
  let first: Reading | null = null;
  for (const reading of readings) if (first === null || reading.on < first.on) first = reading;
  return first;
}
