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
  /** What the cell holds as text: what is copied, and what an edit begins with. Without it, what is drawn is copied. */
  text?(row: Row): string;
  /** How the cell is changed in place; absent where its value follows from others. */
  readonly edit?: CellEditing;
};

export type CellEditing = {
  /** Values offered while typing; with `isClosed` no other will do. */
  readonly choices?: readonly string[];
  readonly isClosed?: boolean;
};

/** A text typed, pasted or filled into a cell; the list turns it into a value. */
export type CellEdit = { readonly row: string; readonly column: string; readonly text: string };

/** Which columns the user put away, the widths (pixels) dragged or typed, and where the columns stand. */
export type GridLayout = {
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
  /** The keys of columns that were moved, in their order; those not named follow in theirs. */
  readonly order?: readonly string[] | undefined;
  /** The last column that stays in sight while the others scroll. Without one, columns that do not fit leave instead. */
  readonly frozen?: string | undefined;
};

export type GridSort = { readonly column: string; readonly descending: boolean };

export type PlacedColumn<Row> = {
  readonly column: GridColumn<Row>;
  readonly width: number;
  /** Pixels from the left where a frozen column stays. */
  readonly stuckAt?: number;
};

export const narrowest = 48;

/** The columns in the order the user gave them. The one that names the row stays first. */
export function arrangeColumns<Row>(
  columns: readonly GridColumn<Row>[],
  order: readonly string[] = [],
): readonly GridColumn<Row>[] {
  if (order.length === 0) return columns;
  const rank = ({ key, priority }: GridColumn<Row>) => {
    if (priority === 0) return -1;
    const at = order.indexOf(key);
    return at === -1 ? order.length : at;
  };
  return columns.toSorted((one, other) => rank(one) - rank(other));
}

/** The layout with a column moved to where another stands, or by one step where `to` is a number. */
export function moveColumn(
  columns: readonly { readonly key: string }[],
  layout: GridLayout,
  moved: string,
  to: string | -1 | 1,
): GridLayout {
  const keys = columns.map(({ key }) => key);
  const from = keys.indexOf(moved);
  const at = typeof to === 'string' ? keys.indexOf(to) : from + to;
  if (from === -1 || at < 0 || at >= keys.length) return layout;
  return { ...layout, order: keys.toSpliced(from, 1).toSpliced(at, 0, moved) };
}

/**
 * The columns that fit a width, each with the pixels it gets. Whole columns leave, the least needed first: a column that
 * shows half a figure misleads, one that is absent does not.
 */
export function fitColumns<Row>(
  columns: readonly GridColumn<Row>[],
  layout: GridLayout,
  width: number,
): { placed: PlacedColumn<Row>[]; dropped: readonly string[] } {
  let kept = arrangeColumns(columns, layout.order).filter(
    ({ key, priority }) => priority === 0 || !layout.hidden.includes(key),
  );
  const dropped: string[] = [];
  const isFrozen = kept.some(({ key }) => key === layout.frozen);
  const wanted = (column: GridColumn<Row>) => layout.widths[column.key] ?? column.width;
  const total = () => kept.reduce((sum, column) => sum + wanted(column), 0);
  while (!isFrozen && total() > width) {
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
  return { placed: isFrozen ? freeze(placed, layout.frozen) : placed, dropped };
}

function freeze<Row>(placed: readonly PlacedColumn<Row>[], last: string | undefined): PlacedColumn<Row>[] {
  const end = placed.findIndex(({ column }) => column.key === last);
  let left = 0;
  return placed.map((each, at) => {
    if (at > end) return each;
    left += each.width;
    return { ...each, stuckAt: left - each.width };
  });
}

/** The sort after a click on a heading: ascending, then descending, then ascending again. */
export function nextSort(sort: GridSort | null, column: string): GridSort {
  return { column, descending: sort?.column === column ? !sort.descending : false };
}
