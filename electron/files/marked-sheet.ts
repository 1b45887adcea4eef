import { displayWidth } from './workbook/cell.ts';
import type { Area, Cell, ColourRule, Sheet, SheetRow } from './workbook/sheet.ts';

/** In points. */
const lineHeight = 15;
const tallestRow = 409;

/** A column people see: its heading, and its width in characters. */
export type MarkedColumn = { readonly heading: string; readonly width: number };

/**
 * A sheet that leaves to be filled in and is read again when it comes back (marked-form.ts): what it is stands in its hidden
 * first cell, what each row is in its hidden first column, and only open cells can be written in.
 */
export function markedSheet(made: {
  readonly name: string;
  /** What the file is and whom it belongs to, as JSON. */
  readonly mark: object;
  readonly title: string;
  /** What stands under the title, across all columns. */
  readonly head: readonly SheetRow[];
  /** The heading of the hidden column, in every language. */
  readonly keyHeading: string;
  readonly columns: readonly MarkedColumn[];
  readonly rows: readonly SheetRow[];
  /** By place among `rows`, the first being 1. */
  readonly colours?: readonly ColourRule[];
}): Sheet {
  const { mark, title, head, keyHeading, columns } = made;
  const headingRow = head.length + 2;
  return {
    name: made.name,
    columns: [{ width: 8, hidden: true }, ...columns.map(({ width }) => ({ width }))],
    rows: [
      { cells: [hidden(JSON.stringify(mark)), { format: 'text', value: title, style: 'title' }], height: 28 },
      ...head,
      {
        cells: [
          hidden(keyHeading),
          ...columns.map(
            ({ heading }): Cell => ({ format: 'text', value: heading, style: 'heading', wrap: true }),
          ),
        ],
        height: 22,
      },
      ...made.rows,
    ],
    merged: [{}, ...head].map(
      (_, at): Area => ({ row: at + 1, column: 2, rows: 1, columns: columns.length }),
    ),
    colours: (made.colours ?? []).map((rule) => ({
      ...rule,
      area: { ...rule.area, row: rule.area.row + headingRow },
    })),
    frozen: { rows: headingRow, columns: 2 },
    repeatedRow: headingRow,
    locked: true,
  };
}

/** A line under the title, of so many lines of text. */
export function headLine(value: string, lines: number, style: 'subtitle' | 'warn' = 'subtitle'): SheetRow {
  return {
    cells: [null, { format: 'text', value, style, wrap: true }],
    height: lines * lineHeight + 3,
  };
}

/** The name of a section, across all columns people see. */
export function sectionRow(name: string, columns: number): SheetRow {
  const rest = Array.from(
    { length: columns - 1 },
    (): Cell => ({ format: 'text', value: null, style: 'section' }),
  );
  return { cells: [null, { format: 'text', value: name, style: 'section' }, ...rest], height: 24 };
}

/**
 * A row with its key, as high as its longest cell and at least so many lines: spreadsheets don't fit rows of protected
 * sheets by themselves, and a form needs room to write in.
 */
export function keyedRow(
  key: string,
  cells: readonly Cell[],
  columns: readonly MarkedColumn[],
  leastLines: number,
): SheetRow {
  const lines = cells.map((cell, at) => {
    const text = cell.format === 'text' ? (cell.value ?? '') : '';
    const width = columns[at]?.width ?? 1;
    return text
      .split('\n')
      .reduce((sum, part) => sum + Math.max(1, Math.ceil((displayWidth(part) * 1.05) / width)), 0);
  });
  return {
    cells: [hidden(key), ...cells],
    height: Math.min(tallestRow, Math.max(leastLines, ...lines) * lineHeight + 5),
  };
}

function hidden(value: string): Cell {
  return { format: 'text', value, style: 'muted' };
}
