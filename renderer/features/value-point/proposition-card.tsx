import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { sentenceCount } from '../../../db/value/point.ts';
import type { ValueProposition } from '../../../db/value/proposition-query.ts';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { Card } from '../../ui/card.tsx';
import { ProseField } from '../../ui/prose-field.tsx';
import { PointTable } from './point-table.tsx';
import styles from './proposition-list.module.css';

const answers = ['audience', 'change', 'benefit', 'advantage'] as const;

/** What one product is worth having for: the sentence, the four answers, and the value points it splits into. */
export function PropositionCard({
  proposition,
  products,
}: {
  proposition: ValueProposition;
  products: readonly ValueProposition[];
}) {
  const { t, i18n } = useTranslation();
  const { points, ...facts } = proposition;
  const { mutate: edit } = useMutation(api.value.point.editProposition.mutationOptions());
  const { mutate: remove } = useMutation(
    api.value.point.deleteProposition.mutationOptions({
      onSuccess: () => notify({ text: t('valuePoint.proposition.deleted'), canUndo: true }),
    }),
  );
  const tooLong = (text: string) => {
    const count = sentenceCount(text, i18n.language);
    return count > 1 ? t('valuePoint.proposition.tooLong', { count }) : null;
  };
  return (
    <Card
      title={proposition.product}
      action={
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              {
                key: 'delete',
                label: t('valuePoint.proposition.delete'),
                onClick: () => remove({ id: proposition.id }),
              },
            ],
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<Ellipsis size={15} />}
            aria-label={t('valuePoint.proposition.more', { product: proposition.product })}
          />
        </Dropdown>
      }
    >
      <div className={styles.fields}>
        <div className={styles.whole}>
          <ProseField
            label={t('valuePoint.proposition.sentence')}
            hint={t('valuePoint.proposition.hint.sentence')}
            value={proposition.sentence}
            remark={tooLong}
            onSave={(sentence) => edit({ ...facts, sentence })}
          />
        </div>
        {answers.map((answer) => (
          <ProseField
            key={answer}
            label={t(`valuePoint.proposition.${answer}`)}
            hint={t(`valuePoint.proposition.hint.${answer}`)}
            value={proposition[answer]}
            onSave={(text) => edit({ ...facts, [answer]: text })}
          />
        ))}
      </div>
      <PointTable propositionId={proposition.id} points={points} products={products} />
    </Card>
  );
}
