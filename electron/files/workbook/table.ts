import {
  alignmentOf,
  displayWidth,
  type Formatted,
  type FormattedBy,
  shownText,
  type YesNoWords,
} from './cell.ts';
import { type Cell, type CellOptions, type Sheet, type SheetRow, sheetName } from './sheet.ts';

/** One column of a table of rows: the same table writes a sheet and tells the import what to expect in it. */
export type Column<Row, Key extends string = string> = FormattedBy<
  Row,
  {
    readonly key: Key;
    readonly heading: string;
    /** In characters; fitted to what is in the column when absent. */
    readonly width?: number;
    readonly wrap?: boolean;
    readonly hidden?: boolean;
    /** Shown when the pointer rests on the heading. */
    readonly note?: string;
    /** The only values allowed below the heading. */
    readonly list?: readonly string[];
  }
>;

/** The column's cell for a row. */
export function cellOf<Row>(column: Column<Row>, row: Row): Formatted {
  // The format and the value's type belong together in Column; the compiler cannot carry that through the call.
  return { format: column.format, value: column.value(row) } as Formatted;
}

/** The heading's cells. */
export function headingCells<Row>(columns: readonly Column<Row>[]): Cell[] {
  return columns.map(({ heading, note, format }) => ({
    format: 'text',
    value: heading,
    style: 'heading',
    align: alignmentOf(format),
    wrap: true,
    ...(note === undefined ? {} : { note }),
  }));
}

/** Widths in characters for the columns, fitted to the heading and these rows, between 8 and 60. */
export function fittingWidths<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  labels: YesNoWords,
): number[] {
  const widths = columns.map((column) => column.width ?? displayWidth(column.heading) + filterButton);
  for (const row of rows)
    columns.forEach((column, index) => {
      if (column.width !== undefined) return;
      const width = displayWidth(shownText(cellOf(column, row), labels));
      if (width > (widths[index] ?? 0)) widths[index] = width;
    });
  return widths.map((width, index) =>
    columns[index]?.width === undefined ? Math.min(60, Math.max(8, width + 2)) : width,
  );
}
/** The filter's arrow covers the end of a heading. */
const filterButton = 2;

/** A sheet of nothing but a table: heading frozen and repeated in print, filter, fitted widths. */
export function tableSheet<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  labels: YesNoWords,
): Sheet {
  const widths = fittingWidths(columns, rows, labels);
  const wraps = columns.some(({ wrap }) => wrap);
  const body = rows.map<SheetRow>((row) => ({
    cells: columns.map((column) => ({
      ...cellOf(column, row),
      ...bodyOptions(column),
      ...(wraps ? { wrap: true } : {}), // so that all of a tall row begins at its top
    })),
    ...heightOfRow(columns, row, widths, labels),
  }));
  return {
    name: sheetName(name),
    columns: columns.map(({ hidden }, index) => ({ width: widths[index] ?? 8, hidden: hidden ?? false })),
    rows: [{ cells: headingCells(columns) }, ...body],
    frozen: { rows: 1, columns: 1 },
    filter: { row: 1, column: 1, rows: rows.length + 1, columns: columns.length },
    repeatedRow: 1,
  };
}

/** The height of a row whose wrapped cells take more than one line; nothing for others. Not every program fits rows itself. */
function heightOfRow<Row>(
  columns: readonly Column<Row>[],
  row: Row,
  widths: readonly number[],
  labels: YesNoWords,
): Pick<SheetRow, 'height'> {
  const height = Math.max(
    0,
    ...columns.map((column, index) =>
      column.wrap ? wrappedHeight(shownText(cellOf(column, row), labels), widths[index] ?? 8) : 0,
    ),
  );
  return height > oneLine ? { height } : {};
}

const pointsPerLine = 15;
/** Points of a row of one line. */
export const oneLine = pointsPerLine + 3;
/** Excel draws no row taller than this many points. */
const tallest = 409;

/** Points that a text takes wrapped into so many characters a line. */
export function wrappedHeight(text: string, width: number): number {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((displayWidth(line) * 1.1) / width)), 0);
  return Math.min(tallest, lines * pointsPerLine + 3);
}

/** How the column's cells below the heading look and behave. */
export function bodyOptions<Row>({ wrap, list }: Column<Row>): CellOptions {
  return { ...(wrap === undefined ? {} : { wrap }), ...(list === undefined ? {} : { list }) };
}
