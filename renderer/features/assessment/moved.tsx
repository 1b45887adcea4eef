import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import type { ShownAssessment } from './assessment-type.ts';
import styles from './moved.module.css';
import { useModelWords } from './use-model-words.ts';

const shown = 6;

/** Where the subject is strong, and which answers went up or down since the assessment it is compared with. */
export function Moved({ assessment }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const labels = useModelWords(assessment.model);
  const { model, answers, plan, compared } = assessment;
  const levelName = (level: number | null | undefined) =>
    model.scale.find((each) => each.level === level)?.name[language] ?? '';
  const levelOf = (key: string) => answers.find(({ indicator }) => indicator === key)?.level;
  const list = (lines: readonly { key: string; figure: string }[], none: string) =>
    lines.length === 0 ? (
      <p className={styles.none}>{none}</p>
    ) : (
      <ul className={styles.lines}>
        {lines.map(({ key, figure }) => (
          <li key={key}>
            <span>{labels.indicator(key)}</span>
            <span className="tabular">{figure}</span>
          </li>
        ))}
      </ul>
    );
  const moves = (moved: readonly { key: string; before: number; now: number }[]) =>
    moved.map(({ key, before, now }) => ({ key, figure: `${before} → ${now}` }));
  return (
    <div className={styles.columns}>
      <Card title={t('maturity.strengths')}>
        {list(
          plan.strengths
            .slice(0, shown)
            .map((key) => ({ key, figure: `${levelOf(key)} ${levelName(levelOf(key))}` })),
          t('maturity.noStrengths'),
        )}
      </Card>
      {compared && (
        <>
          <Card title={t('maturity.raised')} beside={t('maturity.since', { date: compared.assessedOn })}>
            {list(moves(compared.change.raised), t('maturity.noneRaised'))}
          </Card>
          <Card title={t('maturity.lowered')} beside={t('maturity.since', { date: compared.assessedOn })}>
            {list(moves(compared.change.lowered), t('maturity.noneLowered'))}
          </Card>
        </>
      )}
    </div>
  );
}
