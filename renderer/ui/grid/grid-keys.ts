import type { KeyboardEvent } from 'react';
import type { GridSurface } from './grid-surface.ts';
import { movedCursor } from './lines.ts';

/**
 * The keys of every list. On rows: arrows, Home, End and the page keys move, Space shows the row beside the list, Enter opens
 * it, X chooses it, Shift and an arrow choose as they go, Ctrl+A chooses all, the right arrow goes into the cells. In cells:
 * arrows move, Shift extends a block, F2 or typing edits, Delete empties, Ctrl+C and Ctrl+V copy and paste, Ctrl+D fills down.
 * On a group's heading the arrows fold and unfold. Esc steps out: of the block, the cell, the choice, the row beside.
 */
export function gridKeys<Row>(event: KeyboardEvent<HTMLTableElement>, surface: GridSurface<Row>): void {
  if (event.target !== event.currentTarget || event.altKey) return;
  const isDone = event.ctrlKey || event.metaKey ? withControl(event, surface) : plain(event, surface);
  if (!isDone) return;
  event.preventDefault();
  event.stopPropagation();
}

function withControl<Row>({ key }: KeyboardEvent, surface: GridSurface<Row>): boolean {
  const { props, chooser, editing } = surface;
  if (key === 'a' && props.choice) void chooser.toggleAll();
  else if (key === 'c') editing.copy();
  else if (key === 'd' && editing.canFill) editing.fillDown();
  else return false; // pasting comes as an event of its own
  return true;
}

function plain<Row>(event: KeyboardEvent, surface: GridSurface<Row>): boolean {
  const { props, lines, cursor, column, chooser, editing, moveTo } = surface;
  const { key, shiftKey } = event;
  const to = movedCursor(key, cursor, lines.length, surface.page());
  if (to !== null) {
    if (shiftKey && column !== null && cursor !== null)
      surface.setAnchor(surface.anchor ?? { line: cursor, column });
    else surface.setAnchor(null);
    if (shiftKey && column === null && props.choice) {
      if (props.choice.chosen.size === 0) chooser.anchorAt(cursor);
      void chooser.spanTo(to);
    } else if (!shiftKey) chooser.anchorAt(to);
    moveTo(to);
    return true;
  }
  if (cursor === null || cursor >= lines.length) return false;
  if (key === 'Escape') return stepOut(surface);
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return menuOf(surface, cursor);
  if (surface.groupOn(cursor) !== null) return onHeading(key, surface, cursor);
  const row = surface.rowOn(cursor);
  if (key === 'ArrowLeft' || key === 'ArrowRight') return sideways(event, surface, cursor);
  if (column !== null && editing.take(event)) return true;
  if (row === undefined) return false;
  if (key === 'Enter') props.onOpen(row);
  else if (key === ' ') props.onSelect(props.selected === props.rowKey(row) ? null : row);
  else if (key === 'x' && props.choice) chooser.toggle(cursor);
  else return key === 'F2' && editing.begin();
  return true;
}

function onHeading<Row>(
  key: string,
  { fold, isFolded, groupOn, chooser, props }: GridSurface<Row>,
  at: number,
) {
  if (key === 'Enter' || key === ' ') fold(at, !isFolded(at));
  else if (key === 'ArrowLeft') fold(at, true);
  else if (key === 'ArrowRight') fold(at, false);
  else if (key === 'x' && props.choice) void chooser.toggleGroup(groupOn(at) ?? 0);
  else return false;
  return true;
}

function sideways<Row>({ key, shiftKey }: KeyboardEvent, surface: GridSurface<Row>, cursor: number): boolean {
  const { columns, column, setColumn, setAnchor } = surface;
  if (column === null) {
    if (key === 'ArrowRight') setColumn(columns[0] ?? null);
    else {
      const heading = surface.lines.headingOf(cursor);
      if (heading === null) return false;
      surface.moveTo(heading);
    }
    return true;
  }
  setAnchor(shiftKey ? (surface.anchor ?? { line: cursor, column }) : null);
  const at = columns.indexOf(column) + (key === 'ArrowRight' ? 1 : -1);
  if (at < 0 && !shiftKey) setColumn(null);
  else setColumn(columns[Math.min(Math.max(at, 0), columns.length - 1)] ?? null);
  return true;
}

function menuOf<Row>({ rowOn, openMenu, placeOfLine }: GridSurface<Row>, cursor: number): boolean {
  const row = rowOn(cursor);
  const line = placeOfLine(cursor);
  if (row === undefined || !line) return false;
  openMenu(row, line.left + 48, line.bottom);
  return true;
}

function stepOut<Row>({ props, anchor, column, setAnchor, setColumn }: GridSurface<Row>): boolean {
  if (anchor !== null) setAnchor(null);
  else if (column !== null) setColumn(null);
  else if (props.choice && props.choice.chosen.size > 0) props.choice.onChoose(new Set());
  else if (props.selected !== null) props.onSelect(null);
  else return false;
  return true;
}
