import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../db/domain/calendar.ts';
import type { Contract } from '../../../db/queries/contract.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { tell } from '../../lib/notices.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { blankContract, ContractForm } from './contract-form.tsx';
import { LifecycleBar } from './lifecycle-bar.tsx';
import styles from './record-list.module.css';

/** What they signed: the product lines with their lifecycle, what is odd about them, and the contracts themselves. */
export function ContractCard({
  accountId,
  today,
  currency,
}: {
  accountId: number;
  today: IsoDate;
  currency: string;
}) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<number | 'new' | null>(null);
  const { data } = useQuery(api.contract.list.queryOptions({ accountId }));
  const close = () => setEdited(null);
  const create = useMutation(api.contract.create.mutationOptions({ onSuccess: close }));
  const edit = useMutation(api.contract.edit.mutationOptions({ onSuccess: close }));
  const contracts = data?.contracts ?? [];
  const clashes = data?.lines.flatMap((line) => line.clashes) ?? [];
  return (
    <Card
      title={t('contract.list')}
      action={
        <Button size="small" icon={<Plus size={12} />} onClick={() => setEdited('new')}>
          {t('contract.add')}
        </Button>
      }
    >
      {data?.lines
        .filter(({ stage }) => stage !== 'churned')
        .map((line) => (
          <LifecycleBar key={line.contractIds.join()} line={line} today={today} />
        ))}
      {clashes.map(({ kind, earlier, later, from, to }) => (
        <p key={`${earlier}-${later}`}>
          <Chip tone="warn" shape="watch">
            {t(`contract.clash.${kind}`, { from, to: to ?? t('contract.clash.open') })}
          </Chip>
        </p>
      ))}
      {edited === 'new' && (
        <ContractForm
          facts={blankContract(today, currency)}
          others={contracts}
          isSaving={create.isPending}
          onSave={(facts) => create.mutate({ accountId, facts })}
          onClose={close}
        />
      )}
      {data && contracts.length === 0 && edited === null && (
        <p className={styles.none}>{t('contract.none')}</p>
      )}
      <ul className={styles.list}>
        {contracts.map((contract) => (
          <li key={contract.id}>
            {edited === contract.id ? (
              <ContractForm
                facts={contract}
                others={contracts.filter(({ id }) => id !== contract.id)}
                isSaving={edit.isPending}
                onSave={(facts) => edit.mutate({ id: contract.id, facts })}
                onClose={close}
              />
            ) : (
              <ContractLine contract={contract} onEdit={() => setEdited(contract.id)} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ContractLine({ contract, onEdit }: { contract: Contract; onEdit: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mutate: remove } = useMutation(
    api.contract.remove.mutationOptions({
      onSuccess: () => tell({ text: t('contract.deleted'), canUndo: true }),
    }),
  );
  const { amountMinor, currency, billingPeriod, annualMinor, seats, noticeDays } = contract;
  const product = contract.product ?? t('lifecycle.unnamedProduct');
  const name = `${product} ${contract.startOn}`;
  return (
    <div className={styles.line}>
      <div className={styles.main}>
        <span className={styles.strong}>{product}</span>{' '}
        {seats !== null && <span className={styles.aside}>{t('contract.seatsOf', { count: seats })}</span>}
      </div>
      {contract.isTrial && <Chip>{t('contract.trial')}</Chip>}
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
  );
}
