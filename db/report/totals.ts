import { monthOfDay } from './month.ts';
import type { CustomerMonths, MovementKind } from './movement.ts';
import type { Timeline } from './timeline.ts';

/** One month of a slice: amounts in minor units of the report's currency, customers as counts. */
export type MonthTotals = {
  opening: number;
  new: number;
  expansion: number;
  contraction: number;
  churned: number;
  reactivated: number;
  /** What exchange rates alone did, never expansion or contraction. */
  exchange: number;
  closing: number;
  customers: CustomerCounts;
  /** Over the month (or the months put together) and over twelve, of those who paid at the start; null where the timeline does not reach back. */
  kept1: KeptSums | null;
  kept12: KeptSums | null;
};

export type CustomerCounts = {
  opening: number;
  new: number;
  expanded: number;
  contracted: number;
  churned: number;
  reactivated: number;
  closing: number;
};

/** Sums of retention point to point, all at the rate of the end: what was paid, what of it is kept, what they pay now. */
export type KeptSums = {
  start: number;
  kept: number;
  end: number;
  startCustomers: number;
  keptCustomers: number;
};

const counted: Readonly<Record<MovementKind, keyof CustomerCounts>> = {
  new: 'new',
  expansion: 'expanded',
  contraction: 'contracted',
  churned: 'churned',
  reactivated: 'reactivated',
};

/** Adds customers up, month by month; a customer can be taken out again, since every sum is of integers. */
export class Totals {
  /** By place; place 0 holds the closing alone. */
  readonly months: MonthTotals[];
  readonly #timeline: Timeline;

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
    this.months = Array.from({ length: timeline.length + 1 }, (_, place) => empty(place));
  }

  add(customer: CustomerMonths, sign: 1 | -1 = 1): void {
    const { mrr, exchange, isCustomer, movements, since } = customer;
    const first = since === null ? 0 : Math.max(0, monthOfDay(since) - this.#timeline.first + 1);
    for (let place = first; place < this.months.length; place++) {
      const month = this.months[place];
      if (!month) continue;
      const closing = mrr[place] ?? 0;
      const customers = isCustomer[place] ?? 0;
      const was = place === 0 ? 0 : (isCustomer[place - 1] ?? 0);
      month.closing += sign * closing;
      month.customers.closing += sign * customers;
      if (place === 0) continue;
      month.opening += sign * (mrr[place - 1] ?? 0);
      month.customers.opening += sign * was;
      month.exchange += sign * (exchange[place] ?? 0);
      if (month.kept1 && was !== 0) addKept(month.kept1, customer, place - 1, place, sign, this.#timeline);
      if (month.kept12 && (isCustomer[place - 12] ?? 0) !== 0)
        addKept(month.kept12, customer, place - 12, place, sign, this.#timeline);
    }
    for (const { place, kind, minor } of movements) {
      const month = this.months[place];
      if (!month) continue;
      month[kind] += sign * minor;
      month.customers[counted[kind]] += sign;
    }
  }
}

export function addKept(
  sums: KeptSums,
  customer: CustomerMonths,
  from: number,
  to: number,
  sign: number,
  timeline: Timeline,
): void {
  const start = amountAtRateOf(customer, from, to, timeline);
  const end = customer.isCustomer[to] === 0 ? 0 : amountAtRateOf(customer, to, to, timeline);
  sums.start += sign * start;
  sums.kept += sign * Math.min(start, end);
  sums.end += sign * end;
  sums.startCustomers += sign;
  if (customer.isCustomer[to] !== 0) sums.keptCustomers += sign;
}

/** What the customer paid at one place, at the exchange rate of another: retention never counts the rate. */
export function amountAtRateOf(
  customer: CustomerMonths,
  at: number,
  ratePlace: number,
  timeline: Timeline,
): number {
  if (!customer.isConverted) return customer.mrr[at] ?? 0;
  let sum = 0;
  for (const [currency, own] of customer.local) {
    const amount = own[at] ?? 0;
    if (amount === 0) continue;
    const { toReport } = timeline.factorsOf(currency);
    sum += toReport ? Math.round(amount * (toReport[ratePlace] ?? 0)) : amount;
  }
  return sum;
}

function empty(place: number): MonthTotals {
  return {
    opening: 0,
    new: 0,
    expansion: 0,
    contraction: 0,
    churned: 0,
    reactivated: 0,
    exchange: 0,
    closing: 0,
    customers: { opening: 0, new: 0, expanded: 0, contracted: 0, churned: 0, reactivated: 0, closing: 0 },
    kept1: place >= 1 ? noneKept() : null,
    kept12: place >= 12 ? noneKept() : null,
  };
}

export function noneKept(): KeptSums {
  return { start: 0, kept: 0, end: 0, startCustomers: 0, keptCustomers: 0 };
}

/** Months put together: the first one's opening, the last one's closing, everything between summed but retention. */
export function together(months: readonly MonthTotals[]): MonthTotals {
  const sum = empty(0);
  const first = months[0];
  const last = months.at(-1);
  if (!first || !last) return sum;
  if (months.length === 1) return first;
  for (const month of months) {
    for (const key of summed) sum[key] += month[key];
    for (const key of summedCounts) sum.customers[key] += month.customers[key];
  }
  sum.opening = first.opening;
  sum.closing = last.closing;
  sum.customers.opening = first.customers.opening;
  sum.customers.closing = last.customers.closing;
  sum.kept12 = last.kept12;
  return sum;
}

const summed = ['new', 'expansion', 'contraction', 'churned', 'reactivated', 'exchange'] as const;
const summedCounts = ['new', 'expanded', 'contracted', 'churned', 'reactivated'] as const;
