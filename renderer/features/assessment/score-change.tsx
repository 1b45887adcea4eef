import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import styles from './score-change.module.css';

/** How far a score moved: a triangle up or down with the distance, a dash where it cannot be told. */
export function ScoreChange({
  difference,
  ofLevels = false,
}: {
  difference: number | null | undefined;
  /** Whole levels moved, not means of them. */
  ofLevels?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (difference === null || difference === undefined) return <span className={styles.none}>–</span>;
  if (difference === 0) return <span className={styles.none}>{t('assessment.unchanged')}</span>;
  const distance = Math.abs(difference);
  const direction = difference > 0 ? 'up' : 'down';
  return (
    <span className={`${styles.change} ${styles[direction]} tabular`}>
      <span aria-hidden="true">{difference > 0 ? '▲' : '▼'}</span>
      <span className="visually-hidden">{t(`assessment.${direction}`)}</span>
      {ofLevels ? format.number(distance) : format.score(distance)}
    </span>
  );
}
