import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useWidth } from '../use-width.ts';
import { blockBetween, type CellBlock, type CellPlace } from './cells.ts';
import { fitColumns } from './column.ts';
import styles from './grid.module.css';
import { GridHead } from './grid-head.tsx';
import { gridKeys } from './grid-keys.ts';
import { gridPointer } from './grid-pointer.ts';
import type { GridProps } from './grid-props.ts';
import { checkWidth, GridFoot, GridRow, GroupRow } from './grid-row.tsx';
import { groupedLines, plainLines } from './lines.ts';
import { RowMenu } from './row-menu.tsx';
import { useCellEditing } from './use-cell-editing.tsx';
import { useChoice } from './use-choice.ts';

const headHeight = 30;
const rowHeight = 34;
const groupHeight = 28;

/** A right click, and the row it was made on. */
type MenuPlace<Row> = { readonly row: Row; readonly x: number; readonly y: number };

/**
 * The table of the app, with the same keys and menus in every list. Only the rows in sight exist in the page, whatever the
 * count. One stop of the Tab key; what the keys do stands in grid-keys.ts, what the mouse does in grid-pointer.ts.
 */
export function Grid<Row>(props: GridProps<Row>) {
  const { columns, layout, count, rowAt, rowKey, groups, selected, onRange, choice } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const width = useWidth(scroller);
  const id = useId();
  const [cursor, setCursor] = useState<number | null>(null);
  const [column, setColumn] = useState<string | null>(null);
  const [anchor, setAnchor] = useState<CellPlace | null>(null);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [menuAt, setMenuAt] = useState<MenuPlace<Row> | null>(null);

  const lines = useMemo(
    () => (groups ? groupedLines(groups, collapsed) : plainLines(count)),
    [groups, collapsed, count],
  );
  const room = width - (choice ? checkWidth : 0);
  const { placed } = useMemo(() => fitColumns(columns, layout, room), [columns, layout, room]);
  const shown = useMemo(() => placed.map((each) => each.column), [placed]);
  const keys = useMemo(() => shown.map(({ key }) => key), [shown]);
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
    scrollPaddingEnd: props.foot ? rowHeight : 0,
  });
  const drawn = virtualizer.getVirtualItems();
  const firstRow = drawn.map(({ index }) => lines.at(index)).find((line) => line.kind === 'row');
  const lastRow = drawn.map(({ index }) => lines.at(index)).findLast((line) => line.kind === 'row');
  const first = firstRow?.index;
  const last = lastRow?.index;
  useEffect(() => {
    if (first !== undefined && last !== undefined) onRange?.(first, last);
  }, [onRange, first, last]);

  const rowOn = (position: number): Row | undefined => {
    const line = position < lines.length ? lines.at(position) : undefined;
    return line?.kind === 'row' ? rowAt(line.index) : undefined;
  };
  const groupOn = (position: number): number | null => {
    const line = position < lines.length ? lines.at(position) : undefined;
    return line?.kind === 'group' ? line.group : null;
  };
  const isFolded = (position: number) => collapsed.has(groups?.[groupOn(position) ?? -1]?.key ?? '');
  const fold = (position: number, folded: boolean) => {
    const group = groups?.[groupOn(position) ?? -1];
    if (!group) return;
    const next = new Set(collapsed);
    if (folded) next.add(group.key);
    else next.delete(group.key);
    setCollapsed(next);
  };
  const moveTo = (position: number) => {
    setCursor(position);
    virtualizer.scrollToIndex(position);
    const row = rowOn(position);
    if (selected !== null && row !== undefined) props.onSelect(row);
  };
  const place = column === null || cursor === null ? null : { line: cursor, column };
  const block = place && blockBetween(anchor ?? place, place, keys);
  const chooser = useChoice(choice, { count, lines, groups, rowAt, rowKey });
  const editing = useCellEditing({
    columns: shown,
    place,
    block,
    length: lines.length,
    rowOn,
    rowKey,
    rowsOf: (from, to) =>
      chooser.rowsOf(
        Array.from({ length: to - from + 1 }, (_, at) => lines.at(from + at)).flatMap((line) =>
          line.kind === 'row' ? [line.index] : [],
        ),
      ),
    cursor,
    onEdit: props.onEdit,
    table,
    goTo: (line, to) => {
      if (line >= 0 && line < lines.length) moveTo(line);
      setAnchor(null);
      setColumn(to);
    },
  });
  const surface = {
    props,
    lines,
    columns: keys,
    cursor,
    column,
    anchor,
    block,
    chooser,
    editing,
    page: () => Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight),
    rowOn,
    groupOn,
    isFolded,
    fold,
    moveTo,
    setCursor,
    setColumn,
    setAnchor,
    openMenu: (row: Row, x: number, y: number) => setMenuAt({ row, x, y }),
    placeOfLine: (line: number) =>
      table.current?.querySelector(`tr[data-line="${line}"]`)?.getBoundingClientRect(),
  };
  const pointer = gridPointer(surface, useRef<{ row: string; at: number } | null>(null), useRef(false));

  const before = (drawn[0]?.start ?? headHeight) - headHeight;
  const after = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? headHeight);
  const lineId = (line: number) => `${id}-${line}`;
  const checkOf = (row: Row | undefined) =>
    choice && (row === undefined ? false : choice.chosen.has(rowKey(row)));
  const total = placed.reduce((sum, each) => sum + each.width, choice ? checkWidth : 0);
  const semantics = {
    tabIndex: 0,
    // A grid with foldable groups is a tree to assistive technology; only there may a row be expanded.
    role: groups ? 'treegrid' : 'grid',
    'aria-activedescendant': cursor !== null && cursor < lines.length ? lineId(cursor) : undefined,
    'aria-multiselectable': choice !== undefined,
    // What is typed here goes into the cell, and not to the screen's own keys.
    'data-typing': editing.takesTyping || undefined,
  };
  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        ref={table}
        {...semantics}
        {...pointer}
        aria-label={props.label}
        aria-rowcount={lines.length + 1}
        aria-busy={props.stale}
        className={virtualizer.isScrolling ? styles.grid : `${styles.grid} ${styles.resting}`}
        style={total > width ? { width: total } : undefined}
        onFocus={() => setCursor((at) => at ?? 0)}
        onKeyDown={(event) => gridKeys(event, surface)}
        onPaste={editing.onPaste}
      >
        <colgroup>
          {choice && <col style={{ width: checkWidth }} />}
          {placed.map((each) => (
            <col key={each.column.key} style={{ width: each.width }} />
          ))}
        </colgroup>
        <GridHead
          placed={placed}
          layout={layout}
          onLayout={props.onLayout}
          sort={props.sort}
          onSort={props.onSort}
          check={choice && (choice.chosen.size === 0 ? false : choice.chosen.size >= count ? true : 'some')}
          onCheck={() => void chooser.toggleAll()}
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
                  check={choice && false}
                  expanded={!collapsed.has(group.key)}
                  cursor={position === cursor}
                />
              );
            }
            const row = line.kind === 'row' ? rowAt(line.index) : undefined;
            const marks = marksOf(position, cursor, column === null ? -1 : keys.indexOf(column), block);
            return (
              <GridRow
                key={position}
                id={lineId(position)}
                line={position}
                row={row}
                placed={placed}
                check={checkOf(row)}
                editor={position === cursor ? editing.editor : null}
                pending={row === undefined ? undefined : editing.pendingOf(rowKey(row))}
                selected={row !== undefined && rowKey(row) === selected}
                {...marks}
              />
            );
          })}
          {after > 0 && <Spacer height={after} />}
        </tbody>
        {props.foot && lines.length > 0 && (
          <GridFoot foot={props.foot} placed={placed} hasChecks={choice !== undefined} />
        )}
      </table>
      {lines.length === 0 && props.empty}
      {menuAt && (
        <RowMenu
          x={menuAt.x}
          y={menuAt.y}
          more={props.menu?.(menuAt.row) ?? []}
          onOpen={() => props.onOpen(menuAt.row)}
          onCopy={() => editing.copyRow(menuAt.row)}
          onClose={() => {
            setMenuAt(null);
            table.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** How the cursor and a block of cells mark a line. */
function marksOf(line: number, cursor: number | null, column: number, block: CellBlock | null) {
  const isIn =
    block !== null &&
    line >= block.top &&
    line <= block.bottom &&
    (block.top !== block.bottom || block.left !== block.right);
  return {
    cursor: line === cursor,
    cell: line === cursor ? column : -1,
    blockFrom: isIn ? block.left : -1,
    blockTo: isIn ? block.right : -1,
  };
}

/** The room of the rows out of sight; nothing to assistive technology, which goes by aria-rowindex. */
function Spacer({ height }: { height: number }) {
  const semantics = { role: 'presentation' };
  return <tr {...semantics} style={{ height }} />;
}
