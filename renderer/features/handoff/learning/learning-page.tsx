import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Figure, rankFrom } from '../../../../db/domain/handoff-learning.ts';
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
  const { data } = useQuery(api.handoffFollowUp.learning.queryOptions({ language: format.language }));
  if (!data) return null;
  const whole = ({ value }: Figure) => (value === null ? '–' : format.number(Math.round(value)));
  const share = ({ value }: Figure) => (value === null ? '–' : format.percent(value));
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
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('handoff.learning.firstScore')}</th>
                  <th scope="col">{t('handoff.learning.casesColumn')}</th>
                  <th scope="col">{t('handoff.learning.daysToValue')}</th>
                  <th scope="col">{t('handoff.learning.renewed')}</th>
                </tr>
              </thead>
              <tbody>
                {data.bands.map(({ band, cases, daysToValue, renewed }) => (
                  <tr key={band}>
                    <th scope="row">{t(`handoff.learning.band.${band}`)}</th>
                    <td>{format.number(cases)}</td>
                    <td>
                      {whole(daysToValue)} <Cases figure={daysToValue} />
                    </td>
                    <td>
                      {share(renewed)} <Cases figure={renewed} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
          <Card
            title={t('handoff.learning.sellers')}
            beside={t('handoff.learning.rankFrom', { count: rankFrom })}
          >
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('handoff.fact.seller')}</th>
                  <th scope="col">{t('handoff.learning.rank')}</th>
                  <th scope="col">{t('handoff.learning.firstScore')}</th>
                  <th scope="col">{t('handoff.learning.returned')}</th>
                </tr>
              </thead>
              <tbody>
                {data.sellers.map(({ seller, rank, score, returned }) => (
                  <tr key={seller}>
                    <th scope="row">{seller}</th>
                    <td>{rank ?? '–'}</td>
                    <td>
                      {whole(score)} <Cases figure={score} />
                    </td>
                    <td>
                      {share(returned)} <Cases figure={returned} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
          <Card
            title={t('handoff.learning.fields')}
            beside={t('handoff.learning.fieldsUnit', { count: rankFrom })}
            // Leads on, and lets the columns be scrolled by keyboard: they hold nothing else to focus.
            action={<Link to="/handoffs/lists">{t('deliveryList.title')}</Link>}
          >
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('handoff.form.label')}</th>
                  <th scope="col">{t('handoff.learning.rank')}</th>
                  <th scope="col">{t('handoff.learning.times')}</th>
                </tr>
              </thead>
              <tbody>
                {data.fields.slice(0, mostFields).map(({ label, rank, count }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>{rank ?? '–'}</td>
                    <td>{format.number(count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
        </div>
      )}
    </>
  );
}

function Cases({ figure }: { figure: Figure }) {
  const { t } = useTranslation();
  return <span className={styles.cases}>{t('handoff.learning.of', { count: figure.cases })}</span>;
}
