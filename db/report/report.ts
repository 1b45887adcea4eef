import { type Bookings, bookingsOf } from './booking.ts';
import type { CompanyMonth } from './company-month.ts';
import type { ReportEngine } from './engine.ts';
import { type Finance, financeOf, type OpeningBalances } from './finance.ts';
import { type FunnelKey, funnelOf, type SalesKey, salesOf } from './funnel.ts';
import { type Month, monthsBetween } from './month.ts';
import { type Basis, companyOver, periodsOf, type ReportPeriod } from './period.ts';
import { netNew, type Rate, type RateKey, ratesOf, unknown } from './rate.ts';
import { keptOver, type Retention, retentionOver } from './retention.ts';
import { recognisedRevenue } from './revenue.ts';
import type { ReportSlice } from './slice.ts';
import type { Subscription } from './subscription.ts';
import { type MonthTotals, together } from './totals.ts';
import { costsOf, type UnitEconomics, unitEconomics } from './unit-economics.ts';

/** One column of the report. Amounts are minor units of the report's currency; a year shows ARR, twelve times MRR. */
export type ReportColumn = {
  readonly period: ReportPeriod;
  readonly totals: MonthTotals;
  readonly netNew: number;
  readonly arr: number;
  readonly rates: Readonly<Record<RateKey, Rate>>;
  readonly unitEconomics: UnitEconomics;
  readonly bookings: Bookings;
  readonly finance: Finance;
  readonly funnel: Readonly<Record<FunnelKey, Rate>>;
  readonly sales: Readonly<Record<SalesKey, Rate>>;
};

export type Report = {
  readonly columns: readonly ReportColumn[];
  readonly retention: Retention;
  /** Months of the range for which the company sheet has nothing. */
  readonly missingMonths: readonly Month[];
};

export type ReportSheetFacts = {
  /** In the report's currency. */
  readonly company: ReadonlyMap<Month, CompanyMonth>;
  /** Sales and marketing cost allocated to a slice, by month; null where nobody allocated any. */
  readonly allocated: ReadonlyMap<Month, number> | null;
  readonly opening: OpeningBalances;
  readonly subscriptions: readonly Subscription[];
  readonly fiscalStart: number;
};

/**
 * The report over the engine's range, column by column. What cannot be sliced without allocation (finance, sales, funnel, and
 * unit economics where no cost is allocated) is there for the whole book only and says so.
 */
export function buildReport(
  engine: ReportEngine,
  slices: readonly ReportSlice[],
  basis: Basis,
  facts: ReportSheetFacts,
): Report {
  const months = monthsBetween(engine.range.from, engine.range.to);
  const totals = engine.totals(slices);
  const customers = engine.customers(slices);
  const isWhole = slices.length === 0;
  const revenue = isWhole ? revenueByMonth(engine, facts) : new Map<Month, number>();
  const periods = periodsOf(months, basis, facts.fiscalStart);
  const finance = isWhole ? financeColumns(periods, facts, revenue) : [];
  const columns = periods.map((period, at): ReportColumn => {
    const own = period.months.flatMap((month) => totals.months[engine.place(month)] ?? []);
    const sum = together(own);
    if (period.months.length > 1) sum.kept1 = keptOver(customers, engine.timeline, ...endsOf(period, engine));
    const company = isWhole ? companyOver(period, facts.company) : null;
    return column(engine, period, sum, {
      company,
      costs: costsOf(company, sumOf(period.months, revenue), engine.policies),
      allocated: isWhole ? null : allocatedCosts(period, facts, engine),
      finance: finance[at] ?? null,
      subscriptions: facts.subscriptions,
      basis,
    });
  });
  return {
    columns,
    retention: retentionOver(engine.customers(slices), engine.timeline, engine.firstPlace, engine.lastPlace),
    missingMonths: months.filter((month) => !facts.company.has(month)),
  };
}

function endsOf({ months }: ReportPeriod, engine: ReportEngine): [opening: number, closing: number] {
  const [first = engine.range.from] = months;
  return [engine.place(first) - 1, engine.place(months.at(-1) ?? first)];
}

type ColumnFacts = {
  readonly company: CompanyMonth | null;
  readonly costs: ReturnType<typeof costsOf>;
  readonly allocated: ReturnType<typeof costsOf> | null;
  readonly finance: Finance | null;
  readonly subscriptions: readonly Subscription[];
  readonly basis: Basis;
};

