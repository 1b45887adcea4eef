import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { create } from 'zustand';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { ListExport } from '../../lib/list-export.tsx';
import { useSlice } from '../../lib/slice.ts';
import { SliceBar, SlicedAway } from '../../lib/slice-filter.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { GridLayout, GridSort } from '../../ui/grid/column.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { assessmentColumns, assessmentPath, sortedAssessments } from './assessment-columns.tsx';
import { assessmentExport } from './assessment-export.ts';
import styles from './assessment-list.module.css';
import { NewAssessmentDialog } from './new-assessment-dialog.tsx';

const every = 'all';

/** How the list was left, for coming back to it. */
const useView = create<{ model: string; sort: GridSort | null; layout: GridLayout }>(() => ({
  model: every,
  sort: null,
  layout: { hidden: [], widths: {} },
}));

/** Every assessment in the book, of customers and of companies, the latest first. */
export function AssessmentListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { model, sort, layout } = useView();
  const [isStarting, setStarting] = useState(false);
  const [selected, setSelected] = useState<string | null>(null);
  const { slice, isSliced } = useSlice();
  const { data: lines } = useQuery(
    api.assessment.list.queryOptions({ slice }, { placeholderData: keepPreviousData }),
  );
  const { data: models } = useQuery(api.assessment.models.queryOptions());
  const columns = useMemo(() => assessmentColumns(t, format), [t, format]);
  const shown = useMemo(
    () =>
      sortedAssessments(
        (lines ?? []).filter((line) => model === every || line.model.key === model),
        sort,
        format.language,
      ),
    [lines, model, sort, format.language],
  );
  if (!lines || !models) return null;
  const start = (
    <Button type="primary" onClick={() => setStarting(true)}>
      {t('assessment.new')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t('nav.assessment')}
        count={lines.length > 0 ? format.number(shown.length) : undefined}
        beside={
          lines.length > 0 && (
            <Select
              aria-label={t('assessment.model')}
              popupMatchSelectWidth={false}
              options={[
                { value: every, label: t('assessment.everyModel') },
                ...models.map(({ key, name }) => ({ value: key, label: name[format.language] })),
              ]}
              value={model}
              onChange={(chosen) => useView.setState({ model: chosen })}
            />
          )
        }
      >
        <ListExport
          title={t('nav.assessment')}
          columns={assessmentExport(t, format.language).filter(({ key }) => !layout.hidden.includes(key))}
          rows={shown}
        />
        <Button
          onClick={() =>
            void navigate(
              model === every ? '/assessments/portfolio' : `/assessments/portfolio?model=${model}`,
            )
          }
        >
          {t('maturity.portfolio.title')}
        </Button>
        <Button onClick={() => void navigate('/assessments/models')}>{t('assessment.models')}</Button>
        {lines.length > 0 && start}
      </PageHead>
      <SliceBar />
      {lines.length === 0 && isSliced ? (
        <SlicedAway />
      ) : lines.length === 0 ? (
        <EmptyState title={t('assessment.none.title')} action={start}>
          {t('assessment.none.teach')}
        </EmptyState>
      ) : (
        <div className={styles.list}>
          <Grid
            label={t('nav.assessment')}
            columns={columns}
            layout={layout}
            onLayout={(changed) => useView.setState({ layout: changed })}
            count={shown.length}
            rowAt={(at) => shown[at]}
            rowKey={({ id }) => String(id)}
            sort={sort}
            onSort={(changed) => useView.setState({ sort: changed })}
            selected={selected}
            onSelect={(line) => setSelected(line && String(line.id))}
            onOpen={(line) => void navigate(assessmentPath(line))}
            empty={t('assessment.noneOfModel')}
          />
        </div>
      )}
      {isStarting && <NewAssessmentDialog onClose={() => setStarting(false)} />}
    </>
  );
}
