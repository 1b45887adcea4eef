import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { valuePartKinds, valueStates } from '../../../db/value/point.ts';
import type { ValuePoint, ValueProposition } from '../../../db/value/proposition-query.ts';
import { PointDialog } from './point-dialog.tsx';
import styles from './proposition-list.module.css';

/** Value points with what they are made of, how they are proven and how many accounts have come how far. */
export function PointTable({
  propositionId,
  points,
  products,
}: {
  propositionId: number | null;
  points: readonly ValuePoint[];
  products: readonly ValueProposition[];
}) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<ValuePoint | 'new' | null>(null);
  const made = ({ parts }: ValuePoint) =>
    valuePartKinds
      .filter((kind) => parts[kind].length > 0)
      .map((kind) =>
        t('valuePoint.partsOf', {
          kind: t(`valuePoint.part.${kind}`),
          names: parts[kind].join(t('segment.rule.listJoint')),
        }),
      )
      .join(' · ');
  return (
    <>
      {points.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('valuePoint.column.point')}</th>
              <th scope="col">{t('valuePoint.column.proof')}</th>
              {valueStates.map((state) => (
                <th key={state} scope="col" className={styles.end}>
                  {t(`valuePoint.state.${state}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.id}>
                <td>
                  <button type="button" className={styles.name} onClick={() => setEdited(point)}>
                    {point.name}
                  </button>
                  <p className={styles.quiet}>{made(point) || t('valuePoint.noParts')}</p>
                </td>
                <td>{proof(point)}</td>
                {valueStates.map((state) => (
                  <td key={state} className={styles.end}>
                    {point.accounts[state] || '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {points.length === 0 && <p className={styles.quiet}>{t('valuePoint.noPoints')}</p>}
      {propositionId !== null && (
        <div className={styles.actions}>
          <Button size="small" icon={<Plus size={12} />} onClick={() => setEdited('new')}>
            {t('valuePoint.add')}
          </Button>
        </div>
      )}
      {edited && (
        <PointDialog
          point={edited === 'new' ? null : edited}
          propositionId={propositionId}
          products={products}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );

  function proof({ proofMetric, proofUnit, proofDirection }: ValuePoint): string {
    if (proofMetric === null) return t('valuePoint.noProof');
    const unit = proofUnit === null ? '' : t('valuePoint.inUnit', { unit: proofUnit });
    const arrow = proofDirection === null ? '' : { increase: '↑ ', decrease: '↓ ' }[proofDirection];
    return `${arrow}${proofMetric}${unit}`;
  }
}
