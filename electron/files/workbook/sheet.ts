import type { Logo } from '../../../db/letterhead/rule.ts';
import type { Formatted } from './cell.ts';

/** How a cell looks: its part in the layout, or the state it reports. */
export type CellStyle =
  | 'title'
  | 'subtitle'
  | 'section'
  | 'heading'
  | 'label'
  | 'body'
  | 'value'
  | 'muted'
  | 'input'
  | 'total'
  | 'good'
  | 'warn'
  | 'bad';

export type Cell = Formatted<CellOptions>;
export interface CellOptions {
  readonly style?: CellStyle;
  /** Shown when the pointer rests on the cell. */
  readonly note?: string;
  /** The only answers allowed, offered as a drop-down list. */
  readonly list?: readonly string[];
  /** Stays editable in a protected sheet. */
  readonly unlocked?: boolean;
  readonly wrap?: boolean;
  /** By the format when absent: numbers right, everything else left. */
  readonly align?: 'left' | 'right';
  /** Name of the sheet a click leads to. */
  readonly link?: string;
}

/** A rectangle of cells. Rows and columns count from 1; `sheet` names another sheet than the own. */
export interface Area {
  readonly sheet?: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A native, editable chart over ranges of cells. */
export interface Chart {
  readonly kind: 'radar' | 'line' | 'column' | 'bar';
  readonly title: string | null;
  readonly categories: Area;
  readonly series: readonly ChartSeries[];
  /** The cells the chart covers. */
  readonly place: Area;
  /** Limits of the value axis; found from the values when absent. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly step?: number;
}
export interface ChartSeries {
  /** The one cell that holds the name. */
  readonly name: Area;
  readonly values: Area;
  /** A fainter, dashed line for what is only compared against. */
  readonly reference?: boolean;
}

/** Points above and below a picture in its row. */
export const pictureMargin = 4;

/** The house's logo at the left edge of a row. */
export interface Picture {
  readonly logo: Logo;
  readonly row: number;
  /** Points. */
  readonly width: number;
  readonly height: number;
}

/** Colour that follows the value when somebody edits it. */
export type ColourRule = { readonly area: Area } & (
  | { readonly style: 'good' | 'warn' | 'bad'; readonly equals: string }
  | { readonly style: 'good' | 'warn' | 'bad'; readonly atLeast: number }
  | { readonly style: 'good' | 'warn' | 'bad'; readonly below: number }
  | { readonly scale: { readonly lowest: number; readonly middle: number; readonly highest: number } }
);

export interface SheetRow {
  /** By column from the first; null and missing cells are empty. */
  readonly cells: readonly (Cell | null)[];
  /** In points; found from the content when absent. */
  readonly height?: number;
}

/** One sheet, said whole before anything is written. */
export interface Sheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  readonly rows: readonly SheetRow[];
  /** How many rows and columns stay in view. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Heading and rows that can be filtered. */
  readonly filter?: Area;
  /** This row is printed on every page. */
  readonly repeatedRow?: number;
  readonly portrait?: boolean;
  /** Printed on one page, however small; else on as many as its length asks for. */
  readonly onePage?: boolean;
  readonly merged?: readonly Area[];
  readonly charts?: readonly Chart[];
  readonly colours?: readonly ColourRule[];
  readonly pictures?: readonly Picture[];
  /** Only unlocked cells can be edited; there is no password, it guards against slips. */
  readonly locked?: boolean;
}

/** `A` for 1, `Z` for 26, `AA` for 27. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** `A1:B3`, or `A1` for a single cell. */
export function rangeOf(area: Area): string {
  const first = `${columnLetters(area.column)}${area.row}`;
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${columnLetters(area.column + area.columns - 1)}${area.row + area.rows - 1}`;
}

/** `'Sheet name'!$A$1:$B$3`, as formulas and charts write it. */
export function referenceTo(area: Area, sheet: string): string {
  const fixed = rangeOf(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return `'${(area.sheet ?? sheet).replaceAll("'", "''")}'!${fixed}`;
}

/**
 * A sheet name Excel accepts, unlike those taken already (case does not tell names apart): at most 31 characters, none of
 * `[]:*?/\`, no apostrophe at either end, not empty, not the reserved "History".
 */
export function sheetName(wanted: string, taken: readonly string[] = []): string {
  const allowed = wanted
    .replace(/[[\]:*?/\\]|\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^['\s]+|['\s]+$/g, '')
    .toWellFormed();
  const base = allowed === '' ? '1' : /^history$/i.test(allowed) ? `${allowed} 1` : allowed;
  const used = new Set(taken.map((name) => name.toLocaleLowerCase('en')));
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? '' : ` (${count})`;
    const name = `${shortened(base, 31 - suffix.length)}${suffix}`;
    if (!used.has(name.toLocaleLowerCase('en'))) return name;
  }
}

function shortened(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/['\s]+$/, '');
}
