import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { GoalStatus } from '../../../db/goal/rule.ts';
import { comparedDays, hasEarlier } from '../../../db/qbr/comparison.ts';
import type { GoalShown, QbrContent } from '../../../db/qbr/content.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { Meter } from '../../ui/meter.tsx';
import styles from './qbr.module.css';

const tones: Readonly<Record<GoalStatus, Tone>> = {
  achieved: 'good',
  'on-track': 'good',
  'at-risk': 'warn',
  delayed: 'bad',
};

/** Where each goal stood, stands and should stand, with its attainment, its word and where the figure comes from. */
export function OutcomeCard({
  content,
  edit,
}: {
  content: QbrContent;
  /** Absent where the review is only shown. */
  edit?: { add: () => void; open: (goalId: number) => void; readings: (goalId: number) => void } | undefined;
}) {
  const { t } = useTranslation();
  const { goals } = content;
  const { compared, dates } = comparedDays(content);
  const isCompared = hasEarlier(goals);
  return (
    <Card
      title={t('qbr.outcomes')}
      beside={t(`qbr.compared.${compared}`, dates)}
      action={
        edit && (
          <Button size="small" onClick={edit.add}>
            {t('goal.add')}
          </Button>
        )
      }
    >
      {goals.length === 0 ? (
        <p className={styles.muted}>{edit ? t('goal.none') : t('qbr.nothing')}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{t('goal.goal')}</th>
                <th className={styles.num}>{t('goal.baseline')}</th>
                <th className={styles.num}>{t('goal.target')}</th>
                {isCompared && <th className={`${styles.num} ${styles.optional}`}>{t('goal.before')}</th>}
                <th className={styles.num}>{t('goal.now')}</th>
                <th title={t('goal.formula')}>{t('goal.attained')}</th>
                <th>{t('goal.statusWord')}</th>
                <th>{t('goal.source')}</th>
              </tr>
            </thead>
            <tbody>
              {goals.map((goal) => (
                <GoalRow key={goal.id ?? goal.metric} goal={goal} isCompared={isCompared} edit={edit} />
              ))}
            </tbody>
          </table>
          {!isCompared && <p className={styles.source}>{t('goal.noneBefore')}</p>}
        </div>
      )}
    </Card>
  );
}

function GoalRow({
  goal,
  isCompared,
  edit,
}: {
  goal: GoalShown;
  isCompared: boolean;
  edit: Parameters<typeof OutcomeCard>[0]['edit'];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, metric, unit, reading, attainment, status, before, redefinedOn, isStale } = goal;
  const figure = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : `${format.number(value)}${unit ? ` ${unit}` : ''}`;
  return (
    <tr>
      <td className={styles.name}>
        {edit && id !== undefined ? (
          <button type="button" className={styles.link} onClick={() => edit.open(id)}>
            {metric}
          </button>
        ) : (
          metric
        )}
        {attainment.kind === 'attained' && attainment.beyond && (
          <div className={styles.source}>{t(`goal.beyond.${attainment.beyond}`)}</div>
        )}
        {redefinedOn && <div className={styles.source}>{t('goal.redefined', { date: redefinedOn })}</div>}
        {isCompared && before === null && <div className={styles.source}>{t('goal.noBefore')}</div>}
      </td>
      <td className={styles.num}>{figure(goal.baseline)}</td>
      <td className={styles.num}>{figure(goal.target)}</td>
      {isCompared && <td className={`${styles.num} ${styles.optional}`}>{figure(before?.value)}</td>}
      <td className={`${styles.num} ${styles.strong}`}>{figure(reading?.value)}</td>
      <td className={styles.nowrap}>
        {attainment.kind === 'attained' ? (
          <>
            <Meter ratio={attainment.fraction} tone={status ? tones[status] : 'plain'} />
            {format.percent(attainment.fraction)}
          </>
        ) : (
          <span className={styles.source}>{t(`goal.gap.${attainment.gap}`)}</span>
        )}
      </td>
      <td>
        <Chip tone={status ? tones[status] : 'plain'}>
          {t(status ? `goal.status.${status}` : 'goal.status.unknown')}
        </Chip>
      </td>
      <td className={styles.source}>
        {reading
          ? `${reading.source ?? t('goal.unsourced')}, ${format.monthDay(reading.on)}`
          : t('goal.gap.no-reading')}
        {isStale && ` · ${t('goal.staleShort')}`}
        {edit && id !== undefined && (
          <>
            {' '}
            <Button
              size="small"
              type="text"
              icon={<Plus size={13} />}
              title={t('goal.addReading')}
              aria-label={t('goal.readingsOf', { goal: metric })}
              onClick={() => edit.readings(id)}
            />
          </>
        )}
      </td>
    </tr>
  );
}
