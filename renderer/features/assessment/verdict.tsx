import { useTranslation } from 'react-i18next';
import { enablerRule } from '../../../db/maturity/model.ts';
import { useFormat } from '../../lib/format.ts';
import { Chip } from '../../ui/chip.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import type { ShownAssessment } from './assessment-type.ts';
import { MaturityChip } from './maturity-chip.tsx';
import { ScoreChange } from './score-change.tsx';
import { useModelWords } from './use-model-words.ts';
import styles from './verdict.module.css';

/** What the assessment came to: the figure with the weakest dimension beside it, and in words which rule made the stage. */
export function Verdict({ assessment }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const { score: figure, percent, language } = useFormat();
  const labels = useModelWords(assessment.model);
  const { model, result, compared, respondents } = assessment;
  const { overall, stage, coverage, weakest } = result;
  const weakestScore = result.dimensions.find(({ key }) => key === weakest[0])?.score ?? null;
  const stageOf = (key: string | undefined) => model.stages.find((each) => each.key === key);
  return (
    <div>
      <div className={styles.figure}>
        {!stage ? (
          <Chip shape="ungraded">{t('maturity.noOverall')}</Chip>
        ) : overall === null || model.scoring.kind !== 'mean-of-dimensions' ? (
          <span className={styles.kind}>{stageOf(stage.key)?.name[language]}</span>
        ) : (
          <>
            <span className={`${styles.score} tabular`}>{figure(overall)}</span>
            <span className={styles.of}>{t('maturity.outOf', { highest: model.scale.length })}</span>
            <MaturityChip stage={stageOf(stage?.key)} />
            {compared && <ScoreChange difference={compared.change.overall.difference} />}
          </>
        )}
      </div>
      {!coverage.enough && (
        <p className={styles.reason}>
          {t('maturity.tooLittle', {
            percent: coverage.percent ?? 0,
            minimum: model.scoring.minimumCoverage,
          })}
        </p>
      )}
      {stage && <p className={styles.meaning}>{stageOf(stage.key)?.meaning[language]}</p>}
      <StageRules assessment={assessment} />
      <Facts>
        {stage && overall !== null && model.scoring.kind === 'tiers' && (
          <Fact name={t('maturity.onAverage')}>
            {t('maturity.ofHighest', { score: figure(overall), highest: model.scale.length })}{' '}
            {compared && <ScoreChange difference={compared.change.overall.difference} />}
          </Fact>
        )}
        <Fact name={t('maturity.weakest')}>
          {weakest.length > 0 && weakestScore !== null && (
            <>
              {labels.dimensions(weakest)} {figure(weakestScore)}
            </>
          )}
        </Fact>
        <Fact name={t('maturity.coverage')}>
          {t('maturity.answeredOf', { answered: coverage.answered, applicable: coverage.applicable })}
          {coverage.percent !== null && ` · ${percent(coverage.percent / 100)}`}
          {respondents.length > 0 && ` · ${t('assessment.respondents', { count: respondents.length })}`}
        </Fact>
        {compared && (
          <Fact name={t('maturity.before', { date: compared.assessedOn })}>
            {compared.result.overall === null ? '' : figure(compared.result.overall)}
            {compared.result.stage &&
              ` · ${compared.model.stages.find(({ key }) => key === compared.result.stage?.key)?.name[language] ?? ''}`}
          </Fact>
        )}
        {stage &&
          model.ladders.map((ladder) => {
            const step = ladder.steps.find(({ key }) => key === stage.ladders[ladder.key]);
            return (
              <Fact key={ladder.key} name={ladder.name[language]}>
                {step && <span title={step.meaning[language]}>{step.name[language]}</span>}
              </Fact>
            );
          })}
      </Facts>
    </div>
  );
}

/** The floor rule and the enablers, where they have something to say. */
function StageRules({ assessment: { model, result } }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const { language, score: figure } = useFormat();
  const labels = useModelWords(model);
  const { stage, lowestEnablers } = result;
  if (!stage) return null;
  const nameOf = (key: string) => model.stages.find((each) => each.key === key)?.name[language] ?? key;
  const lowest = result.dimensions.find(({ key }) => key === lowestEnablers[0])?.score ?? null;
  const enablers = {
    enablers: labels.dimensions(lowestEnablers),
    score: lowest === null ? '' : figure(lowest),
  };
  return (
    <>
      {stage.heldDownBy.length > 0 && (
        <p className={`${styles.rule} ${styles.warn}`}>
          <b>{t('maturity.heldDown')}</b>{' '}
          {t('maturity.heldDownBecause', {
            byMean: nameOf(stage.byMean),
            dimensions: labels.dimensions(stage.heldDownBy),
            stage: nameOf(stage.key),
          })}
        </p>
      )}
      {enablerRule(model) && stage.sustainable === false && (
        <p className={`${styles.rule} ${styles.warn}`}>
          <b>{t('maturity.notSustainable')}</b> {t('maturity.notSustainableBecause', enablers)}
        </p>
      )}
      {enablerRule(model) && stage.sustainable === true && (
        <p className={styles.rule}>{t('maturity.sustainableBecause', enablers)}</p>
      )}
      {enablerRule(model) && stage.sustainable === null && (
        <p className={styles.rule}>{t('maturity.enablersUnknown')}</p>
      )}
    </>
  );
}
