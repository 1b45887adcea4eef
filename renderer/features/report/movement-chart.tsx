import { useTranslation } from 'react-i18next';
import type { LineKey } from '../../../db/report/layout.ts';
import { majorUnits } from '../../../db/types/money.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Chart } from '../../ui/chart.tsx';
import styles from './report.module.css';
import type { Report } from './report-type.ts';
import { useReportView } from './report-view.ts';

const moved = ['new', 'expansion', 'reactivated', 'contraction', 'churned'] as const;

/** What moved MRR in each column, and where ARR went. */
export function MovementChart({ report }: { report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { basis } = useReportView();
  const lines = report.blocks.flatMap((block) => block.lines);
  const valuesOf = (key: LineKey) =>
    (lines.find((line) => line.key === key)?.values ?? []).map(({ value }) =>
      value === null ? null : majorUnits({ minor: value, currency: report.currency }),
    );
  const categories = report.periods.map(({ label }) => (basis === 'month' ? format.monthName(label) : label));
  return (
    <div className={styles.charts}>
      <Card title={t('report.chart.movements')} beside={report.currency}>
        <Chart
          label={t('report.chart.movements')}
          height={220}
          spec={{
            kind: 'bar',
            categories,
            series: moved.map((key) => ({
              label: t(`report.line.${key}`),
              values: valuesOf(key),
              emphasis: 'plain',
            })),
          }}
        />
      </Card>
      <Card title={t('report.line.arr')} beside={report.currency}>
        <Chart
          label={t('report.line.arr')}
          height={220}
          spec={{
            kind: 'line',
            categories,
            series: [{ label: t('report.line.arr'), values: valuesOf('arr'), emphasis: 'now' }],
          }}
        />
      </Card>
    </div>
  );
}
