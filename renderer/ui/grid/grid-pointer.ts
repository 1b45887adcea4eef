import type { MouseEvent, RefObject } from 'react';
import type { GridSurface } from './grid-surface.ts';

const doubleClickMilliseconds = 500;

/**
 * The mouse in every list: a click puts the cursor into the cell and shows the row beside the list (not from a cell that can be
 * edited: the list would make room and move it away), a second one opens it, Ctrl
 * and a click choose the row, Shift and a click choose all up to it, dragging marks a block of cells, a right click has a menu.
 */
export function gridPointer<Row>(
  surface: GridSurface<Row>,
  lastClick: RefObject<{ row: string; at: number } | null>,
  isDragging: RefObject<boolean>,
) {
  const { props, chooser } = surface;
  const choosesRows = props.choice !== undefined;

  function cellUnder(event: MouseEvent): { line: number; column: string | null; isCheck: boolean } | null {
    if (!(event.target instanceof Element) || event.target.closest('thead, tfoot, a, button, input'))
      return null;
    const line = event.target.closest<HTMLElement>('tr[data-line]')?.dataset.line;
    if (line === undefined) return null;
    const cell = event.target.closest<HTMLElement>('td');
    return {
      line: Number(line),
      column: cell?.dataset.column ?? null,
      isCheck: cell?.dataset.check !== undefined,
    };
  }

  /**
   * The second click on a row opens it. The browser's own double click is not heard where the first one changed the columns
   * below the pointer, as it does when it opens a panel beside the list.
   */
  function selectOrOpen(row: Row, at: number) {
    const { current: before } = lastClick;
    const key = props.rowKey(row);
    const isSecond = before?.row === key && at - before.at < doubleClickMilliseconds;
    lastClick.current = isSecond ? null : { row: key, at };
    if (isSecond) props.onOpen(row);
    else if (props.selected !== null || !isEditable(surface.column)) props.onSelect(row);
  }

  function isEditable(key: string | null): boolean {
    const column = props.columns.find((each) => each.key === key);
    return props.onEdit !== undefined && column?.edit !== undefined && column.priority > 0;
  }

  return {
    onMouseDown(event: MouseEvent) {
      isDragging.current = false;
      const cell = cellUnder(event);
      if (!cell || event.button !== 0 || event.shiftKey || event.ctrlKey || event.metaKey || cell.isCheck)
        return;
      surface.setAnchor(null);
      surface.setCursor(cell.line);
      surface.setColumn(surface.groupOn(cell.line) === null ? cell.column : null);
    },
    onMouseOver(event: MouseEvent) {
      const cell = event.buttons === 1 ? cellUnder(event) : null;
      const { cursor, column } = surface;
      if (!cell?.column || cursor === null || column === null || cell.isCheck) return;
      if (cell.line === cursor && cell.column === column) return;
      isDragging.current = true;
      surface.setAnchor(surface.anchor ?? { line: cursor, column });
      surface.setCursor(cell.line);
      surface.setColumn(cell.column);
    },
    onClick(event: MouseEvent) {
      const cell = cellUnder(event);
      if (!cell || isDragging.current) return;
      const { line } = cell;
      const group = surface.groupOn(line);
      if (group !== null) {
        if (cell.isCheck) void chooser.toggleGroup(group);
        else surface.fold(line, !surface.isFolded(line));
        return;
      }
      const row = surface.rowOn(line);
      if (row === undefined) return;
      if (choosesRows && event.shiftKey) {
        surface.setCursor(line);
        void chooser.spanTo(line);
      } else if (choosesRows && (event.ctrlKey || event.metaKey || cell.isCheck)) {
        surface.setCursor(line);
        chooser.toggle(line);
      } else {
        chooser.anchorAt(line);
        selectOrOpen(row, event.timeStamp);
      }
    },
    onContextMenu(event: MouseEvent) {
      const cell = cellUnder(event);
      const row = cell ? surface.rowOn(cell.line) : undefined;
      if (!cell || row === undefined) return;
      event.preventDefault();
      surface.setAnchor(null);
      surface.setColumn(null);
      surface.setCursor(cell.line);
      surface.openMenu(row, event.clientX, event.clientY);
    },
  };
}
