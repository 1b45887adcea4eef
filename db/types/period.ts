import { daysBetween, type IsoDate } from './calendar.ts';

/** A span of calendar days. Both ends belong to it; one that ends before it starts holds no day. */
export type Period = { readonly from: IsoDate; readonly to: IsoDate };

export function includes(period: Period, day: IsoDate): boolean {
  return day >= period.from && day <= period.to;
}

/** The number of days in the period, 0 when it ends before it starts. */
export function daysIn(period: Period): number {
  return Math.max(0, daysBetween(period.from, period.to) + 1);
}

/** The days both periods share, or null when they share none. */
export function overlap(one: Period, other: Period): Period | null {
  const shared = { from: later(one.from, other.from), to: earlier(one.to, other.to) };
  return shared.from <= shared.to ? shared : null;
}

/** The shortest period that holds both. */
export function span(one: Period, other: Period): Period {
  return { from: earlier(one.from, other.from), to: later(one.to, other.to) };
}

function earlier(one: IsoDate, other: IsoDate): IsoDate {
  if (one < other) return one;
  return other;
}

function later(one: IsoDate, other: IsoDate): IsoDate {
  if (one > other) return one;
  return other;
}
