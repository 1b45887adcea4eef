import { daysBetween, type IsoDate } from '../types/calendar.ts';

/** Without a rhythm of its own, a contact not talked to for longer than this is silent (domain.md 1). */
export const usualSilenceDays = 30;
/** Touches from which a rhythm can be told: two gaps have a middle. */
export const leastTouches = 3;
/** How many of its usual gaps a contact may be quiet for, and the fewest days for it: weekly talks miss one now and then. */
const toleratedGaps = 2;
const leastLimitDays = 7;

/** How long a contact has been quiet, against how often it used to be talked to. */
export type ContactSilence = {
  /** Days since the last touch; null when there was none. */
  readonly days: number | null;
  /** The median gap between its touches, in days; null with fewer than `leastTouches`. */
  readonly medianGapDays: number | null;
  readonly touches: number;
  /** Quiet for more days than this is silent: twice the median gap and at least 7, or else 30. */
  readonly limitDays: number;
  /** Never touched is silent too. */
  readonly isSilent: boolean;
};

/** @param touches the days of talks with the contact, in any order, twice on one day is once; days to come don't count */
export function contactSilence(touches: readonly IsoDate[], today: IsoDate): ContactSilence {
  const days = [...new Set(touches.filter((day) => day <= today))].toSorted();
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
  const medianGapDays = days.length < leastTouches ? null : median(gaps);
  const limitDays =
    medianGapDays === null ? usualSilenceDays : Math.max(leastLimitDays, toleratedGaps * medianGapDays);
  const last = days.at(-1);
  const quiet = last === undefined ? null : daysBetween(last, today);
  return {
    days: quiet,
    medianGapDays,
    touches: days.length,
    limitDays,
    isSilent: quiet === null || quiet > limitDays,
  };
}

/** The middle, or the mean of the two middle ones. */
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
