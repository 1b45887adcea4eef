import { useTranslation } from 'react-i18next';
import { indicatorsOf } from '../../../db/maturity/model.ts';
import { largestGaps } from '../../../db/maturity/plan.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { StageAdvice, WayUp } from './advice.tsx';
import type { ShownAssessment } from './assessment-type.ts';
import { DimensionTable } from './dimension-table.tsx';
import { FlowCards } from './flow-card.tsx';
import { HeatMap } from './heat-map.tsx';
import { LiftCard } from './lift-card.tsx';
import { MaturityRadar } from './maturity-radar.tsx';
import { Moved } from './moved.tsx';
import styles from './report.module.css';
import { Verdict } from './verdict.tsx';

/** What it came to and why beside the radar, the largest gaps, and what to do at this stage. */
export function ReportSummary({ assessment }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  return (
    <section className={styles.chapter}>
      <h2>{t('assessment.file.summary')}</h2>
      <div className={styles.halves}>
        <Card title={t('maturity.overall')}>
          <Verdict assessment={assessment} />
        </Card>
        <Card title={t('maturity.dimensions')}>
          <MaturityRadar assessment={assessment} withTargets height={270} />
        </Card>
      </div>
      <Gaps assessment={assessment} />
      {isAdvised(assessment) ? <StageAdvice assessment={assessment} /> : <LiftCard assessment={assessment} />}
    </section>
  );
}

/** The dimensions with their figures, answers at a glance, strengths and what moved. */
export function ReportFindings({ assessment }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  return (
    <section className={styles.chapter}>
      <h2>{t('assessment.report.findings')}</h2>
      <Card title={t('maturity.scores')}>
        <DimensionTable assessment={assessment} isPrinted />
      </Card>
      <HeatMap assessment={assessment} />
      <Moved assessment={assessment} />
    </section>
  );
}

/** The way to the next stage, where the model's advice is for the reader. */
export function ReportWay({ assessment }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  if (!isAdvised(assessment)) return null;
  return (
    <section className={styles.chapter}>
      <h2>{t('assessment.report.way')}</h2>
      <WayUp assessment={assessment} />
      <LiftCard assessment={assessment} />
      <FlowCards assessment={assessment} />
    </section>
  );
}

function isAdvised({ model, result }: ShownAssessment): boolean {
  const stage = model.stages.find(({ key }) => key === result.stage?.key);
  return stage !== undefined && stage.advice.length > 0;
}

/** The lowest answers, with what the next level looks like. */
function Gaps({ assessment: { model, answers, plan } }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const indicators = new Map(indicatorsOf(model).map(({ indicator }) => [indicator.key, indicator]));
  const gaps = largestGaps(model, answers, plan.gaps);
  if (gaps.length === 0) return null;
  return (
    <Card title={t('assessment.report.gaps')} beside={t('assessment.report.gapsHint')}>
      <table className={styles.gaps}>
        <tbody>
          {gaps.map(({ indicator, level }) => {
            const { name, levels } = indicators.get(indicator) ?? {};
            return (
              <tr key={indicator}>
                <th scope="row">{name?.[language]}</th>
                <td>
                  <b className="tabular">{level}</b> {levels?.[level - 1]?.text[language]}
                </td>
                <td>
                  <b className="tabular">→ {level + 1}</b> {levels?.[level]?.text[language]}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}
