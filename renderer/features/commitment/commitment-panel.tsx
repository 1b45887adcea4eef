import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countCommitments, daysLate } from '../../../db/commitment/rule.ts';
import { api } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import { CommitmentDialog } from './commitment-dialog.tsx';
import styles from './commitment-panel.module.css';
import { CommitmentRow } from './commitment-row.tsx';
import type { CommitmentEntry, CommitmentSource } from './commitment-type.ts';

/** The commitment ledger of an account: who owes what to whom by when, and what became of it. */
export function CommitmentPanel({
  accountId,
  source,
}: {
  accountId: number;
  source: CommitmentSource | null;
}) {
  const { t } = useTranslation();
  const { data: commitments } = useQuery(api.commitment.list.queryOptions({ accountId }));
  const { data: book } = useQuery(api.book.status.queryOptions());
  const [edited, setEdited] = useState<CommitmentEntry | 'new' | null>(null);
  if (!commitments || !book) return null;
  const dated = commitments.map((commitment) => ({ ...commitment, dueOn: commitment.due_on }));
  const { late, open } = countCommitments(dated, book.today);
  return (
    <Card
      title={t('commitment.title')}
      beside={
        late > 0 ? t('commitment.late', { count: late }) : open > 0 && t('commitment.count', { count: open })
      }
      action={
        <Button
          size="small"
          type="text"
          icon={<Plus size={13} />}
          aria-label={t('commitment.add')}
          onClick={() => setEdited('new')}
        />
      }
    >
      {commitments.length === 0 && <p className={styles.empty}>{t('commitment.empty.teach')}</p>}
      <ul>
        {dated.map((commitment) => (
          <CommitmentRow
            key={commitment.id}
            commitment={commitment}
            late={daysLate(commitment, book.today) ?? 0}
            onEdit={() => setEdited(commitment)}
          />
        ))}
      </ul>
      {edited && (
        <CommitmentDialog
          accountId={accountId}
          commitment={edited === 'new' ? null : edited}
          source={source}
          today={book.today}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}
