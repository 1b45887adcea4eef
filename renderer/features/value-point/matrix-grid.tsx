import { useMutation } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MatrixCell, MatrixRow } from '../../../db/value/account-point-query.ts';
import { type ValueState, valueStates } from '../../../db/value/point.ts';
import type { ValuePoint } from '../../../db/value/proposition-query.ts';
import { api } from '../../lib/api.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CellDialog } from './cell-dialog.tsx';
import { type MatrixPlace, movedPlace, stateByKey } from './matrix-keys.ts';
import { StateSign } from './state-sign.tsx';
import styles from './value-matrix.module.css';

const headHeight = 84;
const rowHeight = 34;
const nameWidth = 220;
const pointWidth = 132;

type MatrixPoint = ValuePoint & { readonly product: string | null };
type Count = { readonly valuePointId: number; readonly state: ValueState; readonly accounts: number };

/**
 * The cells. Only the rows in sight exist in the page. One stop of the Tab key: arrows move a cursor over the cells, 1 to 4
 * set what stands there, 0 clears it, Space goes one further, Enter opens the note.
 */
export function MatrixGrid({
  points,
  accounts,
  counts,
  rowAt,
  onRange,
  isStale,
}: {
  points: readonly MatrixPoint[];
  accounts: number;
  counts: readonly Count[];
  rowAt: (index: number) => MatrixRow | undefined;
  onRange: (first: number, last: number) => void;
  isStale: boolean;
}) {
  const { t } = useTranslation();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<MatrixPlace | null>(null);
  const [noted, setNoted] = useState<MatrixPlace | null>(null);
  const { mutate: set } = useMutation(api.value.point.set.mutationOptions());
  const virtualizer = useVirtualizer({
    count: accounts,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
  });
  const drawn = virtualizer.getVirtualItems();
  const first = drawn[0]?.index;
  const last = drawn.at(-1)?.index;
  useEffect(() => {
    if (first !== undefined && last !== undefined) onRange(first, last);
  }, [onRange, first, last]);

  function under({ row, column }: MatrixPlace) {
    const account = rowAt(row);
    const point = points[column];
    return account && point ? { account, point, cell: account.cells[point.id] ?? null } : null;
  }

  function moveTo(place: MatrixPlace) {
    setCursor(place);
    virtualizer.scrollToIndex(place.row);
    const element = scroller.current;
    if (!element) return;
    const left = nameWidth + place.column * pointWidth;
    if (left - nameWidth < element.scrollLeft) element.scrollLeft = left - nameWidth;
    else if (left + pointWidth > element.scrollLeft + element.clientWidth)
      element.scrollLeft = left + pointWidth - element.clientWidth;
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    if (event.target !== event.currentTarget || event.metaKey || event.altKey) return;
    const page = Math.max(
      Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1,
      1,
    );
    const from = cursor ?? { row: 0, column: 0 };
    const size = { rows: accounts, columns: points.length, page };
    const to = movedPlace(event.key, from, size, event.ctrlKey);
    const here = under(from);
    if (to) moveTo(to);
    else if (event.ctrlKey || !here) return;
    else if (event.key === 'Enter') setNoted(from);
    else {
      const state = stateByKey(event.key, here.cell?.state ?? null);
      if (state === undefined) return;
      if (state !== (here.cell?.state ?? null))
        set({ accountId: here.account.id, valuePointId: here.point.id, state });
    }
    event.preventDefault();
  }

  function placeUnder(event: MouseEvent): MatrixPlace | null {
    const cell =
      event.target instanceof Element ? event.target.closest<HTMLElement>('td[data-column]') : null;
    const { row, column } = cell?.dataset ?? {};
    return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
  }

  const countText = (pointId: number) =>
    valueStates
      .map((state) => counts.find((count) => count.valuePointId === pointId && count.state === state))
      .map((count) => count?.accounts ?? 0)
      .join(' / ');
  const before = (drawn[0]?.start ?? headHeight) - headHeight;
  const after = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? headHeight);
  const cellId = ({ row, column }: MatrixPlace) => `${id}-${row}-${column}`;
  const semantics = {
    role: 'grid',
    tabIndex: 0,
    'aria-activedescendant': cursor && under(cursor) ? cellId(cursor) : undefined,
  };
  const open = noted && under(noted);
  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        {...semantics}
        className={styles.grid}
        style={{ width: nameWidth + points.length * pointWidth }}
        aria-label={t('valuePoint.matrix')}
        aria-rowcount={accounts + 1}
        aria-colcount={points.length + 1}
        aria-busy={isStale}
        onFocus={() => setCursor((at) => at ?? { row: 0, column: 0 })}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const place = placeUnder(event);
          if (place) setCursor(place);
        }}
        onDoubleClick={(event) => setNoted(placeUnder(event))}
      >
        <colgroup>
          <col style={{ width: nameWidth }} />
          {points.map(({ id: pointId }) => (
            <col key={pointId} style={{ width: pointWidth }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              {t('segment.column.account')}
              <div className={styles.counts}>{t('valuePoint.countsOf')}</div>
            </th>
            {points.map((point) => (
              <th key={point.id} scope="col" title={point.description ?? point.name}>
                <span className={styles.product}>{point.product ?? t('valuePoint.noProduct')}</span>
                <span className={styles.point}>{point.name}</span>
                <span className={styles.counts}>{countText(point.id)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {drawn.map(({ index }) => {
            const row = rowAt(index);
            return (
              <tr key={index} aria-rowindex={index + 2}>
                <th scope="row">
                  {row && (
                    <Link to={`/accounts/${row.id}`} className={styles.link} tabIndex={-1}>
                      {row.name}
                    </Link>
                  )}
                </th>
                {points.map((point, column) => (
                  <td
                    key={point.id}
                    id={cellId({ row: index, column })}
                    data-row={index}
                    data-column={column}
                    className={cursor?.row === index && cursor.column === column ? styles.cursor : undefined}
                  >
                    {row && <Cell cell={row.cells[point.id]} />}
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
      {accounts === 0 && (
        <EmptyState title={t('valuePoint.nobody.title')}>{t('valuePoint.nobody.teach')}</EmptyState>
      )}
      {open && (
        <CellDialog
          account={open.account}
          point={open.point}
          cell={open.cell}
          onClose={() => setNoted(null)}
        />
      )}
    </div>
  );
}

/** The room of the rows out of sight; nothing to assistive technology, which goes by aria-rowindex. */
function Spacer({ height }: { height: number }) {
  const semantics = { role: 'presentation' };
  return <tr {...semantics} style={{ height }} />;
}

function Cell({ cell }: { cell: MatrixCell | undefined }) {
  const { t } = useTranslation();
  if (!cell) return <span className={styles.none}>·</span>;
  return (
    <>
      <StateSign state={cell.state} />
      {cell.state === 'proven' && !cell.hasClaim && (
        <span className={styles.unproven} title={t('valuePoint.unproven')}>
          !<span className="visually-hidden">{t('valuePoint.unproven')}</span>
        </span>
      )}
      {cell.note && (
        <span className={styles.noted} title={cell.note}>
          ✎<span className="visually-hidden">{cell.note}</span>
        </span>
      )}
    </>
  );
}
