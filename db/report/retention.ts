import { monthOfDay } from './month.ts';
import type { CustomerMonths } from './movement.ts';
import { keptRates, type Rate, ratio, unknown } from './rate.ts';
import type { Timeline } from './timeline.ts';
import { addKept, amountAtRateOf, type KeptSums, noneKept } from './totals.ts';

/** One customer between two month ends, by each policy. Minor units at the rate of the end. */
export type RetentionRow = {
  readonly accountId: number;
  /** At the start and at the end; 0 where it was or is no customer. */
  readonly start: number;
  readonly end: number;
  /** Point to point: the lower of the two. */
  readonly pointToPoint: number;
  /** The lowest at any month's end between, 0 where it was away in between. */
  readonly runningMinimum: number;
  /** The start less every contraction and churn, as far as those present at the start made them. */
  readonly movementSum: number;
  /** The same over every customer, newcomers' losses included: negative for one who joined and left. */
  readonly movementSumOfAll: number;
};

export type RetentionReconciliation = {
  readonly rows: readonly RetentionRow[];
  readonly totals: Omit<RetentionRow, 'accountId'>;
};

/**
 * Why one retention is 66 % and another of the same facts 34 %: customer by customer, from the end of one month to the end of
 * another. Only customers that paid at the start or lost something between are in it.
 * @param start, end places of the timeline, start before end
 */
export function reconcileRetention(
  customers: Iterable<CustomerMonths>,
  timeline: Timeline,
  start: number,
  end: number,
): RetentionReconciliation {
  const rows: RetentionRow[] = [];
  const totals = {
    start: 0,
    end: 0,
    pointToPoint: 0,
    runningMinimum: 0,
    movementSum: 0,
    movementSumOfAll: 0,
  };
  for (const customer of customers) {
    const row = retentionRow(customer, timeline, start, end);
    if (row === null) continue;
    rows.push(row);
    for (const key of totalKeys) totals[key] += row[key];
  }
  return { rows, totals };
}
const totalKeys = [
  'start',
  'end',
  'pointToPoint',
  'runningMinimum',
  'movementSum',
  'movementSumOfAll',
] as const;

function retentionRow(
  customer: CustomerMonths,
  timeline: Timeline,
  from: number,
  to: number,
): RetentionRow | null {
  const at = (place: number) =>
    customer.isCustomer[place] === 0 ? 0 : amountAtRateOf(customer, place, to, timeline);
  const start = at(from);
  const end = at(to);
  const isPresent = customer.isCustomer[from] !== 0;
  let lowest = start;
  for (let place = from + 1; place <= to; place++) lowest = Math.min(lowest, at(place));
  let lost = 0;
  for (const { place, kind, minor } of customer.movements) {
    if (place <= from || place > to) continue;
    if (kind === 'churned') lowest = 0;
    if (kind === 'churned' || kind === 'contraction') lost += minor;
  }
  if (!isPresent && end === 0 && lost === 0) return null;
  return {
    accountId: customer.accountId,
    start,
    end,
    pointToPoint: isPresent ? Math.min(start, end) : 0,
    runningMinimum: isPresent ? lowest : 0,
    movementSum: isPresent ? start - lost : 0,
    movementSumOfAll: start - lost,
  };
}

export type Retention = {
  readonly pointToPoint: {
    readonly grr: Rate;
    readonly nrr: Rate;
    readonly logo: Rate;
    readonly expansion: Rate;
  };
  readonly runningMinimum: { readonly grr: Rate; readonly nrr: Rate };
  /** Refused over more than one month: summed movements of newcomers would count against a base they were never in. */
  readonly movementSum: { readonly grr: Rate; readonly nrr: Rate };
  /** Of those who signed up in the first month: what they pay at the end against what they paid at the end of it. */
  readonly cohort: {
    readonly customers: number;
    readonly grr: Rate;
    readonly nrr: Rate;
    readonly logo: Rate;
  };
};

/** Retention from the opening of a place's month to the closing of another's, by every policy side by side. */
export function retentionOver(
  customers: readonly CustomerMonths[],
  timeline: Timeline,
  first: number,
  last: number,
): Retention {
  const opening = first - 1;
  const { totals } = reconcileRetention(customers, timeline, opening, last);
  const kept = keptOver(customers, timeline, opening, last);
  const cohort = noneKept();
  let lost = 0;
  let grown = 0;
  const month = timeline.first - 1 + first;
  for (const customer of customers) {
    if (customer.since !== null && monthOfDay(customer.since) === month)
      addKept(cohort, customer, first, last, 1, timeline);
    for (const { place, kind, minor } of customer.movements) {
      if (place !== first) continue;
      if (kind === 'churned' || kind === 'contraction') lost += minor;
      if (kind === 'expansion') grown += minor;
    }
  }
  const point = keptRates(kept, 'no-customers-at-start');
  const cohortRates = keptRates(cohort, 'no-cohort');
  const present = (top: number) => ratio(top, kept.start, 'no-customers-at-start');
  const summed = (top: number): Rate => (last > first ? unknown('more-than-one-month') : present(top));
  return {
    pointToPoint: point,
    runningMinimum: { grr: present(totals.runningMinimum), nrr: point.nrr },
    movementSum: { grr: summed(kept.start - lost), nrr: summed(kept.start - lost + grown) },
    cohort: {
      customers: cohort.startCustomers,
      grr: cohortRates.grr,
      nrr: cohortRates.nrr,
      logo: cohortRates.logo,
    },
  };
}

/** Sums of retention point to point between the ends of two months, of those who paid at the first. */
export function keptOver(
  customers: Iterable<CustomerMonths>,
  timeline: Timeline,
  from: number,
  to: number,
): KeptSums {
  const sums = noneKept();
  for (const customer of customers)
    if (customer.isCustomer[from] !== 0) addKept(sums, customer, from, to, 1, timeline);
  return sums;
}
