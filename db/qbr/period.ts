import { addDays, addMonths, endOfMonth, type IsoDate } from '../types/calendar.ts';
import { daysIn, type Period } from '../types/period.ts';
import type { QbrKind } from './kind.ts';

/** A quarter of a fiscal year. The year is named after the calendar year its last day lies in, as annual reports are. */
export type FiscalQuarter = { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 };

/** The month a fiscal year starts with, 1 for January … 12 for December. */
export type FiscalStart = number;

/** The fiscal quarter a day lies in. Throws a RangeError for a starting month outside 1–12. */
export function fiscalQuarterOf(day: IsoDate, fiscalStart: FiscalStart): FiscalQuarter {
  assertMonth(fiscalStart);
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const monthsIn = (month - fiscalStart + 12) % 12;
  const startYear = month >= fiscalStart ? year : year - 1;
  return {
    year: fiscalStart === 1 ? startYear : startYear + 1,
    quarter: quarterAt(Math.floor(monthsIn / 3)),
  };
}

/** The days of a fiscal quarter: three whole months. */
export function quarterPeriod({ year, quarter }: FiscalQuarter, fiscalStart: FiscalStart): Period {
  assertMonth(fiscalStart);
  const startYear = fiscalStart === 1 ? year : year - 1;
  const first = `${String(startYear).padStart(4, '0')}-${String(fiscalStart).padStart(2, '0')}-01`;
  const from = addMonths(first, (quarter - 1) * 3);
  return { from, to: endOfMonth(addMonths(from, 2)) };
}

/** The twelve months of a fiscal year, by the year its last day lies in. */
export function fiscalYear(year: number, fiscalStart: FiscalStart): Period {
  const { from } = quarterPeriod({ year, quarter: 1 }, fiscalStart);
  return { from, to: quarterPeriod({ year, quarter: 4 }, fiscalStart).to };
}

/** The quarter so many quarters later, earlier when negative. */
export function shiftQuarter({ year, quarter }: FiscalQuarter, quarters: number): FiscalQuarter {
  const index = year * 4 + (quarter - 1) + quarters;
  return { year: Math.floor(index / 4), quarter: quarterAt(((index % 4) + 4) % 4) };
}

/** The fiscal quarter a period is exactly, or null when it is something else: decides whether a title may say "Q3". */
export function asFiscalQuarter(period: Period, fiscalStart: FiscalStart): FiscalQuarter | null {
  const quarter = fiscalQuarterOf(period.from, fiscalStart);
  const { from, to } = quarterPeriod(quarter, fiscalStart);
  return from === period.from && to === period.to ? quarter : null;
}

/**
 * What a period is compared with: the same length directly before. Whole months are compared with as many whole months,
 * however long those are (March with February, not with 31 days); any other span with as many days.
 */
export function comparisonPeriod(period: Period): Period {
  const to = addDays(period.from, -1);
  const months = wholeMonths(period);
  return { from: months === null ? addDays(to, 1 - daysIn(period)) : addMonths(period.from, -months), to };
}

/** The last complete period a review of this kind is about: the month, the fiscal quarter, or for the sponsor the fiscal half-year that ended before today. */
export function lastPeriod(kind: QbrKind, today: IsoDate, fiscalStart: FiscalStart): Period {
  if (kind === 'mbr') {
    const to = addDays(`${today.slice(0, 7)}-01`, -1);
    return { from: `${to.slice(0, 7)}-01`, to };
  }
  const last = shiftQuarter(fiscalQuarterOf(today, fiscalStart), -1);
  const period = quarterPeriod(last, fiscalStart);
  if (kind === 'qbr') return period;
  const second = last.quarter % 2 === 0 ? last : shiftQuarter(last, -1);
  const first = shiftQuarter(second, -1);
  return {
    from: quarterPeriod(first, fiscalStart).from,
    to: quarterPeriod(second, fiscalStart).to,
  };
}

/** How many whole calendar months the period is, or null when it begins or ends inside one. */
export function wholeMonths({ from, to }: Period): number | null {
  if (!from.endsWith('-01') || endOfMonth(to) !== to || to < from) return null;
  const monthOf = (day: IsoDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return monthOf(to) - monthOf(from) + 1;
}

const quarters = [1, 2, 3, 4] as const;

function quarterAt(index: number): FiscalQuarter['quarter'] {
  return quarters[index] ?? 1;
}

function assertMonth(month: number): void {
  if (!Number.isInteger(month) || month < 1 || month > 12)
    throw new RangeError(`not a month of the year: ${month}`);
}
