import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { indicatorsOf } from '../../../db/maturity/model.ts';
import { stepSize } from '../../../db/maturity/plan.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import type { ShownAssessment } from './assessment-type.ts';
import styles from './table.module.css';
import { useModelWords } from './use-model-words.ts';

const shownAtFirst = 8;
/** As many as a team does beside its work in half a year. */
const takenAtOnce = 5;

/** What to do next, the most worthwhile first, with the figures the order comes from. */
export function NextSteps({
  assessment: { model, plan, steps: kept },
  onTake,
}: {
  assessment: ShownAssessment;
  /** Takes steps into the plan; then only those not in it yet are listed. */
  onTake?: (indicators: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const { language, number } = useFormat();
  const labels = useModelWords(model);
  const [isWhole, setWhole] = useState(false);
  const advice = new Map(indicatorsOf(model).map(({ indicator }) => [indicator.key, indicator]));
  const size = (rank: number) => t(`maturity.size.${stepSize(rank)}`);
  const offered = onTake
    ? plan.steps.filter(({ indicator }) => kept.every((each) => each.indicator !== indicator))
    : plan.steps;
  const steps = isWhole ? offered : offered.slice(0, shownAtFirst);
  if (plan.steps.length === 0)
    return (
      <Card title={t('maturity.nextSteps')}>
        <p>{t('maturity.noSteps')}</p>
      </Card>
    );
  if (offered.length === 0) return null;
  const first = offered.slice(0, takenAtOnce).map(({ indicator }) => indicator);
  return (
    <Card
      title={t(onTake ? 'assessment.plan.proposed' : 'maturity.nextSteps')}
      beside={t('maturity.stepOrder')}
      action={
        onTake &&
        first.length > 1 && (
          <Button size="small" onClick={() => onTake(first)}>
            {t('assessment.plan.takeFirst', { count: first.length })}
          </Button>
        )
      }
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t('maturity.step')}</th>
            <th scope="col">{t('maturity.indicator')}</th>
            <th scope="col">{t('maturity.level')}</th>
            <th scope="col">{t('maturity.impact')}</th>
            <th scope="col">{t('maturity.effort')}</th>
            <th scope="col" className={styles.figure}>
              {t('maturity.priority')}
            </th>
            {onTake && (
              <th scope="col">
                <span className="visually-hidden">{t('assessment.plan.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {steps.map((step, at) => (
            <tr key={step.indicator} className={styles.top}>
              <td className="tabular">{at + 1}</td>
              <td className={styles.prose}>
                {advice.get(step.indicator)?.levels[step.from - 1]?.next?.advice[language]}
                {step.crossDepartment && (
                  <>
                    {' '}
                    <Chip tone="warn" title={t('maturity.crossDepartmentHint')}>
                      {t('maturity.crossDepartment')}
                    </Chip>
                  </>
                )}
              </td>
              <td>
                {labels.indicator(step.indicator)}
                {labels.dimension(step.dimension) !== labels.indicator(step.indicator) && (
                  <span className={styles.aside}> {labels.dimension(step.dimension)}</span>
                )}
              </td>
              <td className="tabular">
                {step.from} → {step.from + 1}
              </td>
              <td>{size(step.impact)}</td>
              <td>{size(step.effort)}</td>
              <td className={styles.figure}>{number(step.priority)}</td>
              {onTake && (
                <td className={styles.figure}>
                  <Button
                    size="small"
                    aria-label={t('assessment.plan.takeThis', {
                      indicator: labels.indicator(step.indicator),
                    })}
                    onClick={() => onTake([step.indicator])}
                  >
                    {t('assessment.plan.take')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {offered.length > shownAtFirst && (
        <Button type="link" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('maturity.fewerSteps') : t('maturity.everyStep', { count: offered.length })}
        </Button>
      )}
    </Card>
  );
}
