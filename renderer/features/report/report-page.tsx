import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { bases } from '../../../db/report/period.ts';
import { sliceText } from '../../../db/report/slice.ts';
import { api, screenQuery } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { BridgeView } from './bridge-view.tsx';
import { CohortView } from './cohort-view.tsx';
import { CompanySheet } from './company-sheet.tsx';
import { ExplainPanel } from './explain-panel.tsx';
import { MovementChart } from './movement-chart.tsx';
import styles from './report.module.css';
import { ReportGrid } from './report-grid.tsx';
import { ReportProblems } from './report-problems.tsx';
import { useReportView, useReportWish } from './report-view.ts';

const tabs = ['figures', 'bridge', 'cohorts', 'company'] as const;

/** The SaaS report: lines by month, each figure opening to what it is made of. */
export function ReportPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useReportView();
  const wish = useReportWish();
  const { data } = useQuery(
    api.report.get.queryOptions(wish, { placeholderData: keepPreviousData, ...screenQuery }),
  );
  if (!data) return null;
  const isEmpty = data.choices.every(({ dimension }) => dimension !== 'line') && data.problems.length === 0;
  const choices = data.choices.flatMap(({ dimension, values }) =>
    values.map((value) => ({
      value: sliceText({ dimension, value }),
      label: `${dimensionText(dimension)}: ${value}`,
    })),
  );
  function dimensionText(dimension: string): string {
    const [, name] = dimension.split(/:(.*)/su);
    return name ?? t(`report.dimension.${dimension as 'line'}`);
  }
  const monthInput = (edge: 'from' | 'to') => (
    <input
      type="month"
      className={styles.month}
      aria-label={t(`report.${edge}`)}
      value={view[edge] ?? data[edge]}
      onChange={({ target }) => useReportView.setState({ [edge]: target.value || null, open: null })}
    />
  );
  return (
    <>
      <PageHead
        title={t('report.title')}
        count={t('report.range', { from: format.monthOfYear(data.from), to: format.monthOfYear(data.to) })}
      >
        <Segmented
          label={t('report.title')}
          options={tabs.map((tab) => ({ value: tab, label: t(`report.tab.${tab}`) }))}
          value={view.tab}
          onChange={(tab) => useReportView.setState({ tab, open: null })}
        />
      </PageHead>
      <div className={styles.tools}>
        {monthInput('from')}
        <span aria-hidden>–</span>
        {monthInput('to')}
        <Segmented
          label={t('report.columns')}
          options={bases.map((basis) => ({ value: basis, label: t(`report.basis.${basis}`) }))}
          value={view.basis}
          onChange={(basis) => useReportView.setState({ basis, open: null })}
        />
        <Select
          aria-label={t('report.slice')}
          style={{ minWidth: 170 }}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear
          placeholder={t('report.wholeBook')}
          value={view.slice}
          options={choices}
          onChange={(slice: string | undefined) =>
            useReportView.setState({ slice: slice ?? null, open: null })
          }
        />
        <Select
          aria-label={t('report.compare')}
          style={{ minWidth: 170 }}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear
          placeholder={t('report.compare')}
          value={view.beside}
          options={choices}
          onChange={(beside: string | undefined) => useReportView.setState({ beside: beside ?? null })}
        />
        {data.currencies.length > 0 && (
          <Select
            aria-label={t('report.currency')}
            value={view.currency ?? data.currency}
            options={[data.baseCurrency, ...data.currencies.filter((each) => each !== data.baseCurrency)].map(
              (value) => ({ value }),
            )}
            onChange={(currency: string) => useReportView.setState({ currency, open: null })}
          />
        )}
      </div>
      {view.tab === 'company' ? (
        <CompanySheet report={data} />
      ) : isEmpty ? (
        <EmptyState title={t('report.empty')}>{t('report.emptyTeach')}</EmptyState>
      ) : view.tab === 'bridge' ? (
        <BridgeView report={data} />
      ) : view.tab === 'cohorts' ? (
        <CohortView report={data} />
      ) : (
        <div className={styles.split}>
          <div className={styles.body}>
            <ReportGrid report={data} />
            <MovementChart report={data} />
            <ReportProblems report={data} />
          </div>
          {view.open && (
            <ExplainPanel key={`${view.open.line} ${view.open.from}`} report={data} open={view.open} />
          )}
        </div>
      )}
    </>
  );
}
