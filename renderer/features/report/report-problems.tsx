import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import styles from './report.module.css';
import type { Report } from './report-type.ts';

/** Subscriptions that were left out or counted twice, by customer, with what they move in a month. */
export function ReportProblems({ report }: { report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { problems, missingMonths } = report;
  if (problems.length === 0 && missingMonths === null) return null;
  return (
    <>
      {missingMonths !== null && missingMonths.length > 0 && (
        <p className={styles.remark}>{t('report.missingMonths', { months: missingMonths.join(', ') })}</p>
      )}
      {problems.length > 0 && (
        <Card title={t('report.problems')} beside={format.number(problems.length)}>
          <table className={styles.list}>
            <tbody>
              {problems.slice(0, 100).map((problem) => (
                <tr key={problemKey(problem)}>
                  <th scope="row">
                    <Link to={`/accounts/${problem.accountId}`}>{problem.account}</Link>
                  </th>
                  <td>{t(`report.problem.${problem.problem}`)}</td>
                  <td className={styles.number}>
                    {problem.monthlyMinor === null
                      ? '–'
                      : format.exactMoney({ minor: problem.monthlyMinor, currency: problem.currency })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      )}
    </>
  );
}

function problemKey(problem: Report['problems'][number]): string {
  const which = 'subscriptionId' in problem ? problem.subscriptionId : problem.currency;
  return `${problem.accountId} ${problem.problem} ${which}`;
}
