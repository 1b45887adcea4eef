import { type ValueState, valueStates } from '../../../db/value/point.ts';

export type MatrixPlace = { readonly row: number; readonly column: number };

/** Where an arrow, Home, End or a page key takes the cursor; null for a key that moves nothing. */
export function movedPlace(
  key: string,
  { row, column }: MatrixPlace,
  size: { readonly rows: number; readonly columns: number; readonly page: number },
  toCorner: boolean,
): MatrixPlace | null {
  const within = (value: number, count: number) => Math.min(Math.max(value, 0), Math.max(count - 1, 0));
  const at = (nextRow: number, nextColumn: number) => ({
    row: within(nextRow, size.rows),
    column: within(nextColumn, size.columns),
  });
  switch (key) {
    case 'ArrowDown':
      return at(row + 1, column);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'PageDown':
      return at(row + size.page, column);
    case 'PageUp':
      return at(row - size.page, column);
    case 'Home':
      return at(toCorner ? 0 : row, 0);
    case 'End':
      return at(toCorner ? size.rows - 1 : row, size.columns - 1);
    default:
      return null;
  }
}

/** 1 to 4 set a state, 0 and Delete clear it, Space goes one further and from the last to none; undefined is another key. */
export function stateByKey(key: string, now: ValueState | null): ValueState | null | undefined {
  if (key === '0' || key === 'Delete' || key === 'Backspace') return null;
  if (key === ' ') return now === null ? valueStates[0] : (valueStates[valueStates.indexOf(now) + 1] ?? null);
  return /^[1-4]$/.test(key) ? valueStates[Number(key) - 1] : undefined;
}
