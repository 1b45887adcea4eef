import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Circle, CircleCheck, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { Due } from '../../lib/due.tsx';
import { useFormat } from '../../lib/format.ts';
import { tell } from '../../lib/notices.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './account-milestones.module.css';

/** An account's milestones and touchpoints by their day, ticked when they are reached; a plan for those without any. */
export function AccountMilestones({ accountId }: { accountId: number }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { data } = useQuery(api.milestone.list.queryOptions({ accountId }));
  const { data: templates } = useQuery(api.milestone.templates.queryOptions());
  const { mutate: reach } = useMutation(api.milestone.reach.mutationOptions());
  const { mutate: remove } = useMutation(
    api.milestone.delete.mutationOptions({
      onSuccess: () => tell({ text: t('milestone.deleted'), canUndo: true }),
    }),
  );
  const { mutate: plan, isPending } = useMutation(
    api.milestone.plan.mutationOptions({
      onSuccess: ({ added }) => tell({ text: t('milestone.planned', { count: added }), canUndo: added > 0 }),
    }),
  );
  if (!data || !templates) return null;
  const { milestones, today } = data;
  return (
    <Card
      title={t('milestone.label')}
      beside={
        milestones.length > 0 &&
        t('milestone.reachedOf', {
          reached: milestones.filter(({ reachedOn }) => reachedOn !== null).length,
          all: milestones.length,
        })
      }
      action={
        <Button
          size="small"
          loading={isPending}
          onClick={() => plan({ accountId, templateId: templates[0]?.id ?? null, language })}
        >
          {t('milestone.plan')}
        </Button>
      }
    >
      {milestones.length === 0 ? (
        <p className={styles.none}>{t('milestone.none')}</p>
      ) : (
        <ul>
          {milestones.map((milestone) => {
            const { id, title, kind, channel, isFirstValue, dueOn, reachedOn } = milestone;
            return (
              <li key={id} className={styles.line}>
                <Button
                  type="text"
                  size="small"
                  icon={reachedOn ? <CircleCheck size={16} aria-hidden /> : <Circle size={16} aria-hidden />}
                  aria-label={t(reachedOn ? 'milestone.reopenIt' : 'milestone.reachIt', { title })}
                  onClick={() => reach({ id, on: reachedOn ? null : today })}
                />
                <span className={reachedOn ? styles.reached : styles.title}>{title}</span>
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
          })}
        </ul>
      )}
    </Card>
  );
}
