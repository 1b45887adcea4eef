import type { CellEdit } from './column.ts';

/** A cell of the grid by its line and the key of its column. */
export type CellPlace = { readonly line: number; readonly column: string };

/** A block of cells: lines and numbers of columns, both ends included. */
export type CellBlock = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

/** The block between two corners; null where a column is not in sight. */
export function blockBetween(one: CellPlace, other: CellPlace, columns: readonly string[]): CellBlock | null {
  const across = [columns.indexOf(one.column), columns.indexOf(other.column)] as const;
  if (across.includes(-1)) return null;
  return {
    top: Math.min(one.line, other.line),
    bottom: Math.max(one.line, other.line),
    left: Math.min(...across),
    right: Math.max(...across),
  };
}

/** Cells as spreadsheets put them on the clipboard: tabs between, a cell with a tab, a break or a quote in quotes. */
export function toClipboard(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quoted).join('\t')).join('\n');
}

/** The cells of what a spreadsheet put on the clipboard. A break at the very end begins no further row. */
export function fromClipboard(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g;
  for (const [, quoted, plain, end] of text.matchAll(cell)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  const last = rows.at(-1);
  return rows.length > 1 && last && last.join('') === '' ? rows.slice(0, -1) : rows;
}

/** A row that can take a value: its key, or null where the line is a heading or was not loaded. */
type RowKeyAt = (line: number) => string | null;

/**
 * What pasting into a block writes. A single value fills the block; more values begin at its first cell and go as far as there
 * are rows (headings in between are passed over) and columns. Columns that take no values are left out.
 */
export function pasteEdits(
  values: readonly (readonly string[])[],
  block: CellBlock,
  columns: readonly { readonly key: string; readonly edit?: unknown }[],
  keyAt: RowKeyAt,
  length: number,
): CellEdit[] {
  const isOne = values.length === 1 && values[0]?.length === 1;
  const height = isOne ? block.bottom - block.top + 1 : values.length;
  const lines: number[] = [];
  for (let line = block.top; line < length && lines.length < height; line++) {
    if (isOne && line > block.bottom) break;
    if (keyAt(line) !== null) lines.push(line);
  }
  const width = isOne ? block.right - block.left + 1 : Math.max(...values.map((row) => row.length));
  return lines.flatMap((line, down) => {
    const row = keyAt(line);
    if (row === null) return [];
    return columns.slice(block.left, block.left + width).flatMap(({ key, edit }, across) => {
      const text = isOne ? values[0]?.[0] : values[down]?.[across];
      return edit === undefined || text === undefined ? [] : [{ row, column: key, text: text.trim() }];
    });
  });
}

/** What filling down writes: the first row's values into every row below it in the block. */
export function fillEdits(
  block: CellBlock,
  columns: readonly { readonly key: string; readonly edit?: unknown }[],
  keyAt: RowKeyAt,
  textAt: (line: number, column: string) => string,
): CellEdit[] {
  const edits: CellEdit[] = [];
  const lines = Array.from({ length: block.bottom - block.top + 1 }, (_, at) => block.top + at).filter(
    (line) => keyAt(line) !== null,
  );
  const [first, ...rest] = lines;
  if (first === undefined) return edits;
  for (const { key, edit } of columns.slice(block.left, block.right + 1)) {
    if (edit === undefined) continue;
    const text = textAt(first, key);
    for (const line of rest) {
      const row = keyAt(line);
      if (row !== null) edits.push({ row, column: key, text });
    }
  }
  return edits;
}
