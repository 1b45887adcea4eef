import { useTranslation } from 'react-i18next';
import type { ValuePoint, ValueProposition } from '../../../db/value/proposition-query.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PointTable } from './point-table.tsx';
import { PropositionCard } from './proposition-card.tsx';
import styles from './proposition-list.module.css';

export function PropositionList({
  propositions,
  loose,
}: {
  propositions: readonly ValueProposition[];
  loose: readonly ValuePoint[];
}) {
  const { t } = useTranslation();
  if (propositions.length === 0 && loose.length === 0)
    return <EmptyState title={t('valuePoint.none.title')}>{t('valuePoint.none.teach')}</EmptyState>;
  return (
    <div className={styles.list}>
      {propositions.map((proposition) => (
        <PropositionCard key={proposition.id} proposition={proposition} products={propositions} />
      ))}
      {loose.length > 0 && (
        <Card title={t('valuePoint.loose')} beside={t('valuePoint.looseTeach')}>
          <PointTable propositionId={null} points={loose} products={propositions} />
        </Card>
      )}
    </div>
  );
}
