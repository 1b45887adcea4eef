import { addDays, addMonths, daysBetween, type IsoDate } from '../types/calendar.ts';

export const billingPeriods = ['month', 'quarter', 'half-year', 'year', 'term'] as const;
/** How often the amount of a contract is paid; `term` is once for the whole of it. */
export type BillingPeriod = (typeof billingPeriods)[number];

const monthsPerPeriod: Readonly<Record<Exclude<BillingPeriod, 'term'>, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};

/** The last day counts: a contract that ends on the 31st is live on the 31st. No last day is open-ended. */
export type Term = { readonly startOn: IsoDate; readonly endOn: IsoDate | null };

/** An amount in minor units, paid once per billing period. */
export type Price = { readonly amountMinor: number; readonly billingPeriod: BillingPeriod };

export function isLiveOn({ startOn, endOn }: Term, date: IsoDate): boolean {
  return startOn <= date && (endOn === null || date <= endOn);
}

/** Days of a term, both ends counted; null while it is open-ended. */
export function termDays({ startOn, endOn }: Term): number | null {
  return endOn === null ? null : daysBetween(startOn, endOn) + 1;
}

/**
 * Months of a term: whole ones, and of the last the part its days are of that month. 2026-01-01 to 2026-05-31 is 5;
 * 2026-01-16 to 2026-02-28 is 1 + 13/28. Null while open-ended.
 */
export function termMonths({ startOn, endOn }: Term): number | null {
  if (endOn === null) return null;
  const after = addDays(endOn, 1);
  let whole = 0;
  while (addMonths(startOn, whole + 1) <= after) whole++;
  const from = addMonths(startOn, whole);
  return whole + daysBetween(from, after) / daysBetween(from, addMonths(startOn, whole + 1));
}

/**
 * What the contract is worth in twelve months, in minor units, rounded to the nearest. Null where the amount is for the
 * term and the term has no end.
 */
export function annualMinor(contract: Term & Price): number | null {
  const monthly = minorPerMonth(contract);
  return monthly === null ? null : Math.round(monthly * 12);
}

/** What the contract is worth in a month, in minor units, rounded; see `annualMinor`. */
export function monthlyMinor(contract: Term & Price): number | null {
  const monthly = minorPerMonth(contract);
  return monthly === null ? null : Math.round(monthly);
}

function minorPerMonth({ amountMinor, billingPeriod, ...term }: Term & Price): number | null {
  const months = billingPeriod === 'term' ? termMonths(term) : monthsPerPeriod[billingPeriod];
  return months === null ? null : amountMinor / months;
}

/** The last day on which notice can be given: so many days before the last day. Null without an end or a notice period. */
export function noticeDeadline({ endOn }: Pick<Term, 'endOn'>, noticeDays: number | null): IsoDate | null {
  return endOn === null || noticeDays === null ? null : addDays(endOn, -noticeDays);
}

/** Where two contracts that should follow each other overlap or leave days uncovered; both dates inclusive. */
export type TermClash<Id> = {
  readonly kind: 'overlap' | 'gap';
  readonly earlier: Id;
  readonly later: Id;
  readonly from: IsoDate;
  /** Null where two open-ended contracts overlap for good. */
  readonly to: IsoDate | null;
};

/** The clashes among the contracts of one product line, in the order they happen. */
export function termClashes<Id>(contracts: readonly (Term & { readonly id: Id })[]): TermClash<Id>[] {
  const sorted = [...contracts].sort((a, b) => compareTerms(a, b));
  const clashes: TermClash<Id>[] = [];
  let reach = sorted[0];
  for (const next of sorted.slice(1)) {
    if (!reach) break;
    if (reach.endOn === null || next.startOn <= reach.endOn) {
      clashes.push({
        kind: 'overlap',
        earlier: reach.id,
        later: next.id,
        from: next.startOn,
        to: sooner(reach, next),
      });
    } else if (next.startOn > addDays(reach.endOn, 1)) {
      const [from, to] = [addDays(reach.endOn, 1), addDays(next.startOn, -1)];
      clashes.push({ kind: 'gap', earlier: reach.id, later: next.id, from, to });
    }
    if (reach.endOn !== null && (next.endOn === null || next.endOn > reach.endOn)) reach = next;
  }
  return clashes;
}

/** By first day, then by last day, open-ended ones last. */
export function compareTerms(a: Term, b: Term): number {
  return compareDates(a.startOn, b.startOn) || compareDates(a.endOn ?? '9999-12-31', b.endOn ?? '9999-12-31');
}

/** For sorting dates, the earlier first. */
export function compareDates(a: IsoDate, b: IsoDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sooner(a: Term, b: Term): IsoDate | null {
  if (a.endOn === null || b.endOn === null) return a.endOn ?? b.endOn;
  return [a.endOn, b.endOn].toSorted()[0] ?? null;
}
