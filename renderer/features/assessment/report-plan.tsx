import { useTranslation } from 'react-i18next';
import { stepSize } from '../../../db/domain/maturity-plan.ts';
import { Card } from '../../ui/card.tsx';
import type { ShownAssessment } from './assessment-type.ts';
import { NextSteps } from './next-steps.tsx';
import { PlanProgress } from './plan-progress.tsx';
import styles from './report.module.css';
import { RoadmapCard } from './roadmap-card.tsx';
import { useModelWords } from './use-model-words.ts';

/** The plan that was kept with its roadmap and what the last one brought; where none was kept, what is proposed. */
export function ReportPlan({ assessment }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const { steps, plan, compared } = assessment;
  const isEmpty = steps.length + plan.steps.length + (compared?.steps.length ?? 0) === 0;
  if (isEmpty) return null;
  return (
    <section className={styles.chapter}>
      <h2>{t('maturity.nextSteps')}</h2>
      {steps.length > 0 ? (
        <>
          <KeptSteps assessment={assessment} />
          <RoadmapCard steps={steps} />
        </>
      ) : (
        plan.steps.length > 0 && <NextSteps assessment={assessment} />
      )}
      <PlanProgress assessment={assessment} />
    </section>
  );
}

function KeptSteps({ assessment: { model, steps } }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const words = useModelWords(model);
  return (
    <Card title={t('assessment.plan.kept')}>
      <table className={styles.steps}>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t('maturity.step')}</th>
            <th scope="col">{t('maturity.indicator')}</th>
            <th scope="col">{t('maturity.owner')}</th>
            <th scope="col">{t('maturity.effort')}</th>
            <th scope="col">{t('assessment.plan.to')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ id, indicator, step, owner, effort, toOn }, at) => (
            <tr key={id}>
              <td className="tabular">{at + 1}</td>
              <td>{step}</td>
              <td>{words.indicator(indicator)}</td>
              <td>{owner ?? '–'}</td>
              <td>{t(`maturity.size.${stepSize(effort)}`)}</td>
              <td className="tabular">{toOn ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
