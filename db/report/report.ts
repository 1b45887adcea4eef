import { type Bookings, bookingsOf } from './booking.ts';
import type { CompanyMonth } from './company-month.ts';
import type { ReportEngine } from './engine.ts';
import { type Balances, balancesOf, type Finance, financeOf, type OpeningBalances } from './finance.ts';
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
  const { from, to } = engine.range;
  const customers = engine.customers(slices);
  const months = monthsBetween(from, to);
  return {
    columns: columnsOver(engine, slices, periodsOf(months, basis, facts.fiscalStart), basis, facts),
    retention: retentionOver(customers, engine.timeline, engine.firstPlace, engine.lastPlace),
    missingMonths: months.filter((month) => !facts.company.has(month)),
  };
}

/** One column per period; the periods may reach as far back as the engine counts. */
export function columnsOver(
  engine: ReportEngine,
  slices: readonly ReportSlice[],
  periods: readonly ReportPeriod[],
  basis: Basis,
  facts: ReportSheetFacts,
): ReportColumn[] {
  const totals = engine.totals(slices);
  const isWhole = slices.length === 0;
  const months = periods.flatMap((period) => period.months);
  const [first = engine.range.from] = months;
  const [start = first] = [first, ...facts.company.keys()].sort();
  const revenue = isWhole ? revenueByMonth(engine, facts, start) : new Map<Month, number>();
  const balances = isWhole ? balancesByMonth(start, months.at(-1) ?? first, facts, revenue) : new Map();
  const signed = Map.groupBy(facts.subscriptions, ({ startOn }) => startOn.slice(0, 7));
  const customers = basis === 'month' ? [] : engine.customers(slices);
  return periods.map((period): ReportColumn => {
    const own = period.months.flatMap((month) => totals.months[engine.place(month)] ?? []);
    const monthly = together(own);
    if (period.months.length > 1)
      monthly.kept1 = keptOver(customers, engine.timeline, ...endsOf(period, engine));
    const company = isWhole ? companyOver(period, facts.company) : null;
    const recognisedMinor = sumOf(period.months, revenue);
    const costs = isWhole
      ? costsOf(company, recognisedMinor, engine.policies)
      : allocatedCosts(period, facts, engine);
    const shown = basis === 'year' ? annual(monthly) : monthly;
    const economics = unitEconomics(monthly, costs, period.months.length);
    return {
      period,
      totals: shown,
      netNew: netNew(shown),
      arr: monthly.closing * 12,
      rates: ratesOf(shown),
      unitEconomics: basis === 'year' ? annualAverages(economics) : economics,
      bookings: bookingsOf(
        period.months.flatMap((month) => signed.get(month) ?? []),
        (month) => toReport(engine, month),
      ),
      finance: isWhole
        ? financeOf({ company, recognisedMinor }, balances.get(period.months.at(-1) ?? first) ?? null)
        : notAllocated(financeOf({ company: null, recognisedMinor: null }, null)),
      funnel: isWhole ? funnelOf(company) : notAllocated(funnelOf(null)),
      sales: isWhole ? salesOf(company, monthly) : notAllocated(salesOf(null, monthly)),
    };
  });
}

function endsOf({ months }: ReportPeriod, engine: ReportEngine): [opening: number, closing: number] {
  const [first = engine.range.from] = months;
  return [engine.place(first) - 1, engine.place(months.at(-1) ?? first)];
}

function notAllocated<Keys extends string>(rates: Readonly<Record<Keys, Rate>>): Record<Keys, Rate> {
  const keys = Object.keys(rates);
  return Object.fromEntries(keys.map((key) => [key, unknown('not-allocated')])) as Record<Keys, Rate>; // the keys of `rates`
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
  const given = amounts.filter((amount) => amount !== null);
  const acquisition: Rate =
    given.length < amounts.length
      ? unknown('no-company-figures')
      : { value: given.reduce((sum, amount) => sum + amount, 0), reason: null };
  return { margin, acquisition };
}

function balancesByMonth(
  from: Month,
  to: Month,
  facts: ReportSheetFacts,
  revenue: ReadonlyMap<Month, number>,
): Map<Month, Balances> {
  const [first] = [...facts.company.keys()].sort();
  const months = first === undefined || first > to ? [] : monthsBetween(first > from ? first : from, to);
  const balances = balancesOf(
    months.map((month) => ({
      company: facts.company.get(month) ?? null,
      recognisedMinor: revenue.get(month) ?? 0,
    })),
    facts.opening,
  );
  return new Map(months.flatMap((month, at) => (balances[at] ? [[month, balances[at]] as const] : [])));
}

function sumOf(months: readonly Month[], amounts: ReadonlyMap<Month, number>): number {
  return months.reduce((sum, month) => sum + (amounts.get(month) ?? 0), 0);
}

/** Revenue recognised in each month from one on, converted at the month's rate. */
function revenueByMonth(
  engine: ReportEngine,
  { subscriptions }: ReportSheetFacts,
  from: Month,
): Map<Month, number> {
  const byCurrency = new Map<string, Map<Month, number>>();
  for (const subscription of subscriptions) {
    const own = byCurrency.get(subscription.currency) ?? new Map<Month, number>();
    byCurrency.set(subscription.currency, own);
    for (const [month, minor] of recognisedRevenue(subscription, from, engine.range.to))
      own.set(month, (own.get(month) ?? 0) + minor);
  }
  const revenue = new Map<Month, number>();
  for (const [currency, own] of byCurrency)
    for (const [month, minor] of own)
      revenue.set(month, (revenue.get(month) ?? 0) + (toReport(engine, month)(minor, currency) ?? 0));
  return revenue;
}

/** Minor units of a currency in those of the report, at a month's last day; null without a rate. */
export function toReport(engine: ReportEngine, month: Month) {
  const place = Math.max(0, engine.place(month));
  return (minor: number, currency: string): number | null => {
    const { toReport: factors, missing } = engine.timeline.factorsOf(currency);
    if (factors === null) return minor;
    return missing.includes(place) ? null : Math.round(minor * (factors[place] ?? 0));
  };
}
