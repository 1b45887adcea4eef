import type { DeckBlock, DeckCell, DeckColumn } from './slide.ts';

/** One column of a table of slides: its heading, its width beside the others', and a row's cell. */
export type SlideColumn<Row> = DeckColumn & { readonly cell: (row: Row) => DeckCell | string | null };

/** A table, or nothing where there are no rows. */
export function tableOf<Row>(columns: readonly SlideColumn<Row>[], rows: readonly Row[]): DeckBlock[] {
  if (rows.length === 0) return [];
  const cellOf = (cell: DeckCell | string | null): DeckCell =>
    cell === null ? { text: '' } : typeof cell === 'string' ? { text: cell } : cell;
  return [
    {
      is: 'table',
      columns: columns.map(({ cell: _, ...column }) => column),
      rows: rows.map((row) => columns.map(({ cell }) => cellOf(cell(row)))),
    },
  ];
}
