import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { threadDays } from '../../../db/contact/relationship.ts';
import { api } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ContactForm } from './contact-form.tsx';
import { ContactLine } from './contact-line.tsx';
import styles from './record-list.module.css';

/** Who they are at the customer, the most influential first. */
export function ContactCard({ accountId }: { accountId: number }) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<number | 'new' | null>(null);
  const { data: people } = useQuery(api.contact.people.queryOptions({ accountId }));
  const contacts = people?.contacts;
  const close = () => setEdited(null);
  const create = useMutation(api.contact.create.mutationOptions({ onSuccess: close }));
  const edit = useMutation(api.contact.edit.mutationOptions({ onSuccess: close }));
  const hasSponsor = contacts?.some(({ role }) => role === 'sponsor') ?? true;
  return (
    <Card
      title={t('contact.list')}
      beside={
        people &&
        people.contacts.length > 0 && (
          <>
            {!hasSponsor && <Chip tone="warn">{t('contact.noSponsor')}</Chip>}
            {people.threads === 1 && (
              <Chip tone="warn" shape="watch" title={t('contact.singleThread.why', { days: threadDays })}>
                {t('contact.singleThread.name')}
              </Chip>
            )}
            <Link to={`/accounts/${accountId}/people`} className={styles.map}>
              {t('contact.map.open')}
            </Link>
          </>
        )
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
              <ContactLine accountId={accountId} contact={contact} onEdit={() => setEdited(contact.id)} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
