import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './qbr.module.css';
import { QbrDialog } from './qbr-dialog.tsx';

/** An account's reviews, the latest first, and the button that prepares the next. */
export function QbrPanel({ accountId }: { accountId: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const { data: reviews } = useQuery(api.qbr.ofAccount.queryOptions({ accountId }));
  if (!reviews) return null;
  return (
    <Card
      title={t('nav.qbr')}
      action={
        <Button size="small" onClick={() => setIsAsking(true)}>
          {t('qbr.prepare')}
        </Button>
      }
    >
      {reviews.length === 0 && <p className={styles.muted}>{t('qbr.none.title')}</p>}
      {reviews.map(({ id, kind, period, heldOn, frozenAt }) => (
        <div key={id} className={styles.line}>
          <Link to={`/reviews/${id}`} className={styles.link}>
            {t(`qbr.kindShort.${kind}`)} <span className={styles.muted}>{t('qbr.period', period)}</span>
          </Link>
          <Chip tone={heldOn ? 'good' : frozenAt ? 'info' : 'accent'}>
            {t(heldOn ? 'qbr.isHeld' : frozenAt ? 'qbr.isFrozenShort' : 'qbr.isOpen')}
          </Chip>
        </div>
      ))}
      {isAsking && (
        <QbrDialog
          qbr={null}
          accountId={accountId}
          onClose={() => setIsAsking(false)}
          onCreated={(id) => void navigate(`/reviews/${id}`)}
        />
      )}
    </Card>
  );
}
