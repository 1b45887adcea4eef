import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SyncReason, SyncTopic } from '../../../db/sync/rule.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import styles from './sync-page.module.css';

const tones: Readonly<Record<SyncReason, Tone>> = {
  'welcome-late': 'bad',
  'kickoff-late': 'bad',
  'gap-late': 'bad',
  returned: 'warn',
  waiting: 'info',
  'often-returned': 'plain',
  own: 'plain',
};

type Line = SyncTopic & { readonly id: number };

/** What is talked about, with why it is on the agenda; `below` adds what was decided on each. */
export function AgendaLines<Topic extends Line>({
  topics,
  below,
}: {
  topics: readonly Topic[];
  below?: (topic: Topic) => ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <ol className={styles.agenda}>
      {topics.map((topic) => {
        const { id, reason, handoffId, accountName, seller, subject, since } = topic;
        const name = accountName ?? subject;
        return (
          <li key={id}>
            <div className={styles.topic}>
              <Chip tone={tones[reason]}>{t(`sync.reason.${reason}`)}</Chip>
              {handoffId === null ? (
                <strong>{name}</strong>
              ) : (
                <Link to={`/handoffs/${handoffId}`}>{name}</Link>
              )}
              <span className={styles.remark}>
                {[
                  accountName !== null && subject,
                  seller && t('sync.seller', { name: seller }),
                  since && t('sync.since', { date: since }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
            {below?.(topic)}
          </li>
        );
      })}
    </ol>
  );
}
