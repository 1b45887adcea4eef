import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useSlice } from '../../lib/slice.ts';
import { SliceBar, SlicedAway } from '../../lib/slice-filter.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { StageBoard } from './stage-board.tsx';
import { StageTimeline } from './stage-timeline.tsx';

const views = ['board', 'timeline'] as const;
type View = (typeof views)[number];

/** Where every account stands in its lifecycle: a column per stage, or a year of stages per account. */
export function LifecyclePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [view, setView] = useState<View>('board');
  const { slice, isSliced } = useSlice();
  const { data } = useQuery(
    api.lifecycle.overBook.queryOptions({ slice }, { placeholderData: keepPreviousData }),
  );
  if (!data) return null;
  return (
    <>
      <PageHead title={t('lifecycle.label')} count={format.number(data.accounts.length)}>
        <Segmented<View>
          label={t('lifecycle.view')}
          options={views.map((value) => ({ value, label: t(`lifecycle.${value}`) }))}
          value={view}
          onChange={setView}
        />
        <Button onClick={() => void navigate('/lifecycle/templates')}>{t('milestone.template.open')}</Button>
      </PageHead>
      <SliceBar />
      {data.accounts.length === 0 && isSliced ? (
        <SlicedAway />
      ) : data.accounts.length === 0 ? (
        <EmptyState title={t('lifecycle.none.title')}>{t('lifecycle.none.teach')}</EmptyState>
      ) : view === 'board' ? (
        <StageBoard accounts={data.accounts} today={data.today} />
      ) : (
        <StageTimeline {...data} />
      )}
    </>
  );
}
