import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FourPolicies as Four } from '../../../db/report/explain.ts';
import { useFormat } from '../../lib/format.ts';
import { figureText } from './figure-text.ts';
import styles from './report.module.css';
import type { Report } from './report-type.ts';

const policies = ['pointToPoint', 'runningMinimum', 'movementSum', 'movementSumOfAll'] as const;

/** The same facts under four policies, and customer by customer why they differ. */
export function FourPolicies({ four, report }: { four: Four; report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: number) => figureText(minor, 'money', report.currency, format);
  return (
    <>
      <h3>{t('report.four.title')}</h3>
      <ul className={styles.four}>
        {policies.map((policy) => (
          <li key={policy}>
            <span>{t(`report.four.${policy}`)}</span>
            <meter min={0} max={1} value={Math.max(0, Math.min(1, four.rates[policy].value ?? 0))} />
            <strong>{figureText(four.rates[policy].value, 'percent', report.currency, format)}</strong>
          </li>
        ))}
      </ul>
      <p className={styles.policy}>{t('report.four.refused')}</p>
      <div className={styles.scroll}>
        <table className={styles.list}>
          <thead>
            <tr>
              <th scope="col">{t('report.behindColumn.name')}</th>
              <th scope="col">{format.monthOfYear(four.from)}</th>
              <th scope="col">{t('report.behindColumn.end')}</th>
              {policies.map((policy, at) => (
                <th key={policy} scope="col" title={t(`report.four.${policy}`)}>
                  {'ABCD'[at]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {four.rows.map((row) => (
              <tr key={row.accountId}>
                <th scope="row">
                  <Link to={`/accounts/${row.accountId}`}>{row.name}</Link>
                </th>
                <td className={styles.number}>{money(row.start)}</td>
                <td className={styles.number}>{money(row.end)}</td>
                {policies.map((policy, at) => {
                  const before = policies[at - 1];
                  const differs = before !== undefined && row[before] !== row[policy];
                  return (
                    <td key={policy} className={differs ? styles.differs : styles.number}>
                      {money(row[policy])}
                    </td>
                  );
                })}
              </tr>
            ))}
            <tr className={styles.sum}>
              <th scope="row">{t('report.sum')}</th>
              <td className={styles.number}>{money(four.totals.start)}</td>
              <td className={styles.number}>{money(four.totals.end)}</td>
              {policies.map((policy) => (
                <td key={policy} className={styles.number}>
                  {money(four.totals[policy])}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </>
  );
}
