import type { ReportEngine } from './engine.ts';
import type { ReportPolicies } from './policy.ts';
import type { Rate } from './rate.ts';
import type { Report, ReportColumn } from './report.ts';
import { type ReportSlice, sliceText } from './slice.ts';
import { passes } from './unit-economics.ts';

/** Why a figure is null, by the figure's name; the object is missing where none is. */
type Reasons = Readonly<Record<string, string>>;
type Figures<Keys extends string> = Readonly<Record<Keys, number | null>> & { readonly reason?: Reasons };

/**
 * The report for scripts: money in minor units, rates as fractions, what is undefined as null with its reason beside it under
 * `reason`. Averages, LTV and CAC are rounded to the minor unit once, here.
 */
export function reportJson(
  engine: ReportEngine,
  report: Report,
  slices: readonly ReportSlice[],
  policies: ReportPolicies,
) {
  const { range } = engine;
  return {
    currency: range.currency,
    from: range.from,
    to: range.to,
    slice: slices.map(sliceText),
    policies,
    months: report.columns.map(columnJson),
    retention: retentionJson(engine, report),
    missingCompanyMonths: report.missingMonths,
    problems: engine.problems().map((problem) => ({
      ...problem,
      account: engine.account(problem.accountId)?.name ?? null,
    })),
  };
}

function columnJson(column: ReportColumn) {
  const { period, totals, netNew, arr, unitEconomics: unit } = column;
  const { kept1: _, kept12: __, customers, ...amounts } = totals;
  const money = new Set(['averageNewMrr', 'averageMrr', 'ltv', 'cac']);
  return {
    month: period.months.at(-1) ?? period.label,
    period: period.label,
    from: period.months[0] ?? period.label,
    isWhole: period.isWhole,
    ...amounts,
    netNew,
    arr,
    customers: {
      ...customers,
      net: customers.new + customers.reactivated - customers.churned,
    },
    rates: figures(column.rates),
    unitEconomics: {
      ...figures(unit, money),
      passes: {
        ltvToCac: passes('ltvToCac', unit.ltvToCac),
        paybackMonths: passes('paybackMonths', unit.paybackMonths),
      },
    },
    bookings: {
      contracts: column.bookings.contracts,
      amount: column.bookings.amountMinor,
      ...figures(
        {
          average: column.bookings.averageMinor,
          averageLengthMonths: column.bookings.averageLength,
          monthsPaidAhead: column.bookings.monthsAhead,
        },
        new Set(['average']),
      ),
    },
    finance: figures(column.finance),
    funnel: figures(column.funnel),
    sales: figures(column.sales, new Set(['outputPerHead'])),
  };
}

function retentionJson(engine: ReportEngine, { retention }: Report) {
  const { pointToPoint, runningMinimum, movementSum, cohort } = retention;
  return {
    from: engine.range.from,
    to: engine.range.to,
    pointToPoint: figures(pointToPoint),
    runningMinimum: figures(runningMinimum),
    movementSum: figures(movementSum),
    cohort: { month: engine.range.from, customers: cohort.customers, ...figures(without(cohort)) },
  };
}

function without({ grr, nrr, logo }: Report['retention']['cohort']) {
  return { grr, nrr, logo };
}

function figures<Keys extends string>(
  rates: Readonly<Record<Keys, Rate>>,
  rounded: ReadonlySet<string> = new Set(),
): Figures<Keys> {
  const entries = Object.entries<Rate>(rates);
  const values = entries.map(([key, { value }]) => [
    key,
    value !== null && rounded.has(key) ? Math.round(value) : value,
  ]);
  const reasons = entries.flatMap(([key, { reason }]) => (reason === null ? [] : [[key, reason]]));
  return {
    ...(Object.fromEntries(values) as Record<Keys, number | null>), // the keys of `rates`
    ...(reasons.length > 0 ? { reason: Object.fromEntries(reasons) as Reasons } : {}),
  };
}
