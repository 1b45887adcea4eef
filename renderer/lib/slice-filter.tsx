import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterChip } from '../ui/filter-chip.tsx';
import { chooseSegments, clearSlice, useSlice } from './slice.ts';
import styles from './slice-filter.module.css';

/** Cuts the list to segments: a chip per scheme. What is chosen on one list holds on the others too. */
export function SliceFilter() {
  const { t } = useTranslation();
  const { schemes, slice } = useSlice();
  return schemes
    .filter(({ segments }) => segments.length > 0)
    .map(({ id, name, segments }) => {
      const cut = slice.find(({ schemeId }) => schemeId === id);
      return (
        <FilterChip
          key={id}
          label={name}
          all={t('account.list.all')}
          choices={[
            ...segments.map((segment) => ({ value: String(segment.id), label: segment.name })),
            { value: null, label: t('segment.unplaced') },
          ]}
          chosen={(cut?.segmentIds ?? []).map((one) => (one === null ? null : String(one)))}
          onChange={(values) =>
            chooseSegments(
              id,
              values.map((value) => (value === null ? null : Number(value))),
            )
          }
        />
      );
    });
}

/** The line of a list that has no filters of its own. */
export function SliceBar() {
  const { t } = useTranslation();
  const { schemes, isSliced } = useSlice();
  if (schemes.every(({ segments }) => segments.length === 0)) return null;
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('segment.slice.label')}>
      <SliceFilter />
      {isSliced && (
        <Button size="small" type="text" onClick={clearSlice}>
          {t('account.list.clear')}
        </Button>
      )}
    </div>
  );
}

/** In place of a list that the slice has left nothing of. */
export function SlicedAway() {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('segment.slice.none')}
      action={<Button onClick={clearSlice}>{t('account.list.clear')}</Button>}
    >
      {t('segment.slice.teach')}
    </EmptyState>
  );
}
