import type { DayNumber } from './month.ts';
import type { CustomerMonths } from './movement.ts';
import type { Timeline } from './timeline.ts';

export type Committed = {
  readonly closing: number;
  /** Signed and starting after the day. */
  readonly starts: number;
  /** Ending within the horizon with nothing signed that follows. */
  readonly ends: number;
  readonly committed: number;
  readonly accounts: readonly {
    readonly accountId: number;
    readonly starts: number;
    readonly ends: number;
  }[];
};

/**
 * Committed MRR on the last day of the timeline: the closing, plus what is signed and starts within so many days, less what
 * ends within them. A renewal that is signed starts when the old one ends, so both cancel out.
 */
export function committedMrr(
  customers: Iterable<CustomerMonths>,
  timeline: Timeline,
  day: DayNumber,
  horizonDays: number,
): Committed {
  const until = day + horizonDays;
  const accounts: Committed['accounts'][number][] = [];
  let closing = 0;
  for (const { accountId, spans, mrr } of customers) {
    closing += mrr[timeline.length] ?? 0;
    let starts = 0;
    let ends = 0;
    for (const { from, to, minor, currency } of spans) {
      const { toReport } = timeline.factorsOf(currency);
      const amount = toReport ? Math.round(minor * (toReport[timeline.length] ?? 0)) : minor;
      if (from > day && from <= until) starts += amount;
      if (to >= day && to < until) ends += amount;
    }
    if (starts > 0 || ends > 0) accounts.push({ accountId, starts, ends });
  }
  const starts = accounts.reduce((sum, each) => sum + each.starts, 0);
  const ends = accounts.reduce((sum, each) => sum + each.ends, 0);
  return { closing, starts, ends, committed: closing + starts - ends, accounts };
}
