import { useTranslation } from 'react-i18next';
import { indicatorsOf } from '../../../db/maturity/model.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import type { ShownAssessment } from './assessment-type.ts';
import styles from './lift-card.module.css';
import { useModelWords } from './use-model-words.ts';

/** The fewest answers that would have to rise for the next stage, and what the first step of each takes. */
export function LiftCard({ assessment: { model, lift } }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const labels = useModelWords(model);
  if (!lift) return null;
  const stage = model.stages.find(({ key }) => key === lift.stage)?.name[language] ?? '';
  const indicators = new Map(indicatorsOf(model).map(({ indicator }) => [indicator.key, indicator]));
  const adviceOf = (key: string, from: number | null) =>
    from === null
      ? t('maturity.lift.answerFirst')
      : indicators.get(key)?.levels[from - 1]?.next?.advice[language];
  return (
    <Card
      title={t(model.scoring.kind === 'tiers' ? 'maturity.lift.missing' : 'maturity.lift.title', { stage })}
      beside={t('maturity.lift.count', { count: lift.raises.length })}
    >
      <ol className={styles.raises}>
        {lift.raises.map(({ indicator, from, to, effort }) => (
          <li key={indicator} className={styles.raise}>
            <span className={styles.name}>{labels.indicator(indicator)}</span>
            <span className={`${styles.levels} tabular`}>
              {from ?? '–'} → {to}
            </span>
            <span className={styles.advice}>
              {adviceOf(indicator, from)}
              {effort !== null && (
                <span className={styles.effort}> {t(`maturity.lift.effort.${sizeOf(effort)}`)}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** Days, weeks or months, of all the steps together. */
function sizeOf(effort: number) {
  return effort <= 1 ? 'days' : effort === 2 ? 'weeks' : 'months';
}
