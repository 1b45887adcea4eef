import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addToMonth } from '../../../db/report/month.ts';
import { majorUnits } from '../../../db/types/money.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Chart } from '../../ui/chart.tsx';
import { figureText } from './figure-text.ts';
import styles from './report.module.css';
import type { Report } from './report-type.ts';
import { useReportWish } from './report-view.ts';

/** From the end of one month to the end of another: what each kind of movement added or took, and whose it was. */
export function BridgeView({ report }: { report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { basis: _, ...wish } = useReportWish();
  const fromEnd = addToMonth(report.from, -1);
  const { data } = useQuery(
    api.report.bridge.queryOptions(
      { ...wish, from: report.from, to: report.to, fromEnd, toEnd: report.to },
      { placeholderData: keepPreviousData },
    ),
  );
  if (!data) return null;
  const money = (minor: number) => figureText(minor, 'money', report.currency, format);
  const major = (minor: number) => majorUnits({ minor, currency: report.currency });
  const steps = data.steps.map((step) => ({ ...step, label: t(`report.line.${step.kind}`) }));
  const title = t('report.bridge', { from: format.monthOfYear(fromEnd), to: format.monthOfYear(report.to) });
  return (
    <div className={styles.body}>
      <Card title={title} beside={report.currency}>
        <Chart
          label={title}
          height={260}
          spec={{
            kind: 'bar',
            categories: [
              t('report.line.opening'),
              ...steps.map(({ label }) => label),
              t('report.line.closing'),
            ],
            series: [
              {
                label: title,
                values: [major(data.opening), ...steps.map(({ minor }) => major(minor)), major(data.closing)],
                emphasis: 'now',
              },
            ],
          }}
        />
        <table className={styles.list}>
          <tbody>
            <tr className={styles.sum}>
              <th scope="row">{t('report.line.opening')}</th>
              <td className={styles.number}>{money(data.opening)}</td>
              <td />
            </tr>
            {steps.map(({ kind, label, minor, accounts }) => (
              <tr key={kind}>
                <th scope="row">{label}</th>
                <td className={styles.number}>{money(minor)}</td>
                <td>
                  {accounts.slice(0, 5).map((account) => (
                    <Link
                      key={account.accountId}
                      className={styles.who}
                      to={`/accounts/${account.accountId}`}
                    >
                      {account.name} {money(account.minor)}
                    </Link>
                  ))}
                  {accounts.length > 5 && (
                    <span className={styles.muted}>{t('report.more', { count: accounts.length - 5 })}</span>
                  )}
                </td>
              </tr>
            ))}
            <tr className={styles.sum}>
              <th scope="row">{t('report.line.closing')}</th>
              <td className={styles.number}>{money(data.closing)}</td>
              <td />
            </tr>
          </tbody>
        </table>
      </Card>
    </div>
  );
}
