import type { ImportNoun } from '../../db/import/noun.ts';
import { type Grid, type GridValue, isBlank } from '../files/workbook/grid.ts';
import { type Aside, asideRows } from './aside-rows.ts';
import type { ColumnAnswer } from './check.ts';

/** What the user said of one sheet: what its rows are, where its headings stand and what its columns mean. */
export interface TableChoice {
  /** The sheet's place in the file, counted from 0. */
  readonly sheet: number;
  readonly noun: ImportNoun;
  /** The row of the headings, counted from 0; null when there are none. */
  readonly headerRow: number | null;
  /** The field of each column; null leaves it out. */
  readonly fields: readonly (string | null)[];
  /** By column, where its values alone leave a question open. */
  readonly answers: Readonly<Record<number, ColumnAnswer>>;
  /** Columns whose problem cells are left empty; else the rows with them are left out. */
  readonly blanked: readonly number[];
  /** Sums, repeated headings and remarks are taken for records like the other rows. */
  readonly keepsAsides?: boolean;
}

/** A sheet as rows under headings. */
export interface Table {
  readonly headings: readonly string[];
  /** Rows that hold something, with their place in the grid. */
  readonly rows: readonly number[];
  /** Rows that hold something and are no records. */
  readonly asides: ReadonlyMap<number, Aside>;
  readonly grid: Grid;
}

/** The grid as rows under the headings of this row; all of it where there are none. */
export function tableOf(
  grid: Grid,
  { headerRow: header, keepsAsides = false }: Pick<TableChoice, 'headerRow' | 'keepsAsides'>,
): Table {
  const width = grid.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const cells = header === null ? [] : (grid.rows[header] ?? []);
  const headings = Array.from({ length: width }, (_, column) => String(cells[column] ?? '').trim());
  const rows: number[] = [];
  for (let row = header === null ? 0 : header + 1; row < grid.rows.length; row++)
    if (grid.rows[row]?.some((value, column) => !isBlank(value) || isBroken(grid, row, column)))
      rows.push(row);
  const asides = keepsAsides ? new Map<number, Aside>() : asideRows(grid, header, rows);
  return { headings, rows: rows.filter((row) => !asides.has(row)), asides, grid };
}

/** A formula without a value is not nothing: its row is to be told of. */
function isBroken({ markAt }: Grid, row: number, column: number): boolean {
  const mark = markAt(row, column);
  return mark?.error !== undefined || mark?.isUncalculated === true;
}

/** The values of a column, in the order of the table's rows. */
export function columnOf({ grid, rows }: Table, column: number): GridValue[] {
  return rows.map((row) => grid.rows[row]?.[column] ?? null);
}
