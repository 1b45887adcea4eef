import { useTranslation } from 'react-i18next';
import { indicatorsOf } from '../../../db/maturity/model.ts';
import { stepSize } from '../../../db/maturity/plan.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import type { ShownAssessment } from './assessment-type.ts';
import { PlanProgress } from './plan-progress.tsx';
import styles from './report.module.css';
import { RoadmapCard } from './roadmap-card.tsx';
import { useModelWords } from './use-model-words.ts';

/** As many as fit a page together with their reasons. */
const mostProposed = 10;

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
          <PlannedSteps assessment={assessment} />
          <RoadmapCard steps={steps} />
        </>
      ) : (
        plan.steps.length > 0 && <ProposedSteps assessment={assessment} />
      )}
      <PlanProgress assessment={assessment} />
    </section>
  );
}

function PlannedSteps({ assessment: { model, steps } }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const labels = useModelWords(model);
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
              <td>{labels.indicator(indicator)}</td>
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

function ProposedSteps({ assessment: { model, plan } }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const indicators = new Map(indicatorsOf(model).map(({ indicator }) => [indicator.key, indicator]));
  return (
    <Card title={t('assessment.plan.proposed')} beside={t('maturity.stepOrder')}>
      <table className={styles.steps}>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t('maturity.step')}</th>
            <th scope="col">{t('maturity.indicator')}</th>
            <th scope="col">{t('maturity.level')}</th>
            <th scope="col">{t('maturity.impact')}</th>
            <th scope="col">{t('maturity.effort')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.steps
            .slice(0, mostProposed)
            .map(({ indicator, from, impact, effort, crossDepartment }, at) => (
              <tr key={indicator}>
                <td className="tabular">{at + 1}</td>
                <td>
                  {indicators.get(indicator)?.levels[from - 1]?.next?.advice[language]}
                  {crossDepartment && <i> {t('maturity.crossDepartment')}</i>}
                </td>
                <td>{indicators.get(indicator)?.name[language]}</td>
                <td className="tabular">
                  {from} → {from + 1}
                </td>
                <td>{t(`maturity.size.${stepSize(impact)}`)}</td>
                <td>{t(`maturity.size.${stepSize(effort)}`)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </Card>
  );
}
