import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PriceStep } from '../../../db/contract/price.ts';
import type { Contract } from '../../../db/contract/query.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import styles from './price-steps.module.css';

/** The prices of a contract one under the other, each with its days and how far it went up or down. */
export function PriceSteps({
  contract,
  steps,
  today,
}: {
  contract: Contract;
  steps: readonly PriceStep[];
  today: IsoDate;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mutate: remove } = useMutation(
    api.contract.removePrice.mutationOptions({
      onSuccess: () => notify({ text: t('contract.price.removed'), canUndo: true }),
    }),
  );
  const { currency, billingPeriod } = contract;
  const highest = Math.max(...steps.map(({ amountMinor }) => amountMinor), 1);
  return (
    <ol className={styles.steps} aria-label={t('contract.price.steps')}>
      {steps.map(({ from, to, amountMinor, seats }, index) => {
        const before = steps[index - 1];
        const change = contract.priceChanges.find(({ fromOn }) => fromOn === from);
        const isNow = from <= today && (to === null || today <= to);
        const ratio = before && before.amountMinor > 0 ? amountMinor / before.amountMinor - 1 : null;
        return (
          <li key={from} className={`${styles.step} ${isNow ? styles.now : ''}`}>
            <span className={styles.bar} aria-hidden>
              <i style={{ width: `${(100 * amountMinor) / highest}%` }} />
            </span>
            <span className={styles.days}>
              {from} – {to ?? t('lifecycle.openEnded')}
            </span>
            <span className={styles.amount}>
              {t(`contract.per.${billingPeriod}`, {
                amount: format.exactMoney({ minor: amountMinor, currency }),
              })}
            </span>
            <span className={styles.moved}>
              {ratio !== null && `${ratio < 0 ? '−' : '+'}${format.percent(Math.abs(ratio))}`}
            </span>
            <span className={styles.moved}>{seats !== null && t('contract.seatsOf', { count: seats })}</span>
            {change && (
              <Button
                type="text"
                size="small"
                icon={<X size={12} />}
                aria-label={t('contract.price.remove', { from })}
                onClick={() => remove({ id: change.id })}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}
