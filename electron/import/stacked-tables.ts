import { type Grid, type GridValue, isBlank } from '../files/workbook/grid.ts';
import type { SheetListing } from '../files/workbook/xlsx.ts';

/** A file's sheets and the way to their cells. */
interface Sheets {
  readonly sheets: readonly SheetListing[];
  read(sheet: number): Grid;
}

/**
 * The source with every further table below another one as a sheet of its own, called like its sheet and counted:
 * `Sheet1 (2)`. A further table begins below an empty row with headings that are known, other than the first one's. Rows
 * keep their numbers.
 */
export function withStackedTables<File extends Sheets>(
  source: File,
  isHeading: (text: string) => boolean,
): File {
  const grids = new Map<number, Grid>();
  const read = (sheet: number): Grid => {
    const grid = grids.get(sheet) ?? source.read(sheet);
    grids.set(sheet, grid);
    return grid;
  };
  const parts = source.sheets.flatMap(({ name, hidden }, sheet) => {
    const starts = startsOf(read(sheet), isHeading);
    return starts.map((from, at) => ({
      name: at === 0 ? name : `${name} (${at + 1})`,
      hidden,
      sheet,
      from,
      to: starts[at + 1] ?? Number.POSITIVE_INFINITY,
    }));
  });
  return {
    ...source,
    sheets: parts.map(({ name, hidden }) => ({ name, hidden })),
    read(at) {
      const part = parts[at];
      const grid = read(part?.sheet ?? at);
      if (!part || (part.from === 0 && part.to >= grid.rows.length)) return grid;
      const rows = grid.rows.slice(0, part.to).map((cells, row) => (row < part.from ? [] : cells));
      return { ...grid, rows };
    },
  };
}

/** Where each table of the sheet begins; the first one with whatever stands above it. */
function startsOf({ rows }: Grid, isHeading: (text: string) => boolean): number[] {
  const starts = [0];
  let headings: readonly GridValue[] | null = null;
  let records = 0;
  for (const [row, cells] of rows.entries()) {
    const filled = cells.filter((value) => !isBlank(value));
    if (filled.length === 0) continue;
    const known = filled.filter((value) => typeof value === 'string' && isHeading(value.trim()));
    const areHeadings =
      known.length >= 2 &&
      known.length * 2 >= filled.length &&
      filled.every((value) => typeof value === 'string');
    if (!areHeadings) {
      if (headings) records++;
      continue;
    }
    const isBelowGap = row > 0 && (rows[row - 1] ?? []).every((value) => isBlank(value));
    const isRepeated = headings !== null && JSON.stringify(cells) === JSON.stringify(headings);
    if (headings && records > 0 && isBelowGap && !isRepeated) starts.push(row);
    if (!isRepeated && (headings === null || starts.at(-1) === row)) {
      headings = cells;
      records = 0;
    }
  }
  return starts;
}
