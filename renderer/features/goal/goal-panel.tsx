import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { GoalStatus } from '../../../db/goal/rule.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { ask } from '../../lib/goal-question.ts';
import { Card } from '../../ui/card.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { Meter } from '../../ui/meter.tsx';
import styles from './goal-panel.module.css';

const tones: Readonly<Record<GoalStatus, Tone>> = {
  achieved: 'good',
  'on-track': 'good',
  'at-risk': 'warn',
  delayed: 'bad',
};

/** An account's open goals: how far each has come, and a reading with one click. */
export function GoalPanel({ accountId }: { accountId: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: goals } = useQuery(api.goal.list.queryOptions({ accountId }));
  if (!goals) return null;
  const open = goals.filter(({ closedOn }) => closedOn === null);
  return (
    <Card
      title={t('goal.panel')}
      action={
        <Button
          size="small"
          type="text"
          icon={<Plus size={13} />}
          aria-label={t('goal.add')}
          onClick={() => ask({ about: 'goal', accountId, goal: null })}
        />
      }
    >
      {open.length === 0 && <p className={styles.muted}>{t('goal.none')}</p>}
      {open.map((goal) => {
        const { attainment, status, reading, isStale } = goal.progress;
        const tone = status ? tones[status] : 'plain';
        return (
          <div key={goal.id} className={styles.goal}>
            <div className={styles.head}>
              <button
                type="button"
                className={styles.name}
                onClick={() => ask({ about: 'goal', accountId, goal })}
              >
                {goal.metric}
              </button>
              <Chip tone={tone}>{t(status ? `goal.status.${status}` : 'goal.status.unknown')}</Chip>
            </div>
            <div className={styles.figures}>
              {attainment.kind === 'attained' ? (
                <span>
                  <Meter ratio={attainment.fraction} tone={tone} />
                  {format.percent(attainment.fraction)}
                </span>
              ) : (
                <span>{t(`goal.gap.${attainment.gap}`)}</span>
              )}
              {reading && (
                <span title={isStale ? t('goal.stale') : undefined}>
                  {format.number(reading.value)} {goal.unit} · {format.monthDay(reading.on)}
                  {isStale && ' !'}
                </span>
              )}
              <Button
                size="small"
                type="text"
                icon={<Plus size={13} />}
                title={t('goal.addReading')}
                aria-label={t('goal.readingsOf', { goal: goal.metric })}
                onClick={() => ask({ about: 'readings', accountId, goalId: goal.id })}
              />
            </div>
          </div>
        );
      })}
    </Card>
  );
}
