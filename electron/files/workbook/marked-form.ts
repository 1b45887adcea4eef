import type { z } from 'zod';
import { languages } from '../../../db/types/language.ts';
import { openSource } from '../../import/read.ts';
import type { Grid, GridValue } from './grid.ts';
import { columnLetters } from './sheet.ts';

/** A form that came back, found in its file but not yet read: whose it is, and where its first cell went. */
export type OpenedForm<Mark> = { readonly mark: Mark; readonly grid: Grid; readonly markPlace: Place };
export type Place = { readonly row: number; readonly column: number };

/** Rows searched for the mark: it is in the first, unless somebody put a few above it. */
const searchedRows = 20;

/**
 * Finds a form by the mark in its hidden first cell, whichever sheet it is on and wherever that cell went. Null where the
 * file holds no such mark.
 * @throws Failure what openSource throws for files that are no workbook
 */
export function openMarkedForm<Mark>(
  bytes: Uint8Array,
  name: string,
  schema: z.ZodType<Mark>,
): OpenedForm<Mark> | null {
  const source = openSource(bytes, name);
  for (const index of source.sheets.keys()) {
    const grid = source.read(index);
    for (const [row, cells] of grid.rows.slice(0, searchedRows).entries()) {
      for (const [column, value] of cells.entries()) {
        const mark = readMark(value, schema);
        if (mark !== null) return { mark, grid, markPlace: { row, column } };
      }
    }
  }
  return null;
}

function readMark<Mark>(value: GridValue, schema: z.ZodType<Mark>): Mark | null {
  if (typeof value !== 'string' || !value.startsWith('{')) return null;
  try {
    return schema.safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * The row of a form's headings, and the column of each: found by its words in either language, else by its place after the
 * hidden column of keys.
 */
export function findFormColumns<Column extends string>(
  grid: Grid,
  mark: Place,
  keyHeading: string,
  columns: readonly Column[],
  headingOf: (column: Column, language: (typeof languages)[number]) => string,
): { readonly row: number; readonly columnOf: (column: Column) => number } {
  const found = grid.rows.findIndex((cells, row) => row >= mark.row && cells[mark.column] === keyHeading);
  const row = found === -1 ? mark.row : found;
  const headings = (grid.rows[row] ?? []).map((value) => foldLabel(String(value ?? '')));
  return {
    row,
    columnOf(column) {
      const names = languages.map((language) => foldLabel(headingOf(column, language)));
      const at = headings.findIndex((heading) => names.includes(heading));
      return at === -1 ? mark.column + 1 + columns.indexOf(column) : at;
    },
  };
}

/** The key of a form's row: the hidden one, else that of the label people see; null for a row that is no field's. */
export function formRowKey(
  key: GridValue | undefined,
  label: GridValue | undefined,
  keyOfLabel: (folded: string) => string | undefined,
): string | null {
  if (typeof key === 'string' && key.trim() !== '') return key.trim();
  return keyOfLabel(foldLabel(String(label ?? ''))) ?? null;
}

/** A label as it is compared: width, case and spaces do not count. */
export function foldLabel(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The name people know a cell by, `D12`; both count from 0 as in a grid. */
export function cellName({ row, column }: Place): string {
  return `${columnLetters(column + 1)}${row + 1}`;
}
