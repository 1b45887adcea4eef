import type { ReactNode } from 'react';

/** A column of a grid. `cell` is a method so that a grid's parts need not know the row's type. */
export type GridColumn<Row> = {
  readonly key: string;
  readonly heading: string;
  /** Pixels, when the user has not chosen a width. */
  readonly width: number;
  /** Its share of the room left over; a column without one keeps its width. */
  readonly grow?: number;
  readonly align?: 'end';
  /** What a narrow window can do without: the highest goes first, 0 never goes. */
  readonly priority: number;
  readonly sortable?: boolean;
  cell(row: Row): ReactNode;
};

/** Which columns the user put away, and the widths (pixels) dragged or typed. */
export type GridLayout = {
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
};

export type GridSort = { readonly column: string; readonly descending: boolean };

export type PlacedColumn<Row> = { readonly column: GridColumn<Row>; readonly width: number };

export const narrowest = 48;

/**
 * The columns that fit a width, each with the pixels it gets. Whole columns leave, the least needed first: a column that
 * shows half a figure misleads, one that is absent does not.
 */
export function fitColumns<Row>(
  columns: readonly GridColumn<Row>[],
  layout: GridLayout,
  width: number,
): { placed: PlacedColumn<Row>[]; dropped: readonly string[] } {
  let kept = columns.filter(({ key, priority }) => priority === 0 || !layout.hidden.includes(key));
  const dropped: string[] = [];
  const wanted = (column: GridColumn<Row>) => layout.widths[column.key] ?? column.width;
  const total = () => kept.reduce((sum, column) => sum + wanted(column), 0);
  while (total() > width) {
    const least = kept.reduce<GridColumn<Row> | undefined>(
      (found, column) => (column.priority > 0 && column.priority >= (found?.priority ?? 1) ? column : found),
      undefined,
    );
    if (!least) break;
    dropped.push(least.key);
    kept = kept.filter((column) => column !== least);
  }
  const spare = Math.max(width - total(), 0);
  const shares = kept.reduce((sum, { grow = 0 }) => sum + grow, 0);
  const placed = kept.map((column, at) => {
    const share = shares > 0 ? (column.grow ?? 0) / shares : at === kept.length - 1 ? 1 : 0;
    return { column, width: Math.floor(wanted(column) + spare * share) };
  });
  return { placed, dropped };
}

/** The sort after a click on a heading: ascending, then descending, then ascending again. */
export function nextSort(sort: GridSort | null, column: string): GridSort {
  return { column, descending: sort?.column === column ? !sort.descending : false };
}
