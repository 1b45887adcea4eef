import type { Logo } from '../../../db/letterhead/rule.ts';
import { type Formatted, shownText, type YesNoWords } from './cell.ts';
import {
  type Area,
  type Cell,
  type CellStyle,
  type Chart,
  type ColourRule,
  type Picture,
  pictureMargin,
  type Sheet,
  type SheetRow,
} from './sheet.ts';
import { bodyOptions, type Column, cellOf, headingCells, oneLine, wrappedHeight } from './table.ts';

/** Where a table of a page lies, for charts and colours over it. */
export interface PlacedTable<Key extends string> {
  readonly area: Area;
  /** The heading's cell of a column. */
  heading(key: Key): Area;
  /** The column's cells below the heading. */
  values(key: Key): Area;
}

/** Points. */
const logoBox = { width: 150, height: 36 } as const;

/** A report sheet written from the top down: titles, sections, pairs, tables and charts, each below the one before. */
export class Page {
  readonly #name: string;
  readonly #widths: readonly number[];
  readonly #labels: YesNoWords;
  readonly #rows: SheetRow[] = [];
  readonly #merged: Area[] = [];
  readonly #charts: Chart[] = [];
  readonly #colours: ColourRule[] = [];
  readonly #pictures: Picture[] = [];

  /** `name` is a valid sheet name (see sheetName); `widths` are the columns' in characters. */
  constructor(name: string, widths: readonly number[], labels: YesNoWords) {
    this.#name = name;
    this.#widths = widths;
    this.#labels = labels;
  }

  /** The row the next block starts in, counted from 1. */
  get nextRow(): number {
    return this.#rows.length + 1;
  }

  /** Cells by column from the first; returns the row's number. */
  row(cells: readonly (Cell | null)[], height?: number): number {
    this.#rows.push(height === undefined ? { cells } : { cells, height });
    return this.#rows.length;
  }

  gap(rows = 1): void {
    for (let row = 0; row < rows; row++) this.row([]);
  }

  title(title: string, subtitle?: string): void {
    this.row([{ format: 'text', value: title, style: 'title' }], 28);
    if (subtitle !== undefined) this.text(subtitle, 'subtitle');
    this.gap();
  }

  /** The house's logo in a row of its own, where it meets no text however long; nothing in a house that has none. */
  logo(logo: Logo | null): void {
    if (!logo) return;
    const width = Math.min(logoBox.width, logoBox.height * logo.ratio);
    const height = width / logo.ratio;
    this.#pictures.push({ logo, row: this.row([], height + 2 * pictureMargin), width, height });
  }

  section(heading: string): void {
    const rest = this.#widths.slice(1).map<Cell>(() => ({ format: 'text', value: null, style: 'section' }));
    this.row([{ format: 'text', value: heading, style: 'section' }, ...rest], 22);
  }

  /** A paragraph over the whole width. */
  text(text: string, style: CellStyle = 'body'): void {
    const row = this.row(
      [{ format: 'text', value: text, style, wrap: true }],
      this.#heightOf(text, 1, this.#widths.length),
    );
    this.#merge({ row, column: 1, rows: 1, columns: this.#widths.length });
  }

  /** A label and its value per row; the value takes the remaining width. */
  pairs(
    pairs: readonly ({ readonly label: string } & Formatted<{ style?: CellStyle; note?: string }>)[],
  ): void {
    for (const { label, ...value } of pairs) {
      const columns = this.#widths.length - 1;
      const text = shownText(value, this.#labels);
      const row = this.row(
        [
          { format: 'text', value: label, style: 'label', wrap: true },
          { style: 'value', wrap: true, ...value },
        ],
        this.#heightOf(text, 2, columns),
      );
      this.#merge({ row, column: 2, rows: 1, columns });
    }
  }

  /** Heading and rows of a table; `style` marks single rows, such as the total. */
  table<Row, Key extends string>(
    columns: readonly Column<Row, Key>[],
    rows: readonly Row[],
    style?: (row: Row) => CellStyle | undefined,
  ): PlacedTable<Key> {
    const top = this.row(headingCells(columns));
    const wraps = columns.some(({ wrap }) => wrap);
    for (const row of rows) {
      const rowStyle = style?.(row);
      const cells = columns.map((column) => ({
        ...cellOf(column, row),
        ...bodyOptions(column),
        ...(rowStyle === undefined ? {} : { style: rowStyle }),
        ...(wraps ? { wrap: true } : {}), // so that all of a tall row begins at its top
      }));
      // Not every reader fits a row to its wrapped texts on opening.
      const heights = cells.map((cell, index) =>
        cell.wrap ? this.#heightOf(shownText(cell, this.#labels), index + 1, 1) : 0,
      );
      const height = Math.max(...heights);
      this.row(cells, height > oneLine ? height : undefined);
    }
    const columnOf = (key: Key) => columns.findIndex((column) => column.key === key) + 1;
    return {
      area: { row: top, column: 1, rows: rows.length + 1, columns: columns.length },
      heading: (key) => ({ row: top, column: columnOf(key), rows: 1, columns: 1 }),
      values: (key) => ({ row: top + 1, column: columnOf(key), rows: rows.length, columns: 1 }),
    };
  }

  /** Charts side by side, sharing the width, `height` rows tall. */
  charts(charts: readonly Omit<Chart, 'place'>[], height = 18): void {
    const row = this.nextRow;
    const edge = (index: number) => Math.round((index * this.#widths.length) / charts.length);
    charts.forEach((chart, index) => {
      const place = { row, column: edge(index) + 1, rows: height, columns: edge(index + 1) - edge(index) };
      this.#charts.push({ ...chart, place });
    });
    this.gap(height + 1);
  }

  colour(rule: ColourRule): void {
    this.#colours.push(rule);
  }

  sheet(
    options: Pick<Sheet, 'frozen' | 'portrait' | 'onePage' | 'locked' | 'hidden' | 'repeatedRow'> = {},
  ): Sheet {
    return {
      name: this.#name,
      columns: this.#widths.map((width) => ({ width })),
      rows: this.#rows,
      merged: this.#merged,
      charts: this.#charts,
      colours: this.#colours,
      pictures: this.#pictures,
      ...options,
    };
  }

  #merge(area: Area): void {
    if (area.columns > 1) this.#merged.push(area);
  }

  /** Spreadsheets fit no row to the text of merged cells, so the height is worked out here. */
  #heightOf(text: string, column: number, columns: number): number {
    const width = this.#widths.slice(column - 1, column - 1 + columns).reduce((sum, each) => sum + each, 0);
    return wrappedHeight(text, width);
  }
}
