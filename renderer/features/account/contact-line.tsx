import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { History, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../db/contact/people-query.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import { SentimentChip } from '../../lib/sentiment-chip.tsx';
import { Chip } from '../../ui/chip.tsx';
import { RecordHistory } from './record-history.tsx';
import styles from './record-list.module.css';
import { useSilenceWords } from './use-silence-words.ts';

/** One contact: role, influence, mood, and how long they have been quiet for their kind. */
export function ContactLine({
  accountId,
  contact,
  onEdit,
}: {
  accountId: number;
  contact: Person;
  onEdit: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mutate: remove } = useMutation(
    api.contact.remove.mutationOptions({
      onSuccess: () => notify({ text: t('contact.deleted', { name: contact.name }), canUndo: true }),
    }),
  );
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const { formula } = useSilenceWords();
  const { days, isSilent } = contact.silence;
  return (
    <div className={`${styles.line} ${styles.columns}`}>
      <div className={styles.main}>
        <span className={styles.strong}>{contact.name}</span>{' '}
        <span className={styles.aside}>{contact.title}</span>
      </div>
      <span>
        {contact.role && (
          <Chip tone={contact.role === 'sponsor' ? 'accent' : 'plain'}>
            {t(`contact.choice.role.${contact.role}`)}
          </Chip>
        )}
      </span>
      <span>
        {contact.influence !== null && (
          <span
            className={styles.dots}
            role="img"
            aria-label={t('contact.influence', { value: contact.influence })}
            title={t('contact.influence', { value: contact.influence })}
          >
            {'●'.repeat(contact.influence)}
            <span className={styles.faint}>{'●'.repeat(5 - contact.influence)}</span>
          </span>
        )}
      </span>
      <span>
        <SentimentChip sentiment={contact.sentiment} />
      </span>
      <span className={styles.when} title={formula(contact)}>
        {isSilent && (
          <span className={styles.silent} role="img" aria-label={t('contact.silence.silent')}>
            ▲{' '}
          </span>
        )}
        {days === null
          ? t('account.touchedNever')
          : days === 0
            ? t('contact.touchedToday')
            : t('contact.touched', { days: format.days(days) })}
      </span>
      <span className={styles.tools}>
        <Button
          type="text"
          size="small"
          icon={<History size={13} />}
          aria-label={t('change.historyOf', { name: contact.name })}
          onClick={() => setHistoryOpen(true)}
        />
        <Button
          type="text"
          size="small"
          icon={<Pencil size={13} />}
          aria-label={`${t('app.edit')}: ${contact.name}`}
          onClick={onEdit}
        />
        <Button
          type="text"
          size="small"
          icon={<Trash2 size={13} />}
          aria-label={`${t('app.delete')}: ${contact.name}`}
          onClick={() => remove({ id: contact.id, name: contact.name })}
        />
      </span>
      {isHistoryOpen && (
        <RecordHistory
          table="contact"
          id={contact.id}
          accountId={accountId}
          title={contact.name}
          onClose={() => setHistoryOpen(false)}
        />
      )}
    </div>
  );
}
