import { type Month, monthOf, monthOfDay } from './month.ts';
import type { CustomerMonths } from './movement.ts';
import { type Rate, ratio } from './rate.ts';
import type { Timeline } from './timeline.ts';

/** Customers who signed up in one month, and what is left of them so many months later. */
export type Cohort = {
  readonly month: Month;
  readonly customers: number;
  readonly mrr: number;
  /** By age in months, from 0; as far as the timeline goes. */
  readonly logo: readonly Rate[];
  readonly revenue: readonly Rate[];
};

/**
 * Cohorts by the month a customer first paid. Age 0 is that month's end: a customer that left before it counts in the cohort,
 * and is gone at 0. Revenue is over the cohort's MRR at age 0 and may pass 100 %.
 */
export function cohortGrid(customers: Iterable<CustomerMonths>, timeline: Timeline): Cohort[] {
  const first = timeline.first - 1;
  const sums = new Map<number, { customers: number; logo: Float64Array; revenue: Float64Array }>();
  for (const { since, mrr, isCustomer } of customers) {
    if (since === null) continue;
    const place = monthOfDay(since) - first;
    if (place < 1 || place > timeline.length) continue;
    const ages = timeline.length - place + 1;
    const sum = sums.get(place) ?? {
      customers: 0,
      logo: new Float64Array(ages),
      revenue: new Float64Array(ages),
    };
    sums.set(place, sum);
    sum.customers++;
    for (let age = 0; age < ages; age++) {
      sum.logo[age] = (sum.logo[age] ?? 0) + (isCustomer[place + age] ?? 0);
      sum.revenue[age] = (sum.revenue[age] ?? 0) + (mrr[place + age] ?? 0);
    }
  }
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([place, { customers: count, logo, revenue }]) => ({
      month: monthOf(first + place),
      customers: count,
      mrr: revenue[0] ?? 0,
      logo: Array.from(logo, (left) => ratio(left, count, 'no-cohort')),
      revenue: Array.from(revenue, (left) => ratio(left, revenue[0] ?? 0, 'no-cohort')),
    }));
}

/** What is left of all cohorts together at each age, among those old enough: the retention curve. */
export function retentionCurve(
  cohorts: readonly Cohort[],
): { readonly logo: Rate; readonly revenue: Rate }[] {
  const ages = Math.max(0, ...cohorts.map(({ logo }) => logo.length));
  return Array.from({ length: ages }, (_, age) => {
    const old = cohorts.filter(({ logo }) => logo.length > age);
    const sum = (of: (cohort: Cohort) => number) => old.reduce((total, each) => total + of(each), 0);
    return {
      logo: ratio(
        sum(({ customers, logo }) => customers * (logo[age]?.value ?? 0)),
        sum(({ customers }) => customers),
        'no-cohort',
      ),
      revenue: ratio(
        sum(({ mrr, revenue }) => mrr * (revenue[age]?.value ?? 0)),
        sum(({ mrr }) => mrr),
        'no-cohort',
      ),
    };
  });
}
