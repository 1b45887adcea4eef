import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Chart } from '../../ui/chart.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { figureText } from './figure-text.ts';
import styles from './report.module.css';
import type { Report } from './report-type.ts';
import { useReportWish } from './report-view.ts';

/** Cohorts by sign-up month, retention curves, what hangs on few customers, what is committed, and four scenarios. */
export function CohortView({ report }: { report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { basis: _, ...wish } = useReportWish();
  const [of, setOf] = useState<'logo' | 'revenue'>('revenue');
  const { data } = useQuery(api.report.cohorts.queryOptions(wish, { placeholderData: keepPreviousData }));
  if (!data) return null;
  const percent = (value: number | null) => figureText(value, 'percent', report.currency, format);
  const money = (minor: number) => figureText(minor, 'money', report.currency, format);
  const ages = Math.max(0, ...data.cohorts.map(({ logo }) => logo.length));
  const { concentration, committed } = data;
  return (
    <div className={styles.body}>
      <Card
        title={t('report.cohort.title')}
        action={
          <Segmented
            label={t('report.cohort.title')}
            options={(['revenue', 'logo'] as const).map((value) => ({
              value,
              label: t(`report.cohort.${value}`),
            }))}
            value={of}
            onChange={setOf}
          />
        }
      >
        <div className={styles.scroll}>
          <table className={styles.heat}>
            <thead>
              <tr>
                <th scope="col">{t('report.cohort.month')}</th>
                <th scope="col">{t('report.line.customersNew')}</th>
                {Array.from({ length: ages }, (_, age) => age).map((age) => (
                  <th key={age} scope="col">
                    {age}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.cohorts.map((cohort) => (
                <tr key={cohort.month}>
                  <th scope="row">{cohort.month}</th>
                  <td>{cohort.customers}</td>
                  {cohort[of]
                    .map(({ value }, at) => ({ value, age: at }))
                    .map(({ value, age }) => (
                      <td
                        key={age}
                        style={{
                          background: `color-mix(in srgb, var(--accent) ${Math.round(Math.min(1, value ?? 0) * 45)}%, transparent)`,
                        }}
                      >
                        {percent(value)}
                      </td>
                    ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      <div className={styles.charts}>
        <Card title={t('report.cohort.curve')} beside="%">
          <Chart
            label={t('report.cohort.curve')}
            height={220}
            spec={{
              kind: 'line',
              categories: data.curve.map((_, age) => String(age)),
              min: 0,
              series: (['revenue', 'logo'] as const).map((key) => ({
                label: t(`report.cohort.${key}`),
                values: data.curve.map((each) => {
                  const { value } = each[key];
                  return value === null ? null : Math.round(value * 1000) / 10;
                }),
                emphasis: key === 'revenue' ? 'now' : 'before',
              })),
            }}
          />
        </Card>
        <Card title={t('report.scenario')} beside={t('report.scenarioTeach')}>
          <Chart
            label={t('report.scenario')}
            height={220}
            spec={{
              kind: 'line',
              categories: (data.scenario[0]?.values ?? []).map((_, at) => String(at)),
              series: data.scenario.map(({ churn, expansion, isOwn, values }) => ({
                label: `${isOwn ? `${t('report.own')} ` : ''}${percent(churn)} / ${percent(expansion)}`,
                values: values.map((value) => Math.round(value * 100) / 100),
                emphasis: isOwn ? 'now' : 'plain',
              })),
            }}
          />
        </Card>
      </div>
      <div className={styles.charts}>
        <Card
          title={t('report.concentration')}
          beside={t('report.shares', {
            one: percent(concentration.top1.value),
            five: percent(concentration.top5.value),
            ten: percent(concentration.top10.value),
          })}
        >
          <table className={styles.list}>
            <tbody>
              {data.largest.map(({ accountId, name, minor }) => (
                <tr key={accountId}>
                  <th scope="row">
                    <Link to={`/accounts/${accountId}`}>{name}</Link>
                  </th>
                  <td className={styles.number}>{money(minor)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
        <Card title={t('report.committed.title')} beside={t('report.committed.teach')}>
          <table className={styles.list}>
            <tbody>
              {(['closing', 'starts', 'ends', 'committed'] as const).map((key) => (
                <tr key={key} className={key === 'committed' ? styles.sum : undefined}>
                  <th scope="row">{t(`report.committed.${key}`)}</th>
                  <td className={styles.number}>
                    {money(key === 'ends' ? -committed.ends : committed[key])}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      </div>
    </div>
  );
}
