import type { CompanyMonth } from './company-month.ts';
import { companyAmounts, companyCounts } from './company-month.ts';
import { type Month, monthNumber } from './month.ts';

export const bases = ['month', 'quarter', 'year'] as const;
/** What a column of the report covers. A year is the book's fiscal year and shows ARR for MRR. */
export type Basis = (typeof bases)[number];

/** One column: its months, and whether the range cut some of them off. */
export type ReportPeriod = {
  /** `2026-01`, `2026-Q1` or `2026`: quarters and years are fiscal, named by the year they end in. */
  readonly label: string;
  readonly months: readonly Month[];
  readonly isWhole: boolean;
};

/** The months grouped into columns, in order. */
export function periodsOf(months: readonly Month[], basis: Basis, fiscalStart: number): ReportPeriod[] {
  if (basis === 'month') return months.map((month) => ({ label: month, months: [month], isWhole: true }));
  const length = basis === 'quarter' ? 3 : 12;
  const groups = Map.groupBy(months, (month) => periodLabel(month, basis, fiscalStart));
  return [...groups].map(([label, own]) => ({ label, months: own, isWhole: own.length === length }));
}

function periodLabel(month: Month, basis: 'quarter' | 'year', fiscalStart: number): string {
  const number = monthNumber(month);
  const shifted = number - (fiscalStart - 1);
  const startYear = Math.floor(shifted / 12);
  const year = fiscalStart === 1 ? startYear : startYear + 1;
  if (basis === 'year') return String(year);
  return `${year}-Q${Math.floor((shifted - startYear * 12) / 3) + 1}`;
}

/** The company sheet over a period: sums, the heads of the last month. One month missing and the sum is unknown, not smaller. */
export function companyOver(
  period: ReportPeriod,
  sheet: ReadonlyMap<Month, CompanyMonth>,
): CompanyMonth | null {
  const own = period.months.map((month) => sheet.get(month) ?? null);
  const last = own.at(-1);
  if (!last || own.some((month) => month === null)) return null;
  if (own.length === 1) return last;
  const summed = [...companyAmounts, ...companyCounts].map((key) => [
    key,
    key === 'salesHeads'
      ? last[key]
      : own.reduce<number | null>((sum, month) => {
          const value = month?.[key] ?? null;
          return sum === null || value === null ? null : sum + value;
        }, 0),
  ]);
  return { ...last, ...Object.fromEntries(summed) };
}
