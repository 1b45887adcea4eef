import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import styles from './facts-card.module.css';
import type { Handoff } from './handoff-type.ts';

const facts = ['deal', 'seller', 'receiver'] as const;

/** What is handed over, by whom and to whom; the account is one click away. */
export function FactsCard({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation();
  const { mutate: edit } = useMutation(api.handoff.edit.mutationOptions());
  return (
    <Card title={t('handoff.fact.title')}>
      <div className={styles.fact}>
        <span>{t('handoff.column.account')}</span>
        <Link to={`/accounts/${handoff.account_id}`} className={styles.account}>
          {handoff.accountName}
        </Link>
      </div>
      {facts.map((fact) => (
        <div key={fact} className={styles.fact}>
          <label htmlFor={`handoff-${fact}`}>{t(`handoff.fact.${fact}`)}</label>
          <LineInput
            key={handoff[fact]}
            id={`handoff-${fact}`}
            value={handoff[fact] ?? ''}
            onSave={(text) => edit({ id: handoff.id, [fact]: text })}
          />
        </div>
      ))}
    </Card>
  );
}

/** A line kept when the field is left. */
function LineInput({ id, value, onSave }: { id: string; value: string; onSave: (text: string) => void }) {
  const [typed, setTyped] = useState(value);
  const save = () => typed.trim() !== value && onSave(typed);
  return (
    <Input
      id={id}
      size="small"
      variant="filled"
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={save}
      onPressEnter={save}
    />
  );
}
