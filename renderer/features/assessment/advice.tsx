import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import styles from './advice.module.css';
import type { ShownAssessment } from './assessment-type.ts';
import { useModelWords } from './use-model-words.ts';

/** What to do with a subject at this stage. */
export function StageAdvice({ assessment: { model, result } }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const stage = model.stages.find(({ key }) => key === result.stage?.key);
  return (
    <Card title={stage ? t('maturity.adviceAt', { stage: stage.name[language] }) : t('maturity.purpose')}>
      <Lines lines={(stage?.advice ?? [model.purpose]).map((line) => line[language])} />
    </Card>
  );
}

/** What leads to the next stage, and what the weakest dimension needs. */
export function WayUp({ assessment: { model, result } }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const labels = useModelWords(model);
  const at = model.stages.findIndex(({ key }) => key === result.stage?.key);
  const next = model.stages[at]?.next;
  const following = model.stages[at + 1];
  const weakest = model.dimensions.filter(
    ({ key, advice }) => result.weakest.includes(key) && advice[language] !== '', // in a customer's version there is none
  );
  return (
    <div className={styles.columns}>
      {next && following && (
        <Card
          title={t('maturity.adviceTo', { stage: following.name[language] })}
          beside={next.hard && <b className={styles.hard}>{t('maturity.hardJump')}</b>}
        >
          <Lines lines={next.advice.map((line) => line[language])} />
        </Card>
      )}
      {weakest.length > 0 && weakest.length <= mostWeakest && (
        <Card title={t('maturity.adviceWeakest', { dimension: labels.dimensions(result.weakest) })}>
          <Lines lines={weakest.map(({ advice }) => advice[language])} />
        </Card>
      )}
    </div>
  );
}

/** Advice for more dimensions than this is none: they are equal, not weak. */
const mostWeakest = 3;

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
