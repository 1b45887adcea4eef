import type { CompanyMonth } from './company-month.ts';
import type { CostPlace, ReportPolicies } from './policy.ts';
import { known, type Rate, ratio, unknown } from './rate.ts';
import type { MonthTotals } from './totals.ts';

/** LTV/CAC passes at 3.00 and above, payback at 12.00 months and below. */
export const ltvToCacMark = 3;
export const paybackMark = 12;

export type Costs = {
  /** Gross margin as a fraction. */
  readonly margin: Rate;
  /** What winning customers cost, minor units. */
  readonly acquisition: Rate;
};

/** What counts as cost of revenue and as cost of winning customers, by the policy on customer success, renewal and expansion. */
export function costsOf(
  company: CompanyMonth | null,
  revenueMinor: number | null,
  policies: Pick<ReportPolicies, 'customerSuccessCost' | 'renewalCost'>,
): Costs {
  const none = unknown('no-company-figures');
  if (!company) return { margin: none, acquisition: none };
  const { salesAndMarketing, costOfRevenue, customerSuccess, renewalCost } = company;
  const success = moved(customerSuccess, 'cost-of-revenue', policies.customerSuccessCost);
  const renewal = moved(renewalCost, 'sales-and-marketing', policies.renewalCost);
  const cost = costOfRevenue === null ? null : costOfRevenue + success.costOfRevenue + renewal.costOfRevenue;
  const acquisition =
    salesAndMarketing === null
      ? none
      : known(salesAndMarketing + success.salesAndMarketing + renewal.salesAndMarketing);
  const revenue = company.revenue ?? revenueMinor;
  if (cost === null || revenue === null) return { margin: none, acquisition };
  return { margin: ratio(revenue - cost, revenue, 'no-revenue'), acquisition };
}

/** How a cost that stands in one place changes both sums when the policy counts it in another. */
function moved(amount: number | null, from: CostPlace, to: CostPlace) {
  const by = { costOfRevenue: 0, salesAndMarketing: 0 };
  if (amount === null || from === to) return by;
  if (from === 'cost-of-revenue') by.costOfRevenue -= amount;
  if (from === 'sales-and-marketing') by.salesAndMarketing -= amount;
  if (to === 'cost-of-revenue') by.costOfRevenue += amount;
  if (to === 'sales-and-marketing') by.salesAndMarketing += amount;
  return by;
}

export const unitKeys = [
  'averageNewMrr',
  'averageMrr',
  'margin',
  'mrrChurn',
  'ltv',
  'cac',
  'ltvToCac',
  'paybackMonths',
] as const;
export type UnitKey = (typeof unitKeys)[number];
export type UnitEconomics = Readonly<Record<UnitKey, Rate>>;

/**
 * Average new MRR × margin ÷ MRR churn; cost of winning customers ÷ new customers; and when a customer has paid that back.
 * Undefined at zero churn, without new customers, and where the margin is not between 0 and 100 %. Nothing is rounded.
 * @param months the churn is over: a customer that stays four quarters is worth twelve months
 */
export function unitEconomics(
  totals: MonthTotals,
  { margin, acquisition }: Costs,
  months = 1,
): UnitEconomics {
  const averageNewMrr = ratio(totals.new, totals.customers.new, 'no-new-customers');
  const averageMrr = ratio(totals.closing, totals.customers.closing, 'nothing-to-divide-by');
  const mrrChurn = ratio(totals.churned, totals.opening, 'no-opening');
  const usable = usableMargin(margin);
  const ltv = dividedBy(times(times(averageNewMrr, usable), known(months)), mrrChurn, 'no-churn');
  const cac =
    acquisition.value === null
      ? acquisition
      : ratio(acquisition.value, totals.customers.new, 'no-new-customers');
  return {
    averageNewMrr,
    averageMrr,
    margin,
    mrrChurn,
    ltv,
    cac,
    ltvToCac: dividedBy(ltv, cac, 'no-cost'),
    paybackMonths: dividedBy(cac, times(averageNewMrr, usable), 'no-average-new'),
  };
}

function usableMargin(margin: Rate): Rate {
  if (margin.value === null) return margin;
  if (margin.value > 1) return unknown('margin-over-100-percent');
  return margin.value > 0 ? margin : unknown('margin-not-positive');
}

function times(a: Rate, b: Rate): Rate {
  if (a.value === null) return a;
  return b.value === null ? b : known(a.value * b.value);
}

function dividedBy(a: Rate, b: Rate, zero: Parameters<typeof unknown>[0]): Rate {
  if (a.value === null) return a;
  return b.value === null ? b : ratio(a.value, b.value, zero);
}

/** Whether a ratio reaches the mark as printed: judged on the figure rounded to hundredths, so that 3.00 passes. */
export function passes(key: 'ltvToCac' | 'paybackMonths', rate: Rate): boolean | null {
  if (rate.value === null) return null;
  const shown = Math.round(rate.value * 100) / 100;
  return key === 'ltvToCac' ? shown >= ltvToCacMark : shown <= paybackMark;
}
