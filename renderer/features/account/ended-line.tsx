import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../db/contract/query.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { Chip } from '../../ui/chip.tsx';
import styles from './record-list.module.css';

/** A contract that is over without an outcome on record, and the two answers there are. */
export function EndedLine({
  contract,
  today,
  onRenew,
}: {
  contract: Contract;
  today: IsoDate;
  /** Opens the contract that renews it. */
  onRenew: () => void;
}) {
  const { t } = useTranslation();
  const { mutate: edit, isPending } = useMutation(
    api.contract.edit.mutationOptions({
      onSuccess: () => notify({ text: t('contract.ended.lost'), canUndo: true }),
    }),
  );
  const { id, priceChanges: _, annualMinor: __, ...facts } = contract;
  return (
    <div className={styles.line}>
      <Chip tone="warn" shape="watch">
        {t('contract.ended.question', {
          product: contract.product ?? t('lifecycle.unnamedProduct'),
          on: contract.endOn ?? '',
        })}
      </Chip>
      <Button size="small" onClick={onRenew}>
        {t('contract.ended.renewed')}
      </Button>
      <Button
        size="small"
        loading={isPending}
        onClick={() => edit({ id, facts: { ...facts, noticeGivenOn: today } })}
      >
        {t('contract.ended.notRenewed')}
      </Button>
    </div>
  );
}
