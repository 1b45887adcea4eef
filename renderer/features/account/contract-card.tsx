import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../db/contract/query.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { blankContract, ContractForm, renewalOf } from './contract-form.tsx';
import { ContractLine } from './contract-line.tsx';
import { EndedLine } from './ended-line.tsx';
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
  const [renewed, setRenewed] = useState<Contract | null>(null);
  const { data } = useQuery(api.contract.list.queryOptions({ accountId }));
  const close = () => {
    setEdited(null);
    setRenewed(null);
  };
  const create = useMutation(api.contract.create.mutationOptions({ onSuccess: close }));
  const edit = useMutation(api.contract.edit.mutationOptions({ onSuccess: close }));
  const contracts = data?.contracts ?? [];
  const ended = contracts.filter(({ id }) =>
    data?.lines.some(({ stage, contractIds }) => stage === 'ended' && contractIds.at(-1) === id),
  );
  const clashes =
    data?.lines.flatMap(({ product, clashes: own }) => own.map((clash) => ({ ...clash, product }))) ?? [];
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
        .filter(({ stage }) => stage !== 'churned' && stage !== 'ended')
        .map((line) => (
          <LifecycleBar key={line.contractIds.join()} line={line} today={today} />
        ))}
      {clashes.map(({ kind, earlier, later, from, to, product }) => (
        <p key={`${earlier}-${later}`}>
          <Chip tone="warn" shape="watch">
            {t(`contract.clash.${kind}`, {
              product: product ?? t('lifecycle.unnamedProduct'),
              from,
              to: to ?? t('contract.clash.open'),
            })}
          </Chip>
        </p>
      ))}
      {ended.map((contract) => (
        <EndedLine
          key={contract.id}
          contract={contract}
          today={today}
          onRenew={() => {
            setRenewed(contract);
            setEdited('new');
          }}
        />
      ))}
      {edited === 'new' && (
        <ContractForm
          key={renewed?.id}
          facts={renewed ? renewalOf(renewed) : blankContract(today, currency)}
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
              <ContractLine
                accountId={accountId}
                contract={contract}
                renewed={contracts.find(({ id }) => id === contract.renewsContractId)}
                today={today}
                onEdit={() => setEdited(contract.id)}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
