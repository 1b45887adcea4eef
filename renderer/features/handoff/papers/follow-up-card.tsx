import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Card } from '../../../ui/card.tsx';
import type { Handoff } from '../handoff-type.ts';
import styles from '../welcome/clock-card.module.css';
import { FollowUpDialog } from './follow-up-dialog.tsx';

/** What an accepted handoff is good for: the book filled from its answers. */
export function FollowUpCard({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title={t('handoff.followUp.card')}>
      <p className={styles.from}>
        {handoff.followed_up_on
          ? t('handoff.followUp.since', { date: handoff.followed_up_on })
          : t('handoff.followUp.pending')}
      </p>
      <div className={styles.buttons}>
        <Button
          size="small"
          type={handoff.followed_up_on ? 'default' : 'primary'}
          onClick={() => setOpen(true)}
        >
          {t('handoff.followUp.button')}
        </Button>
        <Button size="small" onClick={() => void navigate(`/handoffs/${handoff.id}/papers`)}>
          {t('handoff.paper.open')}
        </Button>
      </div>
      {isOpen && <FollowUpDialog handoff={handoff} onClose={() => setOpen(false)} />}
    </Card>
  );
}
