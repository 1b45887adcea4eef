import { daysBetween, type IsoDate } from './calendar.ts';

export const promiseSides = ['us', 'customer'] as const;
export type PromiseSide = (typeof promiseSides)[number];

export const promiseStatuses = ['open', 'kept', 'partly', 'broken'] as const;
export type PromiseStatus = (typeof promiseStatuses)[number];

/** Days a promise is late: 0 until its day has passed, null when it has none or is no longer open. */
export function daysLate(
  { status, dueOn }: { readonly status: PromiseStatus; readonly dueOn: IsoDate | null },
  today: IsoDate,
): number | null {
  if (status !== 'open' || dueOn === null) return null;
  return Math.max(0, daysBetween(dueOn, today));
}

export type PromiseCount = Readonly<Record<PromiseStatus, number>> & { readonly late: number };

/** How many of each status, and how many open ones are late. */
export function countPromises(
  promises: readonly { readonly status: PromiseStatus; readonly dueOn: IsoDate | null }[],
  today: IsoDate,
): PromiseCount {
  const count = { open: 0, kept: 0, partly: 0, broken: 0, late: 0 };
  for (const promise of promises) {
    count[promise.status] += 1;
    if ((daysLate(promise, today) ?? 0) > 0) count.late += 1;
  }
  return count;
}
