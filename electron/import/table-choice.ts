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
  /** Its rows hold other nouns too: a row whose own columns are empty is none of this noun. */
  readonly isPart?: boolean;
  /** Cells the user wrote anew, by their place in the grid. They win over `replaced`, and that over `filledDown`. */
  readonly edits?: readonly CellEdit[];
  /** Values the user wants read as others, wherever they stand in the column. */
  readonly replaced?: readonly Replacement[];
  /** Columns whose empty cells say what stands above them. */
  readonly filledDown?: readonly number[];
}

export interface Replacement {
  readonly column: number;
  readonly from: string;
  readonly to: string;
}

export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly value: string;
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
  read: Grid,
  {
    headerRow: header,
    keepsAsides = false,
    ...mendings
  }: Pick<TableChoice, 'headerRow' | 'keepsAsides'> & Mendings,
): Table {
  const grid = mended(read, header, mendings);
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

/** What the user changed in the cells themselves. */
type Mendings = Pick<TableChoice, 'edits' | 'replaced' | 'filledDown'>;

function mended(
  grid: Grid,
  header: number | null,
  { edits = [], replaced = [], filledDown = [] }: Mendings,
): Grid {
  if (edits.length + replaced.length + filledDown.length === 0) return grid;
  const first = header === null ? 0 : header + 1;
  const rows = grid.rows.map((cells) => [...cells]);
  const places = new Set<string>();
  const write = (row: number, column: number, value: GridValue) => {
    const cells = rows[row];
    if (!cells) return;
    while (cells.length < column) cells.push(null);
    cells[column] = value;
    places.add(`${row} ${column}`);
  };
  const meanings = Map.groupBy(replaced, ({ column }) => column);
  for (let row = first; row < rows.length; row++) {
    const cells = rows[row] ?? [];
    if (cells.every((value) => isBlank(value))) continue;
    for (const column of filledDown)
      if (isBlank(cells[column]) && row > first) write(row, column, rows[row - 1]?.[column] ?? null);
    for (const [column, own] of meanings) {
      const meaning = own.findLast(({ from }) => from === String(cells[column] ?? '').trim());
      if (meaning) write(row, column, meaning.to === '' ? null : meaning.to);
    }
  }
  for (const { row, column, value } of edits) write(row, column, value === '' ? null : value);
  return {
    ...grid,
    rows,
    markAt: (row, column) => (places.has(`${row} ${column}`) ? undefined : grid.markAt(row, column)),
  };
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
