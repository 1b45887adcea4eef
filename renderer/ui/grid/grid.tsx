import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useWidth } from '../use-width.ts';
import { fitColumns, type GridColumn, type GridLayout, type GridSort } from './column.ts';
import styles from './grid.module.css';
import { GridHead } from './grid-head.tsx';
import { GridRow, GroupRow } from './grid-row.tsx';
import { groupedLines, type LineGroup, movedCursor, plainLines } from './lines.ts';

const headHeight = 30;
const rowHeight = 34;
const groupHeight = 28;
const doubleClickMilliseconds = 500;

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
  /** Rows on screen are from before the last change of sort or filter. */
  stale?: boolean | undefined;
  /** Shown instead of rows when there are none. */
  empty: ReactNode;
};

/**
 * The table of the app. Only the rows in sight exist in the page, whatever the count. One stop of the Tab key: arrows, Home,
 * End and the page keys move a cursor, Space selects, Enter opens, on a group they fold and unfold it.
 */
export function Grid<Row>(props: GridProps<Row>) {
  const { columns, layout, count, rowAt, rowKey, groups, selected, onSelect, onOpen, onRange } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const id = useId();
  const [cursor, setCursor] = useState<number | null>(null);
  const lastClick = useRef<{ readonly row: string; readonly at: number } | null>(null);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());

  const lines = useMemo(
    () => (groups ? groupedLines(groups, collapsed) : plainLines(count)),
    [groups, collapsed, count],
  );
  const { placed } = useMemo(() => fitColumns(columns, layout, width), [columns, layout, width]);
  // New lines have new keys: that is what makes the virtualizer ask for the sizes again.
  const keyOf = useCallback((position: number) => `${lines.at(position).kind}-${position}`, [lines]);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (position) => (lines.at(position).kind === 'group' ? groupHeight : rowHeight),
    getItemKey: keyOf,
    useFlushSync: false,
    overscan: 12,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
  });
  const drawn = virtualizer.getVirtualItems();
  const firstRow = drawn.map(({ index }) => lines.at(index)).find((line) => line.kind === 'row');
  const lastRow = drawn.map(({ index }) => lines.at(index)).findLast((line) => line.kind === 'row');
  const first = firstRow?.index;
  const last = lastRow?.index;
  useEffect(() => {
    if (first !== undefined && last !== undefined) onRange?.(first, last);
  }, [onRange, first, last]);

  function rowOn(position: number): Row | undefined {
    const line = position < lines.length ? lines.at(position) : undefined;
    return line?.kind === 'row' ? rowAt(line.index) : undefined;
  }

  function moveTo(position: number) {
    setCursor(position);
    virtualizer.scrollToIndex(position);
    const row = rowOn(position);
    if (selected !== null && row !== undefined) onSelect(row);
  }

  function fold(position: number, folded: boolean) {
    const line = lines.at(position);
    const group = line.kind === 'group' ? groups?.[line.group] : undefined;
    if (!group) return;
    const next = new Set(collapsed);
    if (folded) next.add(group.key);
    else next.delete(group.key);
    setCollapsed(next);
  }

  function isFolded(position: number): boolean {
    const line = lines.at(position);
    return line.kind === 'group' && collapsed.has(groups?.[line.group]?.key ?? '');
  }

  function act(key: string, position: number): boolean {
    const onGroup = lines.at(position).kind === 'group';
    const row = rowOn(position);
    if (key === 'Enter' || key === ' ') {
      if (onGroup) fold(position, !isFolded(position));
      else if (row !== undefined && key === 'Enter') onOpen(row);
      else if (row !== undefined) onSelect(selected === rowKey(row) ? null : row);
    } else if (key === 'ArrowLeft') {
      const heading = lines.headingOf(position);
      if (onGroup) fold(position, true);
      else if (heading !== null) moveTo(heading);
    } else if (key === 'ArrowRight' && onGroup) fold(position, false);
    else if (key === 'Escape') onSelect(null);
    else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight);
    const to = movedCursor(event.key, cursor, lines.length, page);
    if (to !== null) moveTo(to);
    else if (cursor === null || cursor >= lines.length || !act(event.key, cursor)) return;
    event.preventDefault();
  }

  function lineUnder(event: MouseEvent): number | null {
    if (!(event.target instanceof Element) || event.target.closest('thead, a, button')) return null;
    const line = event.target.closest<HTMLElement>('tr[data-line]')?.dataset.line;
    return line === undefined ? null : Number(line);
  }

  function onClick(event: MouseEvent) {
    const line = lineUnder(event);
    if (line === null) return;
    setCursor(line);
    const row = rowOn(line);
    if (row !== undefined) selectOrOpen(row, event.timeStamp);
    else if (lines.at(line).kind === 'group') fold(line, !isFolded(line));
  }

  /**
   * The second click on a row opens it. The browser's own double click is not heard where the first one changed the columns
   * below the pointer, as it does when it opens a panel beside the list.
   */
  function selectOrOpen(row: Row, at: number) {
    const { current: before } = lastClick;
    const isSecond = before?.row === rowKey(row) && at - before.at < doubleClickMilliseconds;
    lastClick.current = isSecond ? null : { row: rowKey(row), at };
    if (isSecond) onOpen(row);
    else onSelect(row);
  }

  const before = (drawn[0]?.start ?? headHeight) - headHeight;
  const after = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? headHeight);
  const lineId = (line: number) => `${id}-${line}`;
  const semantics = {
    tabIndex: 0,
    // A grid with foldable groups is a tree to assistive technology; only there may a row be expanded.
    role: groups ? 'treegrid' : 'grid',
    'aria-activedescendant': cursor !== null && cursor < lines.length ? lineId(cursor) : undefined,
  };
  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        {...semantics}
        aria-label={props.label}
        aria-rowcount={lines.length + 1}
        aria-busy={props.stale}
        className={virtualizer.isScrolling ? styles.grid : `${styles.grid} ${styles.resting}`}
        onFocus={() => setCursor((at) => at ?? 0)}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <colgroup>
          {placed.map(({ column, width: pixels }) => (
            <col key={column.key} style={{ width: pixels }} />
          ))}
        </colgroup>
        <GridHead
          placed={placed}
          sort={props.sort}
          onSort={props.onSort}
          onWidth={(column, to) => props.onLayout({ ...layout, widths: { ...layout.widths, [column]: to } })}
        />
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {drawn.map(({ index: position }) => {
            const line = lines.at(position);
            const group = line.kind === 'group' ? groups?.[line.group] : undefined;
            if (group) {
              return (
                <GroupRow
                  key={position}
                  id={lineId(position)}
                  line={position}
                  heading={group.heading}
                  sums={group.sums}
                  placed={placed}
                  expanded={!collapsed.has(group.key)}
                  cursor={position === cursor}
                />
              );
            }
            const row = line.kind === 'row' ? rowAt(line.index) : undefined;
            return (
              <GridRow
                key={position}
                id={lineId(position)}
                line={position}
                row={row}
                placed={placed}
                selected={row !== undefined && rowKey(row) === selected}
                cursor={position === cursor}
              />
            );
          })}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
      {lines.length === 0 && props.empty}
    </div>
  );
}

/** The room of the rows out of sight; nothing to assistive technology, which goes by aria-rowindex. */
function Spacer({ height }: { height: number }) {
  const semantics = { role: 'presentation' };
  return <tr {...semantics} style={{ height }} />;
}
