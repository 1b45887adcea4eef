import { useMutation, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ValueState, valueStates } from '../../../db/value/point.ts';
import { api } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import styles from './account-value-points.module.css';
import { StateSign } from './state-sign.tsx';

/** How far each value point has come with one account. */
export function AccountValuePoints({ accountId }: { accountId: number }) {
  const { t } = useTranslation();
  const { data } = useQuery(api.value.point.propositions.queryOptions());
  const { data: cells } = useQuery(api.value.point.ofAccount.queryOptions({ accountId }));
  const { mutate: set } = useMutation(api.value.point.set.mutationOptions());
  if (!data || !cells) return null;
  const points = [...data.propositions.flatMap((proposition) => proposition.points), ...data.loose];
  return (
    <Card title={t('valuePoint.card')}>
      {points.length === 0 && <p className={styles.note}>{t('valuePoint.none.teach')}</p>}
      {points.map((point) => {
        const cell = cells[point.id];
        return (
          <div key={point.id} className={styles.line}>
            <span>{point.name}</span>
            <Select<ValueState>
              aria-label={point.name}
              variant="borderless"
              allowClear
              value={cell?.state ?? null}
              placeholder="–"
              options={valueStates.map((value) => ({ value, label: <StateSign state={value} /> }))}
              onChange={(state) => set({ accountId, valuePointId: point.id, state: state ?? null })}
            />
            <span className={styles.note}>
              {cell?.state === 'proven' && !cell.hasClaim ? t('valuePoint.unproven') : cell?.note}
            </span>
          </div>
        );
      })}
    </Card>
  );
}
