import type { CompanyMonth } from './company-month.ts';
import { known, type Rate, ratio, unknown } from './rate.ts';

export const financeKeys = [
  'billings',
  'revenue',
  'costOfRevenue',
  'grossProfit',
  'grossMargin',
  'salesAndMarketing',
  'researchAndDevelopment',
  'generalAndAdministrative',
  'operatingCost',
  'result',
  'billingsResult',
  'ebitda',
  'cashChange',
  'closingCash',
  'deferredChange',
  'deferredRevenue',
] as const;
export type FinanceKey = (typeof financeKeys)[number];
export type Finance = Readonly<Record<FinanceKey, Rate>>;

/** Balances the months are carried forward from: what was there before the first. */
export type OpeningBalances = { readonly cash: number; readonly deferred: number };

/**
 * The finance lines month by month; revenue that was not typed is the recognised one. A balance is unknown from the first
 * month on whose change nobody typed.
 * @param months in order, one per month of the report from the first the sheet has; null where the sheet has none
 */
export function financeOf(
  months: readonly { readonly company: CompanyMonth | null; readonly recognisedMinor: number | null }[],
  opening: OpeningBalances,
): Finance[] {
  let cash: Rate = known(opening.cash);
  let deferredRevenue: Rate = known(opening.deferred);
  return months.map(({ company, recognisedMinor }) => {
    const typed = (value: number | null | undefined): Rate =>
      value === null || value === undefined ? unknown('no-company-figures') : known(value);
    const billings = typed(company?.billings);
    const revenue = typed(company?.revenue ?? recognisedMinor);
    const costOfRevenue = typed(company?.costOfRevenue);
    const salesAndMarketing = typed(company?.salesAndMarketing);
    const researchAndDevelopment = typed(company?.researchAndDevelopment);
    const generalAndAdministrative = typed(company?.generalAndAdministrative);
    const operatingCost = sum([salesAndMarketing, researchAndDevelopment, generalAndAdministrative]);
    const grossProfit = minus(revenue, costOfRevenue);
    const cashChange = typed(company?.cashChange);
    const deferredChange = minus(billings, revenue);
    cash = sum([cash, cashChange]);
    deferredRevenue = sum([deferredRevenue, deferredChange]);
    return {
      billings,
      revenue,
      costOfRevenue,
      grossProfit,
      grossMargin:
        grossProfit.value === null || revenue.value === null
          ? grossProfit
          : ratio(grossProfit.value, revenue.value, 'no-revenue'),
      salesAndMarketing,
      researchAndDevelopment,
      generalAndAdministrative,
      operatingCost,
      result: minus(grossProfit, operatingCost),
      billingsResult: minus(minus(billings, costOfRevenue), operatingCost),
      ebitda: typed(company?.ebitda),
      cashChange,
      closingCash: cash,
      deferredChange,
      deferredRevenue,
    };
  });
}

function sum(parts: readonly Rate[]): Rate {
  return parts.reduce((total, part) =>
    total.value === null ? total : part.value === null ? part : known(total.value + part.value),
  );
}

function minus(a: Rate, b: Rate): Rate {
  if (a.value === null) return a;
  return b.value === null ? b : known(a.value - b.value);
}
