import type { MenuProps } from 'antd';
import type { ReactNode } from 'react';
import type { CellEdit, GridColumn, GridLayout, GridSort } from './column.ts';
import type { LineGroup } from './lines.ts';
import type { GridChoice } from './use-choice.ts';

/** A group's heading line; `sums` stand under the columns of their keys. */
export type GridGroup = LineGroup & {
  readonly heading: ReactNode;
  readonly sums: Readonly<Record<string, ReactNode>>;
};

export type GridProps<Row> = {
  /** What the grid lists, read aloud. */
  label: string;
  columns: readonly GridColumn<Row>[];
  layout: GridLayout;
  onLayout: (layout: GridLayout) => void;
  /** How many rows there are in all, loaded or not. */
  count: number;
  /** The row at an index, undefined until it has been loaded. */
  rowAt: (index: number) => Row | undefined;
  rowKey: (row: Row) => string;
  /** Called with the first and last row in sight (and a little beyond), so that their pages are loaded. */
  onRange?: ((first: number, last: number) => void) | undefined;
  groups?: readonly GridGroup[] | undefined;
  sort: GridSort | null;
  onSort: (sort: GridSort) => void;
  selected: string | null;
  onSelect: (row: Row | null) => void;
  onOpen: (row: Row) => void;
  /** Lets rows be chosen to do something with all of them. */
  choice?: GridChoice<Row> | undefined;
  /** Takes what was typed, pasted or filled into cells, as one change; the cells show it when the promise is kept. */
  onEdit?: ((edits: readonly CellEdit[]) => Promise<unknown>) | undefined;
  /** What a right click offers for a row, after opening and copying it. */
  menu?: ((row: Row) => MenuProps['items']) | undefined;
  /** What the columns come to, by their keys; stands under them. */
  foot?: Readonly<Record<string, ReactNode>> | undefined;
  /** Rows on screen are from before the last change of sort or filter. */
  stale?: boolean | undefined;
  /** Shown instead of rows when there are none. */
  empty: ReactNode;
};