function column(
  engine: ReportEngine,
  period: ReportPeriod,
  monthly: MonthTotals,
  { company, costs, allocated, finance, subscriptions, basis }: ColumnFacts,
): ReportColumn {
  const factor = basis === 'year' ? 12 : 1;
  const totals = factor === 1 ? monthly : annual(monthly);
  const isSlice = finance === null;
  const economics = unitEconomics(monthly, allocated ?? costs, period.months.length);
  return {
    period,
    totals,
    netNew: netNew(totals),
    arr: monthly.closing * 12,
    rates: ratesOf(totals),
    unitEconomics: factor === 1 ? economics : annualAverages(economics),
    bookings: bookingsOver(engine, period, subscriptions),
    finance: finance ?? notAllocated(financeOf([{ company: null, recognisedMinor: null }], noBalance)[0]),
    funnel: isSlice ? notAllocated(funnelOf(null)) : funnelOf(company),
    sales: isSlice ? notAllocated(salesOf(null, monthly)) : salesOf(company, monthly),
  };
}
const noBalance = { cash: 0, deferred: 0 };

function notAllocated<Keys extends string>(
  rates: Readonly<Record<Keys, Rate>> | undefined,
): Record<Keys, Rate> {
  const keys = Object.keys(rates ?? {}) as Keys[]; // keys of a record that was just made of them
  return Object.fromEntries(keys.map((key) => [key, unknown('not-allocated')])) as Record<Keys, Rate>;
}

function annual(totals: MonthTotals): MonthTotals {
  const by = (minor: number) => minor * 12;
  return {
    ...totals,
    opening: by(totals.opening),
    new: by(totals.new),
    expansion: by(totals.expansion),
    contraction: by(totals.contraction),
    churned: by(totals.churned),
    reactivated: by(totals.reactivated),
    exchange: by(totals.exchange),
    closing: by(totals.closing),
  };
}

function annualAverages(economics: UnitEconomics): UnitEconomics {
  const by = (rate: Rate): Rate => (rate.value === null ? rate : { ...rate, value: rate.value * 12 });
  return { ...economics, averageNewMrr: by(economics.averageNewMrr), averageMrr: by(economics.averageMrr) };
}

/** The company's margin with the sales and marketing cost that was allocated to the slice. */
function allocatedCosts(period: ReportPeriod, facts: ReportSheetFacts, engine: ReportEngine) {
  const none = unknown('not-allocated');
  if (facts.allocated === null) return { margin: none, acquisition: none };
  const { margin } = costsOf(companyOver(period, facts.company), null, engine.policies);
  const amounts = period.months.map((month) => facts.allocated?.get(month) ?? null);
  const known = amounts.filter((amount) => amount !== null);
  const acquisition: Rate =
    known.length < amounts.length
      ? unknown('no-company-figures')
      : { value: known.reduce((sum, amount) => sum + amount, 0), reason: null };
  return { margin, acquisition };
}

function financeColumns(
  periods: readonly ReportPeriod[],
  facts: ReportSheetFacts,
  revenue: ReadonlyMap<Month, number>,
): Finance[] {
  return financeOf(
    periods.map((period) => ({
      company: companyOver(period, facts.company),
      recognisedMinor: sumOf(period.months, revenue),
    })),
    facts.opening,
  );
}

function sumOf(months: readonly Month[], amounts: ReadonlyMap<Month, number>): number {
  return months.reduce((sum, month) => sum + (amounts.get(month) ?? 0), 0);
}

/** Revenue recognised in each month of the range, converted at the month's rate. */
function revenueByMonth(engine: ReportEngine, { subscriptions }: ReportSheetFacts): Map<Month, number> {
  const byCurrency = new Map<string, Map<Month, number>>();
  for (const subscription of subscriptions) {
    const own = byCurrency.get(subscription.currency) ?? new Map<Month, number>();
    byCurrency.set(subscription.currency, own);
    for (const [month, minor] of recognisedRevenue(subscription, engine.range.from, engine.range.to))
      own.set(month, (own.get(month) ?? 0) + minor);
  }
  const revenue = new Map<Month, number>();
  for (const [currency, own] of byCurrency)
    for (const [month, minor] of own)
      revenue.set(month, (revenue.get(month) ?? 0) + (toReport(engine, month)(minor, currency) ?? 0));
  return revenue;
}

function bookingsOver(
  engine: ReportEngine,
  period: ReportPeriod,
  subscriptions: readonly Subscription[],
): Bookings {
  return bookingsOf(subscriptions, period.months, (month) => toReport(engine, month));
}

/** Minor units of a currency in those of the report, at a month's last day; null without a rate. */
export function toReport(engine: ReportEngine, month: Month) {
  const place = engine.place(month);
  return (minor: number, currency: string): number | null => {
    const { toReport: factors, missing } = engine.timeline.factorsOf(currency);
    if (factors === null) return minor;
    return missing.includes(place) ? null : Math.round(minor * (factors[place] ?? 0));
  };
}
