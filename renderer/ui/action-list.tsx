import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import styles from './action-list.module.css';

export type ActionColumn<Row> = {
  readonly key: string;
  /** Read aloud as the column's heading. */
  readonly heading: string;
  /** As wide as its content; the others share what is left, by their weight. */
  readonly tight?: boolean;
  readonly weight?: number;
  cell(row: Row): ReactNode;
};

export type ActionGroup<Row> = {
  readonly key: string;
  readonly heading: string;
  /** How many there are, where the rows are not all of them. */
  readonly count?: number;
  readonly rows: readonly Row[];
};

/**
 * A short list of things to do, each with its own buttons. One stop of the Tab key: arrows, Home and End move, and every other
 * key is offered to `onKey` for the row under the cursor. The cursor stays at its place when a row goes, so that a list is
 * worked off with one key. For thousands of rows there is the grid.
 */
export function ActionList<Row>({
  label,
  columns,
  groups,
  rowKey,
  onKey,
  children,
}: {
  label: string;
  columns: readonly ActionColumn<Row>[];
  groups: readonly ActionGroup<Row>[];
  rowKey: (row: Row) => string;
  /** Does what the key asks; false for a key that means nothing here. */
  onKey: (key: string, row: Row) => boolean;
  /** Shown under the rows. */
  children?: ReactNode;
}) {
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState(0);
  const rows = groups.flatMap((group) => group.rows);
  const cursor = Math.min(place, rows.length - 1);
  const rowId = (row: Row) => `${id}-${rowKey(row)}`;
  const current = rows[cursor];
  const currentId = current === undefined ? undefined : rowId(current);

  useEffect(() => {
    if (currentId !== undefined && table.current === document.activeElement)
      document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = {
      ArrowDown: cursor + 1,
      ArrowUp: cursor - 1,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    if (to !== undefined) setPlace(Math.min(Math.max(to, 0), rows.length - 1));
    else if (current === undefined || !onKey(event.key, current)) return;
    event.preventDefault();
  }

  function onClick(event: MouseEvent) {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-place]') : null;
    if (line) setPlace(Number(line.dataset.place));
  }

  const semantics = { tabIndex: 0, role: 'grid', 'aria-activedescendant': currentId };
  let at = -1;
  return (
    <div className={styles.scroller}>
      <table
        {...semantics}
        ref={table}
        aria-label={label}
        className={styles.list}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <thead className="visually-hidden">
          <tr>
            {columns.map(({ key, heading }) => (
              <th key={key} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ key, heading, count, rows: own }) => (
          <tbody key={key}>
            <tr>
              <th className={styles.group} colSpan={columns.length} scope="rowgroup">
                {heading}
                <span className={styles.count}>{count ?? own.length}</span>
              </th>
            </tr>
            {own.map((row) => {
              at += 1;
              return (
                <tr
                  key={rowKey(row)}
                  id={rowId(row)}
                  data-place={at}
                  className={`${styles.row} ${at === cursor ? styles.cursor : ''}`}
                >
                  {columns.map((column) => (
                    <td
                      key={column.key}
                      className={`${styles.cell} ${column.tight ? styles.tight : ''}`}
                      style={column.weight === undefined ? undefined : { width: `${column.weight}%` }}
                    >
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
      {children}
    </div>
  );
}
