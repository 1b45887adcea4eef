import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { valueStates } from '../../../db/value/point.ts';
import type { ValuePoint, ValueProposition } from '../../../db/value/proposition-query.ts';
import { api } from '../../lib/api.ts';
import { type PageOf, usePagedRows } from '../../lib/paged-rows.ts';
import { useSlice } from '../../lib/slice.ts';
import { SliceFilter } from '../../lib/slice-filter.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { MatrixGrid } from './matrix-grid.tsx';
import { StateSign } from './state-sign.tsx';
import styles from './value-matrix.module.css';

/** Accounts × value points: what is needed and not sold, sold and not used, used and not proven, at a glance. */
export function ValueMatrix({
  propositions,
  loose,
}: {
  propositions: readonly ValueProposition[];
  loose: readonly ValuePoint[];
}) {
  const { t } = useTranslation();
  const { slice } = useSlice();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim()) || null;
  const filter = useMemo(() => ({ slice, text }), [slice, text]);
  const { data: totals } = useQuery(
    api.value.point.matrixTotals.queryOptions({ filter }, { placeholderData: keepPreviousData }),
  );
  const pageOf = useCallback(
    (page: PageOf) => api.value.point.matrix.queryOptions({ filter, page }),
    [filter],
  );
  const rows = usePagedRows(pageOf);
  const points = useMemo(
    () => [
      ...propositions.flatMap(({ product, points: own }) => own.map((point) => ({ ...point, product }))),
      ...loose.map((point) => ({ ...point, product: null })),
    ],
    [propositions, loose],
  );
  if (points.length === 0)
    return <EmptyState title={t('valuePoint.none.title')}>{t('valuePoint.none.teach')}</EmptyState>;
  return (
    <>
      <div className={styles.bar}>
        <Input
          className={styles.find ?? ''}
          allowClear
          value={typed}
          placeholder={t('segment.find')}
          aria-label={t('segment.find')}
          onChange={({ target }) => setTyped(target.value)}
        />
        <SliceFilter />
        <p className={styles.keys}>
          {valueStates.map((state, at) => (
            <span key={state}>
              <Kbd>{String(at + 1)}</Kbd> <StateSign state={state} />
            </span>
          ))}
          <span>
            <Kbd>0</Kbd> {t('valuePoint.clear')}
          </span>
          <span>
            <Kbd>Enter</Kbd> {t('valuePoint.note')}
          </span>
        </p>
      </div>
      <MatrixGrid points={points} accounts={totals?.accounts ?? 0} counts={totals?.counts ?? []} {...rows} />
    </>
  );
}
