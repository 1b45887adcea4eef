import { Button, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { StageAdvice, WayUp } from './advice.tsx';
import { AnswerTable } from './answer-table.tsx';
import { AssessmentMenu } from './assessment-menu.tsx';
import styles from './assessment-page.module.css';
import { DimensionTable } from './dimension-table.tsx';
import { FlowCards } from './flow-card.tsx';
import { HeatMap } from './heat-map.tsx';
import { LiftCard } from './lift-card.tsx';
import { MaturityRadar } from './maturity-radar.tsx';
import { Moved } from './moved.tsx';
import { NextSteps } from './next-steps.tsx';
import { PlanPart } from './plan-part.tsx';
import { RespondentsPart } from './respondents-part.tsx';
import { useAssessment } from './use-assessment.ts';
import { Verdict } from './verdict.tsx';

/** By arrow keys too, though nothing in it may take the focus. */
const scrollable = { tabIndex: 0 };
const parts = ['result', 'plan', 'answers', 'respondents'] as const;

/** What an assessment came to and what to do about it, beside an earlier one of the same subject. */
export function AssessmentPage() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const navigate = useNavigate();
  const againstId = useId();
  const id = Number(useParams().id);
  const [search, setSearch] = useSearchParams();
  const against = Number(search.get('against')) || undefined;
  const part = parts.find((each) => each === search.get('part')) ?? 'result';
  const { assessment } = useAssessment(id, against);
  if (!assessment) return null;
  const { model, subject, assessedOn, finishedOn, earlier, compared, accountId } = assessment;
  const look = (change: Record<string, string>) =>
    setSearch({ ...Object.fromEntries(search), ...change }, { replace: true });
  return (
    <>
      <PageHead
        title={subject}
        beside={
          <>
            <Chip>{model.name[language]}</Chip>
            <span className={styles.date}>{assessedOn}</span>
            {finishedOn === null && <Chip tone="info">{t('assessment.underWay')}</Chip>}
          </>
        }
      >
        {accountId !== null && (
          <Button onClick={() => void navigate(`/accounts/${accountId}`)}>{t('assessment.toAccount')}</Button>
        )}
        <AssessmentMenu assessment={assessment} />
      </PageHead>
      <div className={styles.views}>
        <Segmented
          label={t('assessment.part.label')}
          options={parts.map((value) => ({ value, label: t(`assessment.part.${value}`) }))}
          value={part}
          onChange={(value) => look({ part: value })}
        />
        {earlier.length > 0 && (
          <span className={styles.against}>
            <span id={againstId}>{t('assessment.comparedWith')}</span>
            <Select
              aria-labelledby={againstId}
              value={compared?.id ?? null}
              options={earlier.map((each) => ({ value: each.id, label: each.assessedOn }))}
              onChange={(chosen) => look({ against: String(chosen) })}
            />
          </span>
        )}
        {assessment.finished > 1 && (
          <Button onClick={() => void navigate(`/assessments/${id}/compare`)}>
            {t('assessment.comparison.open')}
          </Button>
        )}
        {compared && !compared.change.sameVersion && (
          <span className={styles.date}>{t('assessment.otherVersion')}</span>
        )}
      </div>
      <div className={styles.scroll} {...scrollable}>
        {part === 'respondents' ? (
          <RespondentsPart assessment={assessment} />
        ) : part === 'answers' ? (
          <AnswerTable assessment={assessment} />
        ) : part === 'plan' ? (
          <PlanPart assessment={assessment} />
        ) : (
          <>
            <div className={styles.head}>
              <Card title={t('maturity.overall')}>
                <Verdict assessment={assessment} />
              </Card>
              <Card title={t('maturity.dimensions')}>
                <MaturityRadar assessment={assessment} withTargets height={270} />
              </Card>
              <StageAdvice assessment={assessment} />
            </div>
            <Card title={t('maturity.scores')}>
              <DimensionTable assessment={assessment} />
            </Card>
            <FlowCards assessment={assessment} />
            <HeatMap assessment={assessment} />
            <LiftCard assessment={assessment} />
            <WayUp assessment={assessment} />
            <NextSteps assessment={assessment} />
            <Moved assessment={assessment} />
          </>
        )}
      </div>
    </>
  );
}
