import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { History, Pencil, Trash2, TrendingUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { priceOn, priceSteps } from '../../../db/contract/price.ts';
import type { Contract } from '../../../db/contract/query.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import { Chip } from '../../ui/chip.tsx';
import { PriceForm } from './price-form.tsx';
import { PriceSteps } from './price-steps.tsx';
import { RecordHistory } from './record-history.tsx';
import styles from './record-list.module.css';

/** One contract: what it is for, its days, and the price in force, with the prices before and after where there are several. */
export function ContractLine({
  accountId,
  contract,
  renewed,
  today,
  onEdit,
}: {
  accountId: number;
  contract: Contract;
  /** The contract it renews. */
  renewed: Contract | undefined;
  today: IsoDate;
  onEdit: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<'price' | 'history' | null>(null);
  const close = () => setOpen(null);
  const { mutate: remove } = useMutation(
    api.contract.remove.mutationOptions({
      onSuccess: () => notify({ text: t('contract.deleted'), canUndo: true }),
    }),
  );
  const { currency, billingPeriod, noticeDays, isTrial } = contract;
  const { amountMinor, annualMinor, seats } = priceOn(contract, contract.priceChanges, today);
  const product = contract.product ?? t('lifecycle.unnamedProduct');
  const name = `${product} ${contract.startOn}`;
  return (
    <>
      <div className={styles.line}>
        <div className={styles.main}>
          <span className={styles.strong}>{product}</span>{' '}
          <span className={styles.aside}>{seats !== null && t('contract.seatsOf', { count: seats })}</span>
        </div>
        {renewed && (
          <Chip title={t('contract.renewsOne', { from: renewed.startOn, to: renewed.endOn ?? '' })}>
            {t('contract.renewal')}
          </Chip>
        )}
        {isTrial && <Chip>{t('contract.trial')}</Chip>}
        {contract.noticeGivenOn !== null ? (
          <Chip tone="warn">{t('contract.noticeGiven', { on: contract.noticeGivenOn })}</Chip>
        ) : (
          contract.autoRenews === true && (
            <Chip title={t('contract.automaticUntil')}>{t('contract.automatic')}</Chip>
          )
        )}
        <span
          className={styles.aside}
          title={noticeDays === null ? undefined : t('contract.notice', { count: noticeDays })}
        >
          {contract.startOn} – {contract.endOn ?? t('lifecycle.openEnded')}
        </span>
        <span
          className={styles.figure}
          title={
            annualMinor === null
              ? t('contract.noAnnual')
              : t('contract.annual', { amount: format.exactMoney({ minor: annualMinor, currency }) })
          }
        >
          {t(`contract.per.${billingPeriod}`, { amount: format.money({ minor: amountMinor, currency }) })}
        </span>
        <span className={styles.tools}>
          {!isTrial && contract.amountMinor > 0 && (
            <Button
              type="text"
              size="small"
              icon={<TrendingUp size={13} />}
              aria-label={t('contract.price.changeOf', { name })}
              onClick={() => setOpen('price')}
            />
          )}
          <Button
            type="text"
            size="small"
            icon={<History size={13} />}
            aria-label={t('change.historyOf', { name })}
            onClick={() => setOpen('history')}
          />
          <Button
            type="text"
            size="small"
            icon={<Pencil size={13} />}
            aria-label={`${t('app.edit')}: ${name}`}
            onClick={onEdit}
          />
          <Button
            type="text"
            size="small"
            icon={<Trash2 size={13} />}
            aria-label={`${t('app.delete')}: ${name}`}
            onClick={() => remove({ id: contract.id })}
          />
        </span>
      </div>
      {contract.priceChanges.length > 0 && (
        <PriceSteps contract={contract} steps={priceSteps(contract, contract.priceChanges)} today={today} />
      )}
      {open === 'price' && <PriceForm contract={contract} onClose={close} />}
      {open === 'history' && (
        <RecordHistory
          table="contract"
          id={contract.id}
          accountId={accountId}
          currency={currency}
          title={name}
          onClose={close}
        />
      )}
    </>
  );
}
