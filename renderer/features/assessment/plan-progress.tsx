import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.tsx';
import { Chip, type Shape, type Tone } from '../../ui/chip.tsx';
import type { ShownAssessment } from './assessment-type.ts';
import styles from './table.module.css';
import { useModelWords } from './use-model-words.ts';

/** What the plan of the assessment compared with brought: which of its steps raised their indicator since. */
export function PlanProgress({ assessment: { model, compared } }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const labels = useModelWords(model);
  if (!compared || compared.steps.length === 0) return null;
  const { steps, progress, assessedOn } = compared;
  const hasTasks = steps.some(({ taskId }) => taskId !== null);
  const raised = progress.filter(({ outcome }) => outcome === 'raised').length;
  return (
    <Card
      title={t('assessment.plan.progress', { date: assessedOn })}
      beside={t('assessment.plan.raisedOf', { raised, count: steps.length })}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('maturity.step')}</th>
            <th scope="col">{t('maturity.indicator')}</th>
            <th scope="col">{t('maturity.level')}</th>
            <th scope="col">{t('maturity.change')}</th>
            {hasTasks && <th scope="col">{t('assessment.plan.task')}</th>}
          </tr>
        </thead>
        <tbody>
          {progress.map(({ id, indicator, before, now, outcome }) => {
            const step = steps.find((each) => each.id === id);
            return (
              <tr key={id} className={styles.top}>
                <td className={styles.prose}>{step?.step}</td>
                <td>{labels.indicator(indicator)}</td>
                <td className="tabular">
                  {before ?? '–'} → {now ?? '–'}
                </td>
                <td>
                  <Chip {...looks[outcome]}>{t(`assessment.plan.outcome.${outcome}`)}</Chip>
                </td>
                {hasTasks && <td>{step?.doneOn ? t('assessment.plan.isDone') : '–'}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}

const looks: Readonly<
  Record<'raised' | 'same' | 'fallen' | 'unknown', { readonly tone: Tone; readonly shape: Shape }>
> = {
  raised: { tone: 'good', shape: 'healthy' },
  same: { tone: 'warn', shape: 'watch' },
  fallen: { tone: 'bad', shape: 'risk' },
  unknown: { tone: 'plain', shape: 'ungraded' },
};
