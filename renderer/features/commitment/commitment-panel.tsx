import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countPromises, daysLate } from '../../../db/commitment/rule.ts';
import { api } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import { PromiseDialog } from './commitment-dialog.tsx';
import styles from './commitment-panel.module.css';
import { PromiseRow } from './commitment-row.tsx';
import type { PromiseEntry, PromiseSource } from './commitment-type.ts';

/** The promise ledger of an account: who owes what to whom by when, and what became of it. */
export function PromisePanel({ accountId, source }: { accountId: number; source: PromiseSource | null }) {
  const { t } = useTranslation();
  const { data: promises } = useQuery(api.promise.list.queryOptions({ accountId }));
  const { data: book } = useQuery(api.book.status.queryOptions());
  const [edited, setEdited] = useState<PromiseEntry | 'new' | null>(null);
  if (!promises || !book) return null;
  const dated = promises.map((promise) => ({ ...promise, dueOn: promise.due_on }));
  const { late, open } = countPromises(dated, book.today);
  return (
    <Card
      title={t('promise.title')}
      beside={late > 0 ? t('promise.late', { count: late }) : open > 0 && t('promise.open', { count: open })}
      action={
        <Button
          size="small"
          type="text"
          icon={<Plus size={13} />}
          aria-label={t('promise.add')}
          onClick={() => setEdited('new')}
        />
      }
    >
      {promises.length === 0 && <p className={styles.empty}>{t('promise.empty')}</p>}
      <ul>
        {dated.map((promise) => (
          <PromiseRow
            key={promise.id}
            promise={promise}
            late={daysLate(promise, book.today) ?? 0}
            onEdit={() => setEdited(promise)}
          />
        ))}
      </ul>
      {edited && (
        <PromiseDialog
          accountId={accountId}
          promise={edited === 'new' ? null : edited}
          source={source}
          today={book.today}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}
