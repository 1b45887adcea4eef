/**
 * What a cell holds after reading. Dates that were dates in the file are ISO text (`2026-11-22`, or with ` 08:30` behind
 * it); everything from a text file is text.
 */
export type GridValue = string | number | boolean | null;

/** What is worth knowing of a cell beside its value. */
export interface Mark {
  /** The value was computed by a formula. */
  readonly formula?: true;
  /** The formula's value is not in the file: whatever program wrote it calculated nothing. */
  readonly isUncalculated?: true;
  /** The cell is part of merged cells; all of them have the value of the first. */
  readonly merged?: true;
  /** A spreadsheet error such as #REF!; the cell's value is null. */
  readonly error?: string;
  /** Currency of the cell's number format. */
  readonly currency?: string;
}

/** A sheet or a text file as plain rows. Rows differ in length; missing cells are empty. */
export interface Grid {
  readonly rows: readonly (readonly GridValue[])[];
  readonly markAt: (row: number, column: number) => Mark | undefined;
  /** How many columns hold something and lie beyond those that are read. */
  readonly cutColumns: number;
}

/** The most rows a file to import may have; beyond it the user is asked to split the file. */
export const rowLimit = 200_000;
/** Columns beyond this one are not read; the grid counts those that hold something. */
export const columnLimit = 2_000;

export function isBlank(value: GridValue | undefined): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** Marks by place, kept only for the few cells that have one. */
export class Marks {
  readonly #marks = new Map<number, Mark>();

  set(row: number, column: number, mark: Mark): void {
    const known = this.at(row, column);
    this.#marks.set(row * stride + column, known ? { ...known, ...mark } : mark);
  }

  readonly at = (row: number, column: number): Mark | undefined => this.#marks.get(row * stride + column);
}
const stride = 16_384;

/**
 * The row that holds the headings, counted from 0, or null when the first rows look like data already. `isKnown` tells
 * headings of our fields; a row with more of them wins, else the first row of distinct texts as wide as what follows.
 */
export function headerRow(grid: Grid, isKnown: (heading: string) => boolean): number | null {
  const top = grid.rows.slice(0, 30);
  const width = Math.max(0, ...top.map((row) => row.filter((value) => !isBlank(value)).length));
  let best: { row: number; known: number } | null = null;
  for (const [row, cells] of top.entries()) {
    const filled = cells.filter((value) => !isBlank(value));
    const texts = filled.filter((value) => typeof value === 'string').map((text) => text.trim());
    const known = texts.filter(isKnown).length;
    if (known > (best?.known ?? 0)) best = { row, known };
    if (best) continue;
    const headings =
      texts.length === filled.length &&
      filled.length >= Math.max(1, width * 0.6) &&
      new Set(texts.map((text) => text.toLocaleLowerCase('en'))).size === texts.length &&
      texts.every((text) => text.length <= 80 && !/\d{3}|@|^[-+\d.,%¥$€\s]+$/.test(text));
    if (headings) best = { row, known: 0 };
  }
  return best?.row ?? null;
}
