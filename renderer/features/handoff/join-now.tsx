import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import type { HandoffListing } from './handoff-type.ts';
import styles from './join-now.module.css';

/** The deals that have come as far as the engagement rule waits for; nothing while there are none. */
export function JoinNow({ handoffs }: { handoffs: readonly HandoffListing[] }) {
  const { t } = useTranslation();
  const { mutate: join } = useMutation(
    api.handoff.join.mutationOptions({
      onSuccess: () => notify({ text: t('handoff.join.done'), canUndo: true }),
    }),
  );
  const due = handoffs.filter(({ joinNow }) => joinNow);
  if (due.length === 0) return null;
  return (
    <section className={styles.due} aria-label={t('handoff.join.title')}>
      <b>{t('handoff.join.title')}</b>
      <ul>
        {due.map(({ id, accountName, deal, dealPercent }) => (
          <li key={id} className={styles.deal}>
            <Link to={`/handoffs/${id}`}>{deal ? `${accountName} · ${deal}` : accountName}</Link>
            <span className={styles.percent}>{t('handoff.join.percent', { percent: dealPercent })}</span>
            <Button
              size="small"
              aria-label={t('handoff.join.doFor', { account: accountName })}
              onClick={() => join({ id })}
            >
              {t('handoff.join.do')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
