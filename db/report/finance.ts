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

/** Balances carried forward from: what was there before the first month of the company sheet. */
export type OpeningBalances = { readonly cash: number; readonly deferred: number };
export type Balances = { readonly cash: Rate; readonly deferred: Rate };

/**
 * Cash and deferred revenue at the end of each month, carried forward from the first month of the company sheet. Unknown from
 * the first month on whose change nobody typed.
 */
export function balancesOf(months: readonly MonthFacts[], opening: OpeningBalances): Balances[] {
  let cash: Rate = known(opening.cash);
  let deferred: Rate = known(opening.deferred);
  return months.map((month) => {
    const { cashChange, deferredChange } = flows(month);
    cash = sum([cash, cashChange]);
    deferred = sum([deferred, deferredChange]);
    return { cash, deferred };
  });
}

type MonthFacts = { readonly company: CompanyMonth | null; readonly recognisedMinor: number | null };

function flows({ company, recognisedMinor }: MonthFacts) {
  const revenue = typed(company?.revenue ?? recognisedMinor);
  const billings = typed(company?.billings);
  return {
    revenue,
    billings,
    cashChange: typed(company?.cashChange),
    deferredChange: minus(billings, revenue),
  };
}

/** The finance lines of a month or of several put together; revenue that was not typed is the recognised one. */
export function financeOf(facts: MonthFacts, balances: Balances | null): Finance {
  const { company } = facts;
  const { revenue, billings, cashChange, deferredChange } = flows(facts);
  const costOfRevenue = typed(company?.costOfRevenue);
  const salesAndMarketing = typed(company?.salesAndMarketing);
  const researchAndDevelopment = typed(company?.researchAndDevelopment);
  const generalAndAdministrative = typed(company?.generalAndAdministrative);
  const operatingCost = sum([salesAndMarketing, researchAndDevelopment, generalAndAdministrative]);
  const grossProfit = minus(revenue, costOfRevenue);
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
    closingCash: balances?.cash ?? typed(null),
    deferredChange,
    deferredRevenue: balances?.deferred ?? typed(null),
  };
}

function typed(value: number | null | undefined): Rate {
  return value === null || value === undefined ? unknown('no-company-figures') : known(value);
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
