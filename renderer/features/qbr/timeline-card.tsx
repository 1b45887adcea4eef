import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import styles from './qbr.module.css';
import type { QbrShown } from './qbr-type.ts';

/** When what has to be ready for the meeting; what is past is said quietly. */
export function TimelineCard({ dates }: { dates: NonNullable<QbrShown['timeline']> }) {
  const { t } = useTranslation();
  const { data: status } = useQuery(api.book.status.queryOptions());
  return (
    <Card title={t('qbr.timeline')}>
      <dl className={styles.timeline}>
        {dates.map(({ step, on }) => (
          <div key={step} style={{ display: 'contents' }}>
            <dt>{on}</dt>
            <dd className={status && on < status.today ? styles.past : undefined}>
              {t(`qbr.prepare-step.${step}`)}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
