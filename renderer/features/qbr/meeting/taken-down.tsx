import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, client } from '../../../lib/api.ts';
import { Chip } from '../../../ui/chip.tsx';
import { useAction } from '../use-action.ts';
import styles from './take-down.module.css';

/** What was taken down so far, each to be taken back. */
export function TakenDown({ id }: { id: number }) {
  const { t } = useTranslation();
  const { remove } = useAction();
  const { data: outcome } = useQuery(api.qbr.meeting.outcome.queryOptions({ id }));
  if (!outcome) return null;
  const lines = [
    ...outcome.decisions.map((each) => ({
      key: `decision ${each.id}`,
      kind: 'decision' as const,
      text: each.decision,
      beside: [each.decidedBy],
      remove: () => client.qbr.meeting.removeDecision.mutate({ id: each.id }),
    })),
    ...outcome.commitments.map((each) => ({
      key: `commitment ${each.id}`,
      kind: each.side === 'us' ? ('ours' as const) : ('theirs' as const),
      text: each.text,
      beside: [each.promised_by, each.due_on],
      remove: () => client.commitment.remove.mutate({ id: each.id }),
    })),
    ...outcome.actionItems.map((each) => ({
      key: `task ${each.id}`,
      kind: 'action' as const,
      text: each.title,
      beside: [each.owner, each.dueOn],
      remove: () => client.task.delete.mutate({ id: each.id }),
    })),
  ];
  if (lines.length === 0) return <p className={styles.hint}>{t('qbr.meeting.nothingTaken')}</p>;
  return (
    <ul className={styles.taken}>
      {lines.map(({ key, kind, text, beside, remove: takeBack }) => (
        <li key={key}>
          <Chip>{t(`qbr.meeting.kind.${kind}`)}</Chip>
          <span className={styles.text}>{text}</span>
          <span className={styles.hint}>{beside.filter(Boolean).join(' · ')}</span>
          <Button
            size="small"
            type="text"
            icon={<Trash2 size={14} />}
            aria-label={t('qbr.removeLine', { name: text })}
            onClick={() => remove(takeBack)}
          />
        </li>
      ))}
    </ul>
  );
}
