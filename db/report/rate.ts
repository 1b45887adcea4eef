import type { KeptSums, MonthTotals } from './totals.ts';

/** A figure as a fraction, or why there is none: undefined is never shown as zero. */
export type Rate =
  | { readonly value: number; readonly reason: null }
  | { readonly value: null; readonly reason: NoRate };
export const noRates = [
  'no-opening',
  'no-customers-at-start',
  'before-first-month',
  'no-loss',
  'no-new-customers',
  'no-churn',
  'no-company-figures',
  'no-revenue',
  'margin-not-positive',
  'margin-over-100-percent',
  'no-average-new',
  'no-cost',
  'not-allocated',
  'nothing-to-divide-by',
  'more-than-one-month',
  'no-cohort',
] as const;
export type NoRate = (typeof noRates)[number];

export function known(value: number): Rate {
  return { value, reason: null };
}

export function unknown(reason: NoRate): Rate {
  return { value: null, reason };
}

/** Top over bottom; with nothing to divide by, the reason. */
export function ratio(top: number, bottom: number, reason: NoRate): Rate {
  // −0 would print as "−0 %".
  return bottom === 0 ? unknown(reason) : known(top / bottom + 0);
}

export const rateKeys = [
  'logoChurn',
  'mrrChurn',
  'contractionRate',
  'grossMrrChurn',
  'expansionRate',
  'netMrrChurn',
  'netMrrGrowth',
  'grr',
  'nrr',
  'logoRetention',
  'grr12',
  'nrr12',
  'expansion12',
  'logoRetention12',
  'quickRatio',
] as const;
export type RateKey = (typeof rateKeys)[number];

/**
 * The rates of a month, or of several put together. Churn is a loss when positive, growth a gain. Net retention never stands
 * without gross retention and expansion beside it: they come from the same sums.
 */
export function ratesOf(totals: MonthTotals): Record<RateKey, Rate> {
  const { opening, expansion, contraction, churned, reactivated, customers } = totals;
  const of = (top: number) => ratio(top, opening, 'no-opening');
  const gained = totals.new + expansion + reactivated;
  const one = keptRates(totals.kept1, 'no-customers-at-start');
  const twelve = keptRates(totals.kept12, 'no-customers-at-start');
  return {
    logoChurn: ratio(customers.churned, customers.opening, 'no-opening'),
    mrrChurn: of(churned),
    contractionRate: of(contraction),
    grossMrrChurn: of(churned + contraction),
    expansionRate: of(expansion),
    netMrrChurn: of(churned + contraction - expansion),
    netMrrGrowth: of(netNew(totals)),
    grr: one.grr,
    nrr: one.nrr,
    logoRetention: one.logo,
    grr12: twelve.grr,
    nrr12: twelve.nrr,
    expansion12: twelve.expansion,
    logoRetention12: twelve.logo,
    quickRatio: ratio(gained, churned + contraction, 'no-loss'),
  };
}

/** New, expansion and reactivated less contraction and churned; the exchange effect is not in it. */
export function netNew(
  totals: Pick<MonthTotals, 'new' | 'expansion' | 'reactivated' | 'contraction' | 'churned'>,
): number {
  return totals.new + totals.expansion + totals.reactivated - totals.contraction - totals.churned;
}

export function keptRates(sums: KeptSums | null, none: NoRate) {
  if (sums === null) {
    const before = unknown('before-first-month');
    return { grr: before, nrr: before, logo: before, expansion: before };
  }
  return {
    grr: ratio(sums.kept, sums.start, none),
    nrr: ratio(sums.end, sums.start, none),
    logo: ratio(sums.keptCustomers, sums.startCustomers, none),
    expansion: ratio(sums.end - sums.kept, sums.start, none),
  };
}
