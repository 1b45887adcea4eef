import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { roadmap } from '../../../db/maturity/roadmap.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import type { ShownStep } from './assessment-type.ts';
import styles from './roadmap-card.module.css';

/** The steps as bars over months. What has no day is counted, not drawn. */
export function RoadmapCard({ steps }: { steps: readonly ShownStep[] }) {
  const { t } = useTranslation();
  const { monthName, monthOfYear } = useFormat();
  if (steps.length === 0) return null;
  const { months, bars, undated } = roadmap(steps);
  const beside = undated > 0 && t('assessment.plan.undated', { count: undated });
  if (bars.length === 0)
    return (
      <Card title={t('assessment.plan.roadmap')} beside={beside}>
        <p>{t('assessment.plan.noDates')}</p>
      </Card>
    );
  const drawn = bars.flatMap((bar) => {
    const step = steps.find(({ id }) => id === bar.id);
    return step ? [{ bar, step, number: steps.indexOf(step) + 1 }] : [];
  });
  const isNewYear = (at: number) => months[at]?.on.slice(0, 4) !== months[at - 1]?.on.slice(0, 4);
  const lines = months.map(({ on, at }) => (
    <i key={on} className={styles.line} style={{ left: `${at * 100}%` }} aria-hidden="true" />
  ));
  return (
    <Card title={t('assessment.plan.roadmap')} beside={beside}>
      <div className={styles.roadmap}>
        <span className={styles.heading}>{t('maturity.step')}</span>
        <div className={styles.months} aria-hidden="true">
          {months.map(({ on, at }, index) => (
            <span key={on} className={styles.month} style={{ left: `${at * 100}%` }}>
              {isNewYear(index) ? <b>{monthOfYear(on.slice(0, 7))}</b> : monthName(on.slice(0, 7))}
            </span>
          ))}
        </div>
        {drawn.map(({ bar, step, number }) => (
          <Fragment key={bar.id}>
            <span className={styles.step}>
              {number}. {step.step}
              {step.owner && <span className={styles.owner}> {step.owner}</span>}
            </span>
            <div className={styles.track}>
              {lines}
              <span
                className={step.doneOn === null ? styles.bar : `${styles.bar} ${styles.done}`}
                style={{ left: `${bar.start * 100}%`, width: `${bar.length * 100}%` }}
                aria-hidden="true"
              />
              <span
                className={`${styles.dates} tabular`}
                style={
                  bar.start > 0.5
                    ? { right: `${(1 - bar.start - bar.length) * 100}%` }
                    : { left: `${bar.start * 100}%` }
                }
              >
                {[step.fromOn, step.toOn].filter((day) => day !== null).join(' – ')}
                {step.doneOn !== null && ` · ${t('assessment.plan.isDone')}`}
              </span>
            </div>
          </Fragment>
        ))}
      </div>
    </Card>
  );
}
