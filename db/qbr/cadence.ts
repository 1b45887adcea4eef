import { addDays, addMonths, daysBetween, type IsoDate } from '../types/calendar.ts';
import { includes, type Period } from '../types/period.ts';

/** Every segment is reviewed at least this often a year (domain.md 5). */
export const leastReviewsPerYear = 2;
/** Mid-size and large customers where their segment says nothing. */
const reviewsPerYearOfLarger = 4;
/** More than weekly is no review any more. */
export const mostReviewsPerYear = 52;

export type CadenceFacts = {
  /** Reviews a year the account's segment asks for; null where it has no segment or the segment says nothing. */
  readonly segmentPerYear: number | null;
  readonly size: 'small' | 'mid' | 'large' | null;
  /** The last review held, quarterly or executive; monthly ones don't count. */
  readonly lastHeldOn: IsoDate | null;
  readonly onboardingEndsOn: IsoDate | null;
};

/** How often a year: the segment's cadence, never under two; without one, four for mid-size and large customers. */
export function reviewsPerYear(facts: Pick<CadenceFacts, 'segmentPerYear' | 'size'>): number {
  const { segmentPerYear, size } = facts;
  if (segmentPerYear !== null)
    return Math.min(mostReviewsPerYear, Math.max(leastReviewsPerYear, Math.round(segmentPerYear)));
  return size === 'mid' || size === 'large' ? reviewsPerYearOfLarger : leastReviewsPerYear;
}

/** Overdue: the day has passed. Due: it lies within the 30 days a preparation takes. */
export type CadenceState = 'overdue' | 'due' | 'coming';

export type NextReview =
  | {
      readonly kind: 'next';
      readonly dueOn: IsoDate;
      readonly countedFrom: 'last-held' | 'onboarding';
      readonly state: CadenceState;
      /** Days past the due date; 0 until it has passed. */
      readonly overdueDays: number;
    }
  | { readonly kind: 'unknown'; readonly missing: 'onboarding-end' };

/** Days a preparation takes. */
export const preparationDays = 30;

/** When the next review is due, and how near that is. Unknown while nothing is known that it could be counted from. */
export function nextReview(facts: CadenceFacts, today: IsoDate): NextReview {
  const due = reviewDue(facts);
  if (due === null) return { kind: 'unknown', missing: 'onboarding-end' };
  const { dueOn } = due;
  const overdueDays = Math.max(0, daysBetween(dueOn, today));
  return { kind: 'next', ...due, state: cadenceState(dueOn, today), overdueDays };
}

/**
 * The day of the next review: one interval after the last one held or after the end of onboarding, whichever is later (a
 * customer who came back begins anew). Null while neither is known.
 */
export function reviewDue(
  facts: CadenceFacts,
): { dueOn: IsoDate; countedFrom: 'last-held' | 'onboarding' } | null {
  const { lastHeldOn, onboardingEndsOn } = facts;
  const perYear = reviewsPerYear(facts);
  if (lastHeldOn !== null && (onboardingEndsOn === null || lastHeldOn >= onboardingEndsOn))
    return { dueOn: oneIntervalAfter(lastHeldOn, perYear), countedFrom: 'last-held' };
  if (onboardingEndsOn === null) return null;
  return { dueOn: oneIntervalAfter(onboardingEndsOn, perYear), countedFrom: 'onboarding' };
}

export function cadenceState(dueOn: IsoDate, today: IsoDate): CadenceState {
  if (dueOn < today) return 'overdue';
  return daysBetween(today, dueOn) <= preparationDays ? 'due' : 'coming';
}

/** Whole months where the year divides into them, so that a review on the 15th stays on the 15th; days otherwise. */
function oneIntervalAfter(day: IsoDate, perYear: number): IsoDate {
  return 12 % perYear === 0 ? addMonths(day, 12 / perYear) : addDays(day, Math.floor(365 / perYear));
}

/** A month of 28 days after one of 31 makes an interval of whole months so much shorter than its share of the year. */
const mostDaysShort = 3;

/**
 * No review that is due by a day is counted from a later day than this, whatever the size of the customer: what lies behind
 * it need not be looked at.
 */
export function latestCountedFrom(dueBy: IsoDate, segmentPerYear: CadenceFacts['segmentPerYear']): IsoDate {
  const perYear = reviewsPerYear({ segmentPerYear, size: 'large' });
  return addDays(dueBy, mostDaysShort - Math.floor(365 / perYear));
}

/**
 * The days reviews would be due within a span, each one interval after the one before: the next one first, an overdue one
 * counted as if it were held today, as the ones after it cannot be due before that. Empty while the next one is unknown.
 */
export function dueDays(facts: CadenceFacts, today: IsoDate, span: Period): IsoDate[] {
  const next = nextReview(facts, today);
  if (next.kind === 'unknown') return [];
  const perYear = reviewsPerYear(facts);
  const days: IsoDate[] = [];
  let after = next.dueOn < today ? today : next.dueOn;
  if (includes(span, next.dueOn)) days.push(next.dueOn);
  for (;;) {
    after = oneIntervalAfter(after, perYear);
    if (after > span.to) return days;
    if (after >= span.from) days.push(after);
  }
}
