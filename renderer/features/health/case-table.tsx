import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BackTest, BackTestDays, EndedContract } from '../../../db/health/back-test.ts';
import { type HealthModel, shownScore } from '../../../db/health/model.ts';
import { Card } from '../../ui/card.tsx';
import { HealthChip } from '../../ui/health-chip.tsx';
import styles from './back-test.module.css';

/** The contracts behind the figures, those who left first. */
export function CaseTable({
  contracts,
  results,
  bands,
}: {
  contracts: readonly EndedContract[];
  results: Readonly<Record<BackTestDays, { readonly now: BackTest }>>;
  bands: HealthModel['bands'];
}) {
  const { t } = useTranslation();
  const order = contracts
    .map((contract, at) => ({ contract, at }))
    .toSorted(
      (a, b) =>
        Number(a.contract.outcome === 'renewed') - Number(b.contract.outcome === 'renewed') ||
        (a.contract.endedOn < b.contract.endedOn ? 1 : -1),
    );
  return (
    <Card title={t('health.cases.title')} beside={t('health.cases.order')}>
      <div className={styles.cases}>
        <table className={styles.told}>
          <thead>
            <tr>
              <th scope="col">{t('account.column.name')}</th>
              <th scope="col">{t('health.cases.ended')}</th>
              {([180, 90, 30] as const).map((days) => (
                <th key={days} scope="col">
                  {t('health.cases.days', { days })}
                </th>
              ))}
              <th scope="col">{t('health.cases.result')}</th>
            </tr>
          </thead>
          <tbody>
            {order.map(({ contract, at }) => (
              <tr key={`${contract.contractId} ${contract.endedOn}`}>
                <th scope="row">
                  <Link to={`/accounts/${contract.accountId}`}>{contract.account}</Link>
                </th>
                <td>{contract.endedOn}</td>
                {([180, 90, 30] as const).map((days) => {
                  const tested = results[days].now.tested[at];
                  return (
                    <td key={days}>
                      {tested && (
                        <HealthChip
                          band={tested.band}
                          ungraded={tested.score === null ? 'nothing-known' : 'low-coverage'}
                          score={tested.score === null ? null : shownScore(tested.score, bands)}
                        />
                      )}
                    </td>
                  );
                })}
                <td>{t(`health.verdict.${results[90].now.tested[at]?.verdict ?? 'calm'}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
