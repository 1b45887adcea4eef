import { type BillingPeriod, monthlyMinor } from '../contract/rule.ts';
import type { IsoDate } from '../types/calendar.ts';
import { type DayNumber, dayNumber, noEnd } from './month.ts';
import type { ReportPolicies } from './policy.ts';

/** A subscription as a row: what the book's contracts become, and what other billing systems export. */
export type Subscription = {
  readonly id: number;
  readonly accountId: number;
  /** The product line; null where the row names none. */
  readonly line: string | null;
  /** Per billing period, in minor units of `currency`, after discounts. */
  readonly amountMinor: number;
  readonly currency: string;
  readonly billingPeriod: BillingPeriod;
  readonly startOn: IsoDate;
  /** Inclusive; null while open-ended. */
  readonly endOn: IsoDate | null;
  readonly isTrial: boolean;
  /** The subscription it renews, which ends the day before this one starts. */
  readonly renewsId: number | null;
  /** Prices that changed while it ran; an amount of 0 is a pause. */
  readonly priceChanges: readonly { readonly fromOn: IsoDate; readonly amountMinor: number }[];
};

export const subscriptionProblems = [
  'end-before-start',
  'negative-amount',
  'no-monthly-amount',
  'overlap',
  'change-outside-term',
] as const;
export type SubscriptionProblem = {
  readonly problem: (typeof subscriptionProblems)[number];
  readonly accountId: number;
  readonly subscriptionId: number;
  /** What it moves in a month, in minor units of `currency`: left out, or counted twice for an overlap. Null where nobody knows. */
  readonly monthlyMinor: number | null;
  readonly currency: string;
};

/** Days on which one price holds, both inclusive, made monthly and rounded once. A price of 0 is a pause. */
export type Span = {
  readonly subscriptionId: number;
  readonly line: string;
  readonly currency: string;
  readonly minor: number;
  readonly from: DayNumber;
  readonly to: DayNumber;
};

/**
 * The days and monthly amounts of one account's subscriptions, what is wrong with them, and the gaps that the policy bridges.
 * Trials and amounts of 0 are left out: they make no customer. A subscription that ends before it starts, has a negative
 * amount, or is paid once for a term without an end is left out too and listed. A renewal ends what it renews; two of one
 * line that overlap without saying so both count and are listed.
 */
export function spansOf(
  subscriptions: readonly Subscription[],
  policies: Pick<ReportPolicies, 'gapDays'>,
): { spans: Span[]; problems: SubscriptionProblem[] } {
  const problems: SubscriptionProblem[] = [];
  const renewedFrom = new Map<number, DayNumber>();
  for (const { renewsId, startOn, isTrial } of subscriptions) {
    if (renewsId === null || isTrial) continue;
    const day = dayNumber(startOn);
    renewedFrom.set(renewsId, Math.min(day, renewedFrom.get(renewsId) ?? day));
  }
  const spans: Span[] = [];
  for (const each of subscriptions) {
    if (each.isTrial) continue;
    const own = ownSpans(each, renewedFrom.get(each.id) ?? null, problems);
    spans.push(...own);
  }
  spans.sort((a, b) => a.from - b.from || a.to - b.to || a.subscriptionId - b.subscriptionId);
  listOverlaps(spans, subscriptions, problems);
  return { spans: policies.gapDays > 0 ? withoutGaps(spans, policies.gapDays) : spans, problems };
}

function ownSpans(
  each: Subscription,
  renewedFrom: DayNumber | null,
  problems: SubscriptionProblem[],
): Span[] {
  const { id, accountId, currency, startOn, endOn, amountMinor, billingPeriod } = each;
  const from = dayNumber(startOn);
  const end = endOn === null ? noEnd : dayNumber(endOn);
  const monthly = monthlyMinor(each);
  const found = (problem: SubscriptionProblem['problem'], minor: number | null) =>
    problems.push({ problem, accountId, subscriptionId: id, monthlyMinor: minor, currency });
  if (end < from) {
    found('end-before-start', billingPeriod === 'term' ? null : monthly);
    return [];
  }
  if (amountMinor < 0) {
    found('negative-amount', monthly);
    return [];
  }
  if (monthly === null) {
    found('no-monthly-amount', null);
    return [];
  }
  const to = renewedFrom !== null && renewedFrom > from ? Math.min(end, renewedFrom - 1) : end;
  const span = { subscriptionId: id, line: each.line ?? '', currency };
  if (each.priceChanges.length === 0) return monthly === 0 ? [] : [{ ...span, minor: monthly, from, to }];
  const steps: { from: DayNumber; minor: number }[] = [{ from, minor: monthly }];
  for (const change of each.priceChanges.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
    const day = dayNumber(change.fromOn);
    const minor = monthlyMinor({ ...each, amountMinor: change.amountMinor });
    if (day <= from || day > end) found('change-outside-term', minor);
    else if (change.amountMinor < 0) found('negative-amount', minor);
    else if (minor !== null) steps.push({ from: day, minor });
  }
  // Free before the first price is a trial, not a pause.
  while (steps[0]?.minor === 0) steps.shift();
  return steps.flatMap((step, at) => {
    const until = Math.min(to, (steps[at + 1]?.from ?? noEnd + 1) - 1);
    return step.from > until ? [] : [{ ...span, minor: step.minor, from: step.from, to: until }];
  });
}

/** Two subscriptions of one named line that run at once without one renewing the other: counted twice, said so. */
function listOverlaps(
  spans: readonly Span[],
  subscriptions: readonly Subscription[],
  problems: SubscriptionProblem[],
): void {
  if (spans.length < 2) return;
  const reach = new Map<string, Span>();
  const said = new Set<number>();
  for (const span of spans) {
    if (span.line === '' || span.minor === 0) continue;
    const earlier = reach.get(span.line);
    if (earlier && earlier.subscriptionId !== span.subscriptionId && span.from <= earlier.to) {
      const accountId = subscriptions[0]?.accountId ?? 0;
      const { subscriptionId, currency } = span;
      if (!said.has(subscriptionId))
        problems.push({
          problem: 'overlap',
          accountId,
          subscriptionId,
          monthlyMinor: currency === earlier.currency ? Math.min(span.minor, earlier.minor) : span.minor,
          currency,
        });
      said.add(subscriptionId);
    }
    if (!earlier || span.to > earlier.to) reach.set(span.line, span);
  }
}

/**
 * Gaps of up to so many days closed: within a line the earlier span goes on until the later one starts; where the customer
 * has nothing at all, whatever ended last does.
 */
function withoutGaps(spans: readonly Span[], gapDays: number): Span[] {
  const closed = spans.map((span) => ({ ...span }));
  for (const line of Map.groupBy(closed, (span) => span.line).values()) closeGaps(line, gapDays);
  closeGaps(closed, gapDays);
  return closed;
}

function closeGaps(sorted: { from: number; to: number }[], gapDays: number): void {
  let reach: DayNumber | null = null;
  for (const [at, span] of sorted.entries()) {
    if (reach !== null && span.from > reach + 1 && span.from - reach - 1 <= gapDays) {
      const last: DayNumber = reach;
      for (const earlier of sorted.slice(0, at)) if (earlier.to === last) earlier.to = span.from - 1;
    }
    reach = Math.max(reach ?? span.to, span.to);
  }
}
