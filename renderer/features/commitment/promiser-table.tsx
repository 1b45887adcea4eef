import { useTranslation } from 'react-i18next';
import type { PromiserTotal } from '../../../db/commitment/rule.ts';
import { rankFrom } from '../../../db/handoff/learning.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import styles from './promiser-table.module.css';

/** Who keeps their word, with the number of cases beside every share and no rank under five. */
export function PromiserTable({
  totals,
  onChoose,
}: {
  totals: readonly PromiserTotal[];
  /** Shows only the commitments of one. */
  onChoose: (total: PromiserTotal) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('commitment.ledger.totals')} beside={t('commitment.ledger.rankFrom', { count: rankFrom })}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('commitment.by')}</th>
            <th scope="col">{t('commitment.ledger.open')}</th>
            <th scope="col">{t('commitment.ledger.late')}</th>
            <th scope="col">{t('commitment.ledger.share')}</th>
            <th scope="col">{t('commitment.ledger.rank')}</th>
          </tr>
        </thead>
        <tbody>
          {totals.map((total) => (
            <tr key={JSON.stringify([total.side, total.promisedBy])}>
              <th scope="row">
                <button type="button" className={styles.name} onClick={() => onChoose(total)}>
                  {total.promisedBy ?? t('commitment.ledger.unnamed')}
                </button>
                <span className={styles.aside}>{t(`commitment.choice.side.${total.side}`)}</span>
              </th>
              <td>{format.number(total.open)}</td>
              <td>{format.number(total.late)}</td>
              <td title={t('commitment.ledger.shareOf', total)}>
                {total.share === null ? '–' : format.percent(total.share)}{' '}
                <span className={styles.aside}>{t('commitment.ledger.of', { count: total.judged })}</span>
              </td>
              <td>{total.rank ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.teach}>{t('commitment.ledger.shareTeach')}</p>
    </Card>
  );
}
