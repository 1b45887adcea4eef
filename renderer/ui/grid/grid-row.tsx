import { memo, type ReactNode } from 'react';
import type { PlacedColumn } from './column.ts';
import styles from './grid.module.css';

type Placed = readonly PlacedColumn<unknown>[];

/** What is said of a row's place in the grid; numbers rather than objects, so that a row knows when nothing changed. */
export type RowMarks = {
  readonly selected: boolean;
  /** Whether the cursor is on the row. */
  readonly cursor: boolean;
  /** The number of the column the cursor is in; -1 while it is on the row as a whole. */
  readonly cell: number;
  /** The columns that a block of cells covers here; -1 where it does not. */
  readonly blockFrom: number;
  readonly blockTo: number;
};

/** One row; a skeleton until its page has come. Drawn again only when what it shows changes, so that scrolling is cheap. */
export const GridRow = memo(function GridRow({
  id,
  line,
  row,
  placed,
  check,
  editor,
  pending,
  selected,
  cursor,
  cell,
  blockFrom,
  blockTo,
}: {
  id: string;
  line: number;
  row: unknown;
  placed: Placed;
  /** Whether the row is chosen; undefined where rows cannot be. */
  check: boolean | undefined;
  /** The field that stands in the cursor's cell while it is edited. */
  editor: ReactNode;
  /** Texts that were typed and are being saved, by column. */
  pending: Readonly<Record<string, string>> | undefined;
} & RowMarks) {
  const mark = (at: number) => {
    if (at === cell) return styles.cell;
    return at >= blockFrom && at <= blockTo && blockFrom >= 0 ? styles.block : '';
  };
  return (
    <tr
      id={id}
      data-line={line}
      aria-rowindex={line + 2}
      aria-selected={check ?? selected}
      className={`${cursor && cell < 0 ? styles.cursor : ''} ${selected ? styles.selected : ''}`}
    >
      {check !== undefined && <CheckCell check={check} />}
      {placed.map(({ column, stuckAt }, at) => (
        <td
          key={column.key}
          data-column={column.key}
          style={
            stuckAt === undefined ? undefined : { left: stuckAt + (check === undefined ? 0 : checkWidth) }
          }
          className={`${column.align === 'end' ? styles.end : ''} ${stuckAt === undefined ? '' : styles.stuck} ${mark(at)}`}
        >
          {editor && at === cell ? (
            editor
          ) : pending && column.key in pending ? (
            pending[column.key]
          ) : row === undefined ? (
            <span className={styles.skeleton} />
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
});

/** Pixels of the column that chooses rows. */
export const checkWidth = 34;

/** Shows whether a row is chosen. The mouse clicks it; keys choose with X, so that Tab does not stop at every row. */
export function CheckCell({ check }: { check: boolean | 'some' }) {
  return (
    <td className={styles.check} data-check>
      <span
        className={`${styles.box} ${check === false ? '' : styles.checked} ${check === 'some' ? styles.some : ''}`}
        aria-hidden
      />
    </td>
  );
}

/** The heading of a group: its name and count across the first columns, its sums under the columns they sum. */
export const GroupRow = memo(function GroupRow({
  id,
  line,
  heading,
  sums,
  placed,
  check,
  expanded,
  cursor,
}: {
  id: string;
  line: number;
  heading: ReactNode;
  sums: Readonly<Record<string, ReactNode>>;
  placed: Placed;
  /** Whether rows can be chosen here; the heading's box chooses those of the group. */
  check: boolean | undefined;
  expanded: boolean;
  cursor: boolean;
}) {
  const firstSum = placed.findIndex(({ column }) => column.key in sums);
  const span = firstSum > 0 ? firstSum : placed.length;
  return (
    <tr
      id={id}
      data-line={line}
      aria-rowindex={line + 2}
      aria-expanded={expanded}
      className={`${styles.group} ${cursor ? styles.cursor : ''}`}
    >
      {check !== undefined && <CheckCell check={check} />}
      <th scope="rowgroup" colSpan={span}>
        <span className={styles.twist} aria-hidden="true">
          {expanded ? '▾' : '▸'}
        </span>
        {heading}
      </th>
      {placed.slice(span).map(({ column }) => (
        <td key={column.key} className={column.align === 'end' ? styles.end : undefined}>
          {sums[column.key]}
        </td>
      ))}
    </tr>
  );
});

/** What the columns come to, at the foot of the grid under the columns themselves. */
export function GridFoot({
  foot,
  placed,
  hasChecks,
}: {
  foot: Readonly<Record<string, ReactNode>>;
  placed: Placed;
  hasChecks: boolean;
}) {
  return (
    <tfoot>
      <tr>
        {hasChecks && <td />}
        {placed.map(({ column }) => (
          <td key={column.key} className={column.align === 'end' ? styles.end : undefined}>
            {foot[column.key]}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
