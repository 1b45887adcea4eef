import type { BillingPeriod } from '../contract/rule.ts';
import { addDays, addMonths, endOfMonth, type IsoDate } from '../types/calendar.ts';
import { dayNumber, firstDayOf, lastDayOf, type Month, monthNumber, monthOf, monthOfDay } from './month.ts';
import type { Subscription } from './subscription.ts';

/**
 * An amount recognised over its days, both inclusive, month by month: a term that starts on the first of a month and ends on
 * the last of one is earned in equal months, any other by days. Rounding is cumulative, so that the months add up to the amount.
 */
export function recognised(
  minor: number,
  startOn: IsoDate,
  endOn: IsoDate,
): { readonly month: Month; readonly minor: number }[] {
  const from = dayNumber(startOn);
  const to = dayNumber(endOn);
  const first = monthOfDay(from);
  const last = monthOfDay(to);
  const isWhole = startOn.endsWith('-01') && endOfMonth(endOn) === endOn;
  const total = isWhole ? last - first + 1 : to - from + 1;
  let before = 0;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => {
    const month = first + at;
    const passed = isWhole ? at + 1 : Math.min(to, lastDayOf(month)) - from + 1;
    const until = Math.round((minor * passed) / total);
    const part = until - before;
    before = until;
    return { month: monthOf(month), minor: part };
  });
}

/** Billings less revenue, month after month: what is paid and not yet earned. */
export function deferred(
  months: readonly { readonly billings: number; readonly revenue: number }[],
  opening = 0,
): number[] {
  let balance = opening;
  return months.map(({ billings, revenue }) => {
    balance += billings - revenue;
    return balance;
  });
}

const monthsOf: Readonly<Record<Exclude<BillingPeriod, 'term'>, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};

type Charge = { readonly from: IsoDate; readonly to: IsoDate; readonly minor: number };

/**
 * What a subscription charges, billing period by billing period, up to a day: the last one only for its part when the
 * subscription ends within it, a price that changes within a period by days. Null where it is paid once for a term without end.
 */
function charges(subscription: Subscription, until: IsoDate): Charge[] | null {
  const { startOn, endOn, billingPeriod, amountMinor, priceChanges } = subscription;
  if (billingPeriod === 'term')
    return endOn === null ? null : [{ from: startOn, to: endOn, minor: amountMinor }];
  const steps = [{ fromOn: startOn, amountMinor }, ...priceChanges].toSorted((a, b) =>
    a.fromOn < b.fromOn ? -1 : 1,
  );
  const length = monthsOf[billingPeriod];
  const last = endOn === null || endOn > until ? until : endOn;
  const found: Charge[] = [];
  for (let at = 0, from = startOn; from <= last; at++, from = addMonths(startOn, at * length)) {
    const to = addDays(addMonths(startOn, (at + 1) * length), -1);
    const price = steps.findLast(({ fromOn }) => fromOn <= from)?.amountMinor ?? amountMinor;
    const inside = steps.filter(({ fromOn }) => fromOn > from && fromOn <= to);
    const end = endOn !== null && endOn < to ? endOn : to;
    const full = dayNumber(to) - dayNumber(from) + 1;
    const bounds = [from, ...inside.map(({ fromOn }) => fromOn)].filter((day) => day <= end);
    for (const [index, start] of bounds.entries()) {
      const next = bounds[index + 1];
      const stop = next === undefined ? end : addDays(next, -1);
      const amount = index === 0 ? price : (inside[index - 1]?.amountMinor ?? price);
      const days = dayNumber(stop) - dayNumber(start) + 1;
      found.push({
        from: start,
        to: stop,
        minor: days === full ? amount : Math.round((amount * days) / full),
      });
    }
  }
  return found;
}

/** Revenue recognised from a subscription in the months from one to another, in minor units of its own currency. */
export function recognisedRevenue(subscription: Subscription, from: Month, to: Month): Map<Month, number> {
  const revenue = new Map<Month, number>();
  const { isTrial, startOn, endOn, amountMinor } = subscription;
  if (isTrial || amountMinor < 0 || (endOn !== null && endOn < startOn)) return revenue;
  const until = lastDateOf(to);
  const first = firstDayOf(monthNumber(from));
  for (const charge of charges(subscription, until) ?? []) {
    if (dayNumber(charge.to) < first) continue;
    for (const { month, minor } of recognised(charge.minor, charge.from, charge.to))
      if (month >= from && month <= to) revenue.set(month, (revenue.get(month) ?? 0) + minor);
  }
  return revenue;
}

function lastDateOf(month: Month): IsoDate {
  return endOfMonth(`${month}-01`);
}
