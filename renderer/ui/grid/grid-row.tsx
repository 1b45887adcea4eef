import { memo, type ReactNode } from 'react';
import type { PlacedColumn } from './column.ts';
import styles from './grid.module.css';

type Placed = readonly PlacedColumn<unknown>[];

/** One row; a skeleton until its page has come. Drawn again only when what it shows changes, so that scrolling is cheap. */
export const GridRow = memo(function GridRow({
  id,
  line,
  row,
  placed,
  selected,
  cursor,
}: {
  id: string;
  line: number;
  row: unknown;
  placed: Placed;
  selected: boolean;
  cursor: boolean;
}) {
  return (
    <tr
      id={id}
      data-line={line}
      aria-rowindex={line + 2}
      aria-selected={selected}
      className={cursor ? styles.cursor : undefined}
    >
      {placed.map(({ column }) => (
        <td key={column.key} className={column.align === 'end' ? styles.end : undefined}>
          {row === undefined ? <span className={styles.skeleton} /> : column.cell(row)}
        </td>
      ))}
    </tr>
  );
});

/** The heading of a group: its name and count across the first columns, its sums under the columns they sum. */
export const GroupRow = memo(function GroupRow({
  id,
  line,
  heading,
  sums,
  placed,
  expanded,
  cursor,
}: {
  id: string;
  line: number;
  heading: ReactNode;
  sums: Readonly<Record<string, ReactNode>>;
  placed: Placed;
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
