import { useTranslation } from 'react-i18next';
import type { MaturityDimension, MaturityIndicator } from '../../../db/maturity/model.ts';
import { useFormat } from '../../lib/format.ts';
import { StepSign } from '../../ui/section-steps.tsx';
import { isSettled } from './answered.ts';
import type { ShownAssessment } from './assessment-type.ts';
import styles from './workshop-map.module.css';

/** Everything asked and how far it is answered. Of a dimension with several indicators, those of the one in hand are shown. */
export function WorkshopMap({
  assessment,
  current,
  onGo,
}: {
  assessment: ShownAssessment;
  current: string;
  onGo: (indicator: string) => void;
}) {
  const { t } = useTranslation();
  const { language, score: figure } = useFormat();
  const { model, answers, result } = assessment;
  const answerOf = (key: string) => answers.find(({ indicator }) => indicator === key);
  const line = (indicator: MaturityIndicator, name: string, isInner: boolean) => {
    const answer = answerOf(indicator.key);
    return (
      <button
        key={indicator.key}
        type="button"
        className={isInner ? `${styles.line} ${styles.inner}` : styles.line}
        aria-current={indicator.key === current ? 'step' : undefined}
        onClick={() => onGo(indicator.key)}
      >
        <StepSign state={isSettled(answer) ? 'done' : 'open'} />
        <span className={styles.name}>{name}</span>
        <span className={`${styles.figure} tabular`}>
          {answer?.applicable === false ? t('assessment.notApplicableShort') : (answer?.level ?? '–')}
        </span>
      </button>
    );
  };
  const dimensionLine = (dimension: MaturityDimension) => {
    const [first] = dimension.indicators;
    if (!first) return null;
    if (dimension.indicators.length === 1) return line(first, dimension.name[language], false);
    const settled = dimension.indicators.filter(({ key }) => isSettled(answerOf(key))).length;
    const isCurrent = dimension.indicators.some(({ key }) => key === current);
    const score = result.dimensions.find(({ key }) => key === dimension.key)?.score ?? null;
    return (
      <div key={dimension.key}>
        <button type="button" className={styles.line} onClick={() => onGo(first.key)}>
          <StepSign state={settled === dimension.indicators.length ? 'done' : 'open'} />
          <span className={styles.name}>{dimension.name[language]}</span>
          <span className={`${styles.figure} tabular`}>
            {settled}/{dimension.indicators.length} · {score === null ? '–' : figure(score)}
          </span>
        </button>
        {isCurrent &&
          dimension.indicators.map((indicator) => line(indicator, indicator.name[language], true))}
      </div>
    );
  };
  return (
    <nav className={styles.map} aria-label={t('assessment.questions')}>
      {model.dimensions.map((dimension, at) => (
        <div key={dimension.key}>
          {dimension.role === 'enabler' && model.dimensions[at - 1]?.role === 'core' && (
            <h3 className={styles.heading}>{t('maturity.enablers')}</h3>
          )}
          {dimensionLine(dimension)}
        </div>
      ))}
    </nav>
  );
}
