import { annualMinor, type BillingPeriod, termMonths } from '../contract/rule.ts';
import type { Month } from './month.ts';
import { type Rate, ratio } from './rate.ts';
import type { Subscription } from './subscription.ts';

/** Contracts signed in a month, in the report's currency. */
export type Bookings = {
  readonly contracts: number;
  readonly amountMinor: number;
  readonly averageMinor: Rate;
  /** In months, of those with an end. */
  readonly averageLength: Rate;
  /** Months paid ahead: paid at signing less the least that must be paid. */
  readonly monthsAhead: Rate;
};

const paidMonths: Readonly<Record<Exclude<BillingPeriod, 'term'>, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};

/** Months a contract pays ahead beyond the shortest that can be bought: a year on a monthly plan 11, a quarter 2. */
export function monthsPaidAhead(
  contract: Pick<Subscription, 'billingPeriod' | 'startOn' | 'endOn'>,
  leastMonths = 1,
): number | null {
  const paid = contract.billingPeriod === 'term' ? termMonths(contract) : paidMonths[contract.billingPeriod];
  return paid === null ? null : paid - leastMonths;
}

/** What a contract is worth over its term; one without an end counts for a year. Null where nobody can tell. */
export function contractAmount(contract: Subscription): number | null {
  if (contract.billingPeriod === 'term') return contract.endOn === null ? null : contract.amountMinor;
  const annual = annualMinor(contract);
  const months = termMonths(contract);
  if (annual === null) return null;
  return months === null ? annual : Math.round((annual * months) / 12);
}

/**
 * Contracts signed: they count in the month they start in, since a book knows no day of signing. Trials, amounts of 0 and contracts that cannot
 * be are none.
 * @param toReport minor units of a currency in those of the report at a month's end; null without a rate
 */
export function bookingsOf(
  contracts: Iterable<Subscription>,
  toReport: (month: Month) => (minor: number, currency: string) => number | null,
): Bookings {
  let count = 0;
  let amountMinor = 0;
  const lengths: number[] = [];
  const ahead: number[] = [];
  for (const contract of contracts) {
    const month = contract.startOn.slice(0, 7);
    if (!isSigned(contract)) continue;
    count++;
    amountMinor += toReport(month)(contractAmount(contract) ?? 0, contract.currency) ?? 0;
    const length = termMonths(contract);
    if (length !== null) lengths.push(length);
    const paid = monthsPaidAhead(contract);
    if (paid !== null) ahead.push(paid);
  }
  return {
    contracts: count,
    amountMinor,
    averageMinor: ratio(amountMinor, count, 'nothing-to-divide-by'),
    averageLength: meanOf(lengths),
    monthsAhead: meanOf(ahead),
  };
}

function isSigned({ isTrial, amountMinor, startOn, endOn }: Subscription): boolean {
  return !isTrial && amountMinor > 0 && (endOn === null || endOn >= startOn);
}

export function meanOf(values: readonly number[]): Rate {
  return ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
    'nothing-to-divide-by',
  );
}
