import { type ClipboardEvent, type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react';
import { CellEditor } from './cell-editor.tsx';
import {
  type CellBlock,
  type CellPlace,
  fillEdits,
  fromClipboard,
  pasteEdits,
  toClipboard,
} from './cells.ts';
import type { CellEdit, GridColumn } from './column.ts';

/** What the keys of a grid can do with its cells. */
export type CellKeys = {
  /** Whether a letter typed now goes into the cursor's cell. */
  readonly takesTyping: boolean;
  readonly canFill: boolean;
  /** Does what a key means in a cell; false for one that means nothing there. */
  readonly take: (event: KeyboardEvent) => boolean;
  /** Opens the cursor's cell, or the first of the row that can be edited. */
  readonly begin: () => boolean;
  readonly copy: () => void;
  readonly fillDown: () => void;
};

type Pending = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Editing, copying, pasting and filling cells. All that is written at once is one change, so that one undo takes it back. */
export function useCellEditing<Row>({
  columns,
  place,
  block,
  length,
  cursor,
  rowOn,
  rowKey,
  rowsOf,
  onEdit,
  table,
  goTo,
}: {
  columns: readonly GridColumn<Row>[];
  place: CellPlace | null;
  block: CellBlock | null;
  length: number;
  cursor: number | null;
  rowOn: (line: number) => Row | undefined;
  rowKey: (row: Row) => string;
  /** The rows on the lines from one to another, fetched where they are not loaded. */
  rowsOf: (from: number, to: number) => Promise<readonly Row[]>;
  onEdit: ((edits: readonly CellEdit[]) => Promise<unknown>) | undefined;
  table: RefObject<HTMLTableElement | null>;
  goTo: (line: number, column: string | null) => void;
}): CellKeys & {
  editor: ReactNode;
  pendingOf: (row: string) => Readonly<Record<string, string>> | undefined;
  copyRow: (row: Row) => void;
  onPaste: (event: ClipboardEvent) => void;
} {
  const [begun, setBegun] = useState<{ text: string; isTyped: boolean } | null>(null);
  const [pending, setPending] = useState<Pending>({});
  const editable = onEdit ? columns : columns.map(({ edit: _, ...column }) => column as GridColumn<Row>);
  const column = editable.find(({ key }) => key === place?.column);
  const row = place && rowOn(place.line);
  const canEdit = column?.edit !== undefined && row !== undefined && row !== null;

  const textOf = (each: GridColumn<Row>, of: Row): string => {
    // What was typed and is still being saved is what the user sees, and means to copy or fill down.
    const typed = pending[rowKey(of)]?.[each.key];
    if (typed !== undefined) return typed;
    if (each.text) return each.text(of);
    const cells = table.current?.querySelectorAll<HTMLElement>(`td[data-column="${each.key}"]`) ?? [];
    for (const cell of cells) {
      const shown = rowOn(Number(cell.parentElement?.dataset.line));
      if (shown !== undefined && rowKey(shown) === rowKey(of)) return cell.textContent.trim();
    }
    return '';
  };
  const keyAt = (line: number) => {
    const on = rowOn(line);
    return on === undefined ? null : rowKey(on);
  };

  async function write(edits: readonly CellEdit[]) {
    if (edits.length === 0 || !onEdit) return;
    const shown: Record<string, Record<string, string>> = {};
    for (const edit of edits) shown[edit.row] = { ...shown[edit.row], [edit.column]: edit.text };
    setPending(shown);
    try {
      await onEdit(edits);
    } finally {
      setPending({});
    }
  }

  function end(line: number, to: string | null) {
    setBegun(null);
    goTo(line, to);
    table.current?.focus();
  }

  const neighbour = (by: number) =>
    columns[columns.findIndex(({ key }) => key === place?.column) + by]?.key ?? place?.column ?? null;
  const editor =
    begun && place && canEdit ? (
      <CellEditor
        label={column.heading}
        text={begun.text}
        isTyped={begun.isTyped}
        editing={column.edit ?? {}}
        onCancel={() => end(place.line, place.column)}
        onSave={(text, after) => {
          if (text !== textOf(column, row))
            void write([{ row: rowKey(row), column: place.column, text }]).catch(() => {}); // told where failures are
          if (after === 'stay') setBegun(null);
          else if (after === 'down') end(Math.min(place.line + 1, length - 1), place.column);
          else end(place.line, neighbour(after === 'right' ? 1 : -1));
        }}
      />
    ) : null;

  async function copyBlock(from: CellBlock) {
    const rows = await rowsOf(from.top, from.bottom);
    const across = columns.slice(from.left, from.right + 1);
    await navigator.clipboard.writeText(
      toClipboard(rows.map((each) => across.map((of) => textOf(of, each)))),
    );
  }

  return {
    editor,
    pendingOf: (key) => pending[key],
    takesTyping: canEdit && !begun,
    canFill: onEdit !== undefined && block !== null && block.bottom > block.top,
    take(event) {
      if (!canEdit || begun) return false;
      if (event.key === 'F2') setBegun({ text: textOf(column, row), isTyped: false });
      else if (event.key === 'Delete' || event.key === 'Backspace') {
        if (block) void write(pasteEdits([['']], block, editable, keyAt, length)).catch(() => {});
      } else if (event.key.length === 1 && event.key !== ' ') setBegun({ text: event.key, isTyped: true });
      else return false;
      return true;
    },
    begin() {
      const first = editable.find(({ edit }) => edit !== undefined);
      const on = cursor === null ? undefined : rowOn(cursor);
      if (!first || on === undefined || cursor === null) return false;
      goTo(cursor, first.key);
      setBegun({ text: textOf(first, on), isTyped: false });
      return true;
    },
    copy() {
      if (block) void copyBlock(block);
      else if (cursor !== null)
        void copyBlock({ top: cursor, bottom: cursor, left: 0, right: columns.length - 1 });
    },
    copyRow: (of) =>
      void navigator.clipboard.writeText(toClipboard([columns.map((each) => textOf(each, of))])),
    fillDown() {
      if (!block) return;
      const textAt = (line: number, key: string) => {
        const of = columns.find((each) => each.key === key);
        const on = rowOn(line);
        return of && on !== undefined ? textOf(of, on) : '';
      };
      void write(fillEdits(block, editable, keyAt, textAt)).catch(() => {});
    },
    onPaste(event) {
      if (event.target !== table.current || !block || !onEdit) return;
      event.preventDefault();
      const values = fromClipboard(event.clipboardData.getData('text/plain'));
      void write(pasteEdits(values, block, editable, keyAt, length)).catch(() => {});
    },
  };
}
