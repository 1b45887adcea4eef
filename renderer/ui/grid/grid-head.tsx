import { Dropdown, type MenuProps } from 'antd';
import { type DragEvent, type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type GridLayout,
  type GridSort,
  moveColumn,
  narrowest,
  nextSort,
  type PlacedColumn,
} from './column.ts';
import styles from './grid.module.css';
import { CheckCell, checkWidth } from './grid-row.tsx';

const step = 16;

/**
 * The headings: a click sorts, a drag of the edge (or Shift and an arrow key) sets the width, a drag of the heading moves the
 * column (or Ctrl+Shift and an arrow key), and a right click has all of it in words.
 */
export function GridHead({
  placed,
  layout,
  onLayout,
  sort,
  onSort,
  check,
  onCheck,
}: {
  placed: readonly PlacedColumn<never>[];
  layout: GridLayout;
  onLayout: (layout: GridLayout) => void;
  sort: GridSort | null;
  onSort: (sort: GridSort) => void;
  /** Whether all rows are chosen; undefined where rows cannot be. */
  check: boolean | 'some' | undefined;
  onCheck: () => void;
}) {
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const columns = placed.map(({ column }) => column);
  const move = (moved: string, to: string | -1 | 1) => onLayout(moveColumn(columns, layout, moved, to));
  const menuOf = ({ column }: PlacedColumn<never>): MenuProps['items'] => [
    ...(column.sortable
      ? [
          {
            key: 'up',
            label: t('grid.sortUp'),
            onClick: () => onSort({ column: column.key, descending: false }),
          },
          {
            key: 'down',
            label: t('grid.sortDown'),
            onClick: () => onSort({ column: column.key, descending: true }),
          },
          { type: 'divider' as const },
        ]
      : []),
    ...(column.priority > 0
      ? [
          { key: 'left', label: t('grid.moveLeft'), onClick: () => move(column.key, -1) },
          { key: 'right', label: t('grid.moveRight'), onClick: () => move(column.key, 1) },
          {
            key: 'hide',
            label: t('grid.hide'),
            onClick: () => onLayout({ ...layout, hidden: [...layout.hidden, column.key] }),
          },
        ]
      : []),
    layout.frozen === column.key
      ? {
          key: 'thaw',
          label: t('grid.thaw'),
          onClick: () => onLayout({ ...layout, frozen: undefined }),
        }
      : {
          key: 'freeze',
          label: t('grid.freeze'),
          onClick: () => onLayout({ ...layout, frozen: column.key }),
        },
  ];
  return (
    <thead>
      <tr aria-rowindex={1} onClick={(event) => isCheck(event.target) && onCheck()}>
        {check !== undefined && <CheckCell check={check} />}
        {placed.map((each) => {
          const { column, width, stuckAt } = each;
          const sorted =
            sort?.column === column.key ? (sort.descending ? 'descending' : 'ascending') : undefined;
          const resize = (to: number) =>
            onLayout({
              ...layout,
              widths: { ...layout.widths, [column.key]: Math.max(Math.round(to), narrowest) },
            });
          const isMovable = column.priority > 0;
          const drag = {
            draggable: isMovable,
            onDragStart: (event: DragEvent) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', column.heading);
              setDragged(column.key);
            },
            onDragEnd: () => {
              setDragged(null);
              setOver(null);
            },
          };
          return (
            <Dropdown key={column.key} trigger={['contextMenu']} menu={{ items: menuOf(each) ?? [] }}>
              <th
                scope="col"
                style={
                  stuckAt === undefined
                    ? undefined
                    : { left: stuckAt + (check === undefined ? 0 : checkWidth) }
                }
                className={`${column.align === 'end' ? styles.end : ''} ${stuckAt === undefined ? '' : styles.stuck} ${over === column.key ? styles.target : ''}`}
                aria-sort={sorted}
                onDragOver={(event) => {
                  if (dragged === null || !isMovable) return;
                  event.preventDefault();
                  setOver(column.key);
                }}
                onDrop={(event) => {
                  event.preventDefault();
                  if (dragged !== null && dragged !== column.key) move(dragged, column.key);
                }}
              >
                {column.sortable ? (
                  <button
                    type="button"
                    {...drag}
                    className={styles.heading}
                    aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight Control+Shift+ArrowLeft Control+Shift+ArrowRight"
                    onClick={() => onSort(nextSort(sort, column.key))}
                    onKeyDown={(event) =>
                      onHeadingKey(event, {
                        resize: (by) => resize(width + by * step),
                        move: (by) => isMovable && move(column.key, by),
                      })
                    }
                  >
                    {column.heading}
                    {sorted && <span aria-hidden="true">{sorted === 'ascending' ? ' ↑' : ' ↓'}</span>}
                  </button>
                ) : (
                  <span {...drag}>{column.heading}</span>
                )}
                <span
                  className={styles.edge}
                  aria-hidden="true"
                  onPointerDown={(event) => followPointer(event, width, resize)}
                />
              </th>
            </Dropdown>
          );
        })}
      </tr>
    </thead>
  );
}

function isCheck(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-check]') !== null;
}

function onHeadingKey(
  event: KeyboardEvent,
  actions: { resize: (by: -1 | 1) => void; move: (by: -1 | 1) => void },
) {
  if (!event.shiftKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
  event.preventDefault();
  const by = event.key === 'ArrowRight' ? 1 : -1;
  if (event.ctrlKey || event.metaKey) actions.move(by);
  else actions.resize(by);
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
