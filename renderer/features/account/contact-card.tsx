import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { daysBetween, type IsoDate } from '../../../db/domain/calendar.ts';
import type { Contact } from '../../../db/queries/contact.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { tell } from '../../lib/notices.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ContactForm } from './contact-form.tsx';
import styles from './record-list.module.css';

/** Who they are at the customer, the most influential first. */
export function ContactCard({ accountId, today }: { accountId: number; today: IsoDate }) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<number | 'new' | null>(null);
  const { data: contacts } = useQuery(api.contact.list.queryOptions({ accountId }));
  const close = () => setEdited(null);
  const create = useMutation(api.contact.create.mutationOptions({ onSuccess: close }));
  const edit = useMutation(api.contact.edit.mutationOptions({ onSuccess: close }));
  const hasSponsor = contacts?.some(({ role }) => role === 'sponsor') ?? true;
  return (
    <Card
      title={t('contact.list')}
      beside={
        contacts && contacts.length > 0 && !hasSponsor && <Chip tone="warn">{t('contact.noSponsor')}</Chip>
      }
      action={
        <Button size="small" icon={<Plus size={12} />} onClick={() => setEdited('new')}>
          {t('contact.add')}
        </Button>
      }
    >
      {edited === 'new' && (
        <ContactForm
          isSaving={create.isPending}
          onSave={(facts) => create.mutate({ accountId, facts })}
          onClose={close}
        />
      )}
      {contacts?.length === 0 && edited === null && <p className={styles.none}>{t('contact.none')}</p>}
      <ul className={styles.list}>
        {contacts?.map((contact) => (
          <li key={contact.id}>
            {edited === contact.id ? (
              <ContactForm
                facts={contact}
                isSaving={edit.isPending}
                onSave={({ ...facts }) => edit.mutate({ id: contact.id, facts })}
                onClose={close}
              />
            ) : (
              <ContactLine contact={contact} today={today} onEdit={() => setEdited(contact.id)} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ContactLine({ contact, today, onEdit }: { contact: Contact; today: IsoDate; onEdit: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mutate: remove } = useMutation(
    api.contact.remove.mutationOptions({
      onSuccess: () => tell({ text: t('contact.deleted', { name: contact.name }), canUndo: true }),
    }),
  );
  const silence = contact.lastTouchedOn === null ? null : daysBetween(contact.lastTouchedOn, today);
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
      <span className={styles.when} title={contact.lastTouchedOn ?? undefined}>
        {silence === null
          ? t('account.touchedNever')
          : silence <= 0
            ? t('contact.touchedToday')
            : t('contact.touched', { days: format.days(silence) })}
      </span>
      <span className={styles.tools}>
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
    </div>
  );
}

const words = [-2, -1, 0, 1, 2] as const;

function SentimentChip({ sentiment }: { sentiment: number | null }) {
  const { t } = useTranslation();
  const word = words.find((value) => value === sentiment);
  if (word === undefined) return null;
  return (
    <Chip
      tone={word < 0 ? 'bad' : word === 0 ? 'plain' : 'good'}
      shape={word < 0 ? 'risk' : word === 0 ? 'ungraded' : 'healthy'}
    >
      {t(`contact.sentimentWord.${word}`)}
    </Chip>
  );
}
