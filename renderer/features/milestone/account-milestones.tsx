import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Circle, CircleCheck, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Milestone } from '../../../db/milestone/query.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { Due } from '../../lib/due.tsx';
import { notify } from '../../lib/notices.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './account-milestones.module.css';
import { PlanDialog } from './plan-dialog.tsx';
import { useMilestoneWords } from './use-milestone-words.ts';

/** An account's milestones and touchpoints by their day, ticked when they are reached; a plan for those without any. */
export function AccountMilestones({ accountId }: { accountId: number }) {
  const { t } = useTranslation();
  const [isPlanning, setIsPlanning] = useState(false);
  const { data } = useQuery(api.milestone.list.queryOptions({ accountId }));
  if (!data) return null;
  const { milestones, today } = data;
  const open = milestones.filter(({ reachedOn }) => reachedOn === null);
  const reached = milestones.filter(({ reachedOn }) => reachedOn !== null).toReversed();
  return (
    <Card
      title={t('milestone.label')}
      beside={
        milestones.length > 0 && t('milestone.reachedOf', { reached: reached.length, all: milestones.length })
      }
      action={
        <Button size="small" onClick={() => setIsPlanning(true)}>
          {t('milestone.plan')}
        </Button>
      }
    >
      {milestones.length === 0 && <p className={styles.none}>{t('milestone.none')}</p>}
      <ul>
        {open.map((milestone) => (
          <MilestoneLine key={milestone.id} milestone={milestone} today={today} />
        ))}
      </ul>
      {reached.length > 0 && (
        <details>
          <summary className={styles.summary}>
            {t('milestone.showReached', { count: reached.length })}
          </summary>
          <ul>
            {reached.map((milestone) => (
              <MilestoneLine key={milestone.id} milestone={milestone} today={today} />
            ))}
          </ul>
        </details>
      )}
      {isPlanning && <PlanDialog accountId={accountId} onClose={() => setIsPlanning(false)} />}
    </Card>
  );
}

function MilestoneLine({ milestone, today }: { milestone: Milestone; today: IsoDate }) {
  const { t } = useTranslation();
  const { titleOf } = useMilestoneWords();
  const { mutate: reach } = useMutation(api.milestone.reach.mutationOptions());
  const { mutate: remove } = useMutation(
    api.milestone.delete.mutationOptions({
      onSuccess: () => notify({ text: t('milestone.deleted'), canUndo: true }),
    }),
  );
  const { id, kind, channel, isFirstValue, dueOn, reachedOn } = milestone;
  const title = titleOf(milestone);
  return (
    <li className={styles.line}>
      <Button
        type="text"
        size="small"
        icon={reachedOn ? <CircleCheck size={16} aria-hidden /> : <Circle size={16} aria-hidden />}
        aria-label={t(reachedOn ? 'milestone.reopenIt' : 'milestone.reachIt', { title })}
        onClick={() => reach({ id, on: reachedOn ? null : today })}
      />
      <span className={reachedOn ? styles.reached : styles.title} title={title}>
        {title}
      </span>
      {isFirstValue && <Chip tone="accent">{t('milestone.firstValue')}</Chip>}
      {kind === 'touchpoint' && channel && <Chip>{t(`milestone.channel.${channel}`)}</Chip>}
      <span className={styles.day}>
        {reachedOn ? (
          <span className="tabular">{reachedOn}</span>
        ) : dueOn ? (
          <Due on={dueOn} today={today} />
        ) : (
          t('milestone.noDay')
        )}
      </span>
      <Button
        type="text"
        size="small"
        icon={<X size={13} aria-hidden />}
        aria-label={t('milestone.deleteIt', { title })}
        onClick={() => remove({ id })}
      />
    </li>
  );
}
