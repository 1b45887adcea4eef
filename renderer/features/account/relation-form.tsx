import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountPeople } from '../../../db/contact/people-query.ts';
import type { RelationKind } from '../../../db/contact/relationship.ts';
import { api } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './relation-form.module.css';

const kinds = ['reports-to', 'knows'] as const satisfies readonly RelationKind[];

/** Who reports to whom and who knows whom, one sentence each, and the place to add one. */
export function RelationForm({ people: { contacts, relations } }: { people: AccountPeople }) {
  const { t } = useTranslation();
  const [contactId, setContactId] = useState<number | null>(null);
  const [kind, setKind] = useState<RelationKind>('reports-to');
  const [otherId, setOtherId] = useState<number | null>(null);
  const relate = useMutation(
    api.contact.relate.mutationOptions({
      onSuccess: () => {
        setContactId(null);
        setOtherId(null);
      },
    }),
  );
  const { mutate: unrelate } = useMutation(api.contact.unrelate.mutationOptions());
  const nameOf = (id: number) => contacts.find((contact) => contact.id === id)?.name ?? '';
  const options = contacts.map(({ id, name }) => ({ value: id, label: name }));
  const sentence = (relation: { contactId: number; otherId: number; kind: RelationKind }) =>
    t(`contact.relation.${relation.kind}`, {
      name: nameOf(relation.contactId),
      other: nameOf(relation.otherId),
    });
  return (
    <Card title={t('contact.relation.title')}>
      {relations.length === 0 && <p className={styles.none}>{t('contact.relation.none')}</p>}
      <ul>
        {relations.map((relation) => (
          <li key={relation.id} className={styles.line}>
            {sentence(relation)}
            <Button
              type="text"
              size="small"
              icon={<X size={12} />}
              aria-label={t('contact.relation.remove', { sentence: sentence(relation) })}
              onClick={() => {
                const { id, contactId: one, otherId: other } = relation;
                unrelate({ id, contactId: one, otherId: other });
              }}
            />
          </li>
        ))}
      </ul>
      <div className={styles.form}>
        <Select
          className={styles.who ?? ''}
          aria-label={t('contact.relation.who')}
          placeholder={t('contact.relation.who')}
          options={options}
          value={contactId}
          onChange={setContactId}
        />
        <Segmented
          label={t('contact.relation.kind')}
          options={kinds.map((value) => ({ value, label: t(`contact.relation.verb.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <Select
          className={styles.who ?? ''}
          aria-label={t('contact.relation.whom')}
          placeholder={t('contact.relation.whom')}
          options={options.filter(({ value }) => value !== contactId)}
          value={otherId}
          onChange={setOtherId}
        />
        <Button
          disabled={contactId === null || otherId === null || contactId === otherId}
          loading={relate.isPending}
          onClick={() => {
            if (contactId !== null && otherId !== null) relate.mutate({ contactId, otherId, kind });
          }}
        >
          {t('contact.relation.add')}
        </Button>
      </div>
    </Card>
  );
}
