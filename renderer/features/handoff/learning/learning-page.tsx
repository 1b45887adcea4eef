import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Figure, rankFrom } from '../../../../db/handoff/learning.ts';
import { api } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import { Card } from '../../../ui/card.tsx';
import { Chart } from '../../../ui/chart.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import styles from './learning-page.module.css';

const mostFields = 12;

/** What accepted handoffs teach, with the number of cases beside every figure and no ranking under five. */
export function LearningPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(api.handoff.followUp.learning.queryOptions({ language: format.language }));
  if (!data) return null;
  const whole = (figure: Figure) => (
    <Counted figure={figure} as={(value) => format.number(Math.round(value))} />
  );
  const share = (figure: Figure) => <Counted figure={figure} as={format.percent} />;
  return (
    <>
      <PageHead
        title={t('handoff.learning.title')}
        beside={
          data.cases > 0 && (
            <span className={styles.cases}>{t('handoff.learning.cases', { count: data.cases })}</span>
          )
        }
      />
      {data.cases === 0 ? (
        <EmptyState title={t('handoff.learning.empty.title')}>{t('handoff.learning.empty.teach')}</EmptyState>
      ) : (
        <div className={styles.columns}>
          <Card title={t('handoff.learning.quarters')} beside={t('handoff.learning.quartersUnit')}>
            <Chart
              label={t('handoff.learning.quarters')}
              height={220}
              spec={{
                kind: 'bar',
                categories: data.quarters.map(
                  ({ quarter, score }) => `${quarter}\n(${format.number(score.cases)})`,
                ),
                min: 0,
                max: 100,
                series: [
                  {
                    label: t('handoff.learning.firstScore'),
                    emphasis: 'now',
                    values: data.quarters.map(({ score }) => score.value && Math.round(score.value)),
                  },
                  {
                    label: t('handoff.learning.returnedPercent'),
                    emphasis: 'plain',
                    values: data.quarters.map(
                      ({ returned }) => returned.value && Math.round(100 * returned.value),
                    ),
                  },
                ],
              }}
            />
          </Card>
          <Card title={t('handoff.learning.bands')} beside={t('handoff.learning.bandsTeach')}>
            <FigureTable
              columns={[
                t('handoff.learning.firstScore'),
                t('handoff.learning.casesColumn'),
                t('handoff.learning.daysToValue'),
                t('handoff.learning.renewed'),
              ]}
              rows={data.bands.map(({ band, cases, daysToValue, renewed }) => ({
                key: band,
                heading: t(`handoff.learning.band.${band}`),
                cells: [format.number(cases), whole(daysToValue), share(renewed)],
              }))}
            />
          </Card>
          <Card
            title={t('handoff.learning.sellers')}
            beside={t('handoff.learning.rankFrom', { count: rankFrom })}
          >
            <FigureTable
              columns={[
                t('handoff.fact.seller'),
                t('handoff.learning.rank'),
                t('handoff.learning.firstScore'),
                t('handoff.learning.returned'),
              ]}
              rows={data.sellers.map(({ seller, rank, score, returned }) => ({
                key: seller,
                heading: seller,
                cells: [rank ?? '–', whole(score), share(returned)],
              }))}
            />
          </Card>
          <Card
            title={t('handoff.learning.fields')}
            beside={t('handoff.learning.fieldsUnit', { count: rankFrom })}
            // Leads on, and lets the columns be scrolled by keyboard: they hold nothing else to focus.
            action={<Link to="/handoffs/lists">{t('deliveryList.title')}</Link>}
          >
            <FigureTable
              columns={[t('handoff.form.label'), t('handoff.learning.rank'), t('handoff.learning.times')]}
              rows={data.fields.slice(0, mostFields).map(({ label, rank, count }) => ({
                key: label,
                heading: label,
                cells: [rank ?? '–', format.number(count)],
              }))}
            />
          </Card>
        </div>
      )}
    </>
  );
}

/** A figure beside the number of cases it comes from; a dash where it is unknown. */
function Counted({ figure, as }: { figure: Figure; as: (value: number) => string }) {
  const { t } = useTranslation();
  return (
    <>
      {figure.value === null ? '–' : as(figure.value)}{' '}
      <span className={styles.cases}>{t('handoff.learning.of', { count: figure.cases })}</span>
    </>
  );
}

/** The first column names the row, the others are what is known of it. */
function FigureTable({
  columns,
  rows,
}: {
  columns: readonly string[];
  rows: readonly { key: string; heading: string; cells: readonly ReactNode[] }[];
}) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, heading, cells }) => (
          <tr key={key}>
            <th scope="row">{heading}</th>
            {cells.map((cell, at) => (
              <td key={columns[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
