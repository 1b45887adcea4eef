import type { KeyboardEvent, PointerEvent } from 'react';
import { type GridSort, narrowest, nextSort, type PlacedColumn } from './column.ts';
import styles from './grid.module.css';

const step = 16;

/** The headings: a click sorts, a drag of the edge (or Shift and an arrow key) sets the width. */
export function GridHead({
  placed,
  sort,
  onSort,
  onWidth,
}: {
  placed: readonly PlacedColumn<never>[];
  sort: GridSort | null;
  onSort: (sort: GridSort) => void;
  onWidth: (column: string, width: number) => void;
}) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {placed.map(({ column, width }) => {
          const sorted =
            sort?.column === column.key ? (sort.descending ? 'descending' : 'ascending') : undefined;
          const resize = (to: number) => onWidth(column.key, Math.max(Math.round(to), narrowest));
          return (
            <th
              key={column.key}
              scope="col"
              className={column.align === 'end' ? styles.end : undefined}
              aria-sort={sorted}
            >
              {column.sortable ? (
                <button
                  type="button"
                  className={styles.heading}
                  aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
                  onClick={() => onSort(nextSort(sort, column.key))}
                  onKeyDown={(event) => resizeByKey(event, width, resize)}
                >
                  {column.heading}
                  {sorted && <span aria-hidden="true">{sorted === 'ascending' ? ' ↑' : ' ↓'}</span>}
                </button>
              ) : (
                column.heading
              )}
              <span
                className={styles.edge}
                aria-hidden="true"
                onPointerDown={(event) => followPointer(event, width, resize)}
              />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function resizeByKey(event: KeyboardEvent, width: number, resize: (width: number) => void) {
  if (!event.shiftKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
  event.preventDefault();
  resize(width + (event.key === 'ArrowRight' ? step : -step));
}

function followPointer(event: PointerEvent<HTMLElement>, width: number, resize: (width: number) => void) {
  event.preventDefault();
  const edge = event.currentTarget;
  const from = event.clientX;
  edge.setPointerCapture(event.pointerId);
  const move = (moved: globalThis.PointerEvent) => resize(width + moved.clientX - from);
  const end = () => {
    edge.removeEventListener('pointermove', move);
    edge.removeEventListener('pointerup', end);
    edge.removeEventListener('pointercancel', end);
  };
  edge.addEventListener('pointermove', move);
  edge.addEventListener('pointerup', end);
  edge.addEventListener('pointercancel', end);
}
