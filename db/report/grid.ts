import { lead, type ReportEngine } from './engine.ts';
import { changeBetween, type LineKey, reportBlocks } from './layout.ts';
import { addToMonth, monthsBetween } from './month.ts';
import { type Basis, periodsOf } from './period.ts';
import type { Rate } from './rate.ts';
import { columnsOver, type ReportColumn, type ReportSheetFacts } from './report.ts';
import type { ReportSlice } from './slice.ts';

export type GridLine = {
  readonly key: LineKey;
  readonly values: readonly Rate[];
  /** The last column beside the one before it and beside the same one a year earlier. */
  readonly onMonth: number | null;
  readonly onYear: number | null;
};

export type ReportGrid = {
  readonly periods: readonly {
    readonly label: string;
    readonly from: string;
    readonly to: string;
    readonly isWhole: boolean;
  }[];
  readonly blocks: readonly {
    readonly key: (typeof reportBlocks)[number]['key'];
    readonly lines: readonly GridLine[];
  }[];
  readonly columns: readonly ReportColumn[];
};

/** Columns in a year, by basis: how far back the same column of last year stands. */
const perYear: Readonly<Record<Basis, number>> = { month: 12, quarter: 4, year: 1 };

/** The report as a grid of lines and columns, with what the last column did on the one before and on last year's. */
export function reportGrid(
  engine: ReportEngine,
  slices: readonly ReportSlice[],
  basis: Basis,
  facts: ReportSheetFacts,
): ReportGrid {
  const { from, to } = engine.range;
  const all = periodsOf(monthsBetween(addToMonth(from, -lead), to), basis, facts.fiscalStart);
  const own = periodsOf(monthsBetween(from, to), basis, facts.fiscalStart);
  const last = all.length - 1;
  // A column that the range or the engine's look back cut in half compares with nothing.
  const earlier = [all[last - 1], all[last - perYear[basis]]].map((period) =>
    period?.isWhole && own.at(-1)?.isWhole ? period : null,
  );
  const known = earlier.filter((period) => period !== null);
  const columns = columnsOver(engine, slices, [...known, ...own], basis, facts);
  const shown = columns.slice(known.length);
  const [before, lastYear] = earlier.map(
    (period) => columns.find((column) => column.period === period) ?? null,
  );
  return {
    periods: own.map(({ label, months, isWhole }) => ({
      label,
      from: months[0] ?? from,
      to: months.at(-1) ?? to,
      isWhole,
    })),
    blocks: reportBlocks.map(({ key, lines }) => ({
      key,
      lines: lines.map((line): GridLine => {
        const values = shown.map((column) => line.of(column));
        const now = values.at(-1);
        const change = (column: ReportColumn | null | undefined) =>
          now && column ? changeBetween(line.of(column), now, line.unit) : null;
        return { key: line.key, values, onMonth: change(before), onYear: change(lastYear) };
      }),
    })),
    columns: shown,
  };
}
