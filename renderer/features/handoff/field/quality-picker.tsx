import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Quality, qualities } from '../../../../db/handoff/score.ts';
import styles from './quality-picker.module.css';

/**
 * How good an answer is, 0 to 3. What the text itself suggests is marked lightly until somebody picks; picking the same
 * again takes the judgement back. The digits pick as well.
 */
export function QualityPicker({
  label,
  judged,
  counts,
  isMissing,
  onPick,
}: {
  label: string;
  judged: Quality | null;
  /** The quality the score uses now: the judged one, or the proposed one. */
  counts: Quality;
  /** Nothing is there to be judged. */
  isMissing: boolean;
  onPick: (quality: Quality | null) => void;
}) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset
      className={styles.picker}
      disabled={isMissing}
      onKeyDown={({ key }) => {
        const typed = qualities.find((quality) => String(quality) === key);
        if (typed !== undefined) onPick(typed);
      }}
    >
      <legend className="visually-hidden">{label}</legend>
      {qualities.map((quality) => {
        const mark = isMissing
          ? ''
          : quality === judged
            ? styles.judged
            : quality === counts
              ? styles.proposed
              : '';
        return (
          <label key={quality} className={`${styles.step} ${mark}`} title={t(`handoff.quality.${quality}`)}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={!isMissing && quality === judged}
              onChange={() => onPick(quality)}
              onClick={() => quality === judged && onPick(null)}
            />
            <span aria-hidden="true">{quality}</span>
            <span className="visually-hidden">{t(`handoff.quality.${quality}`)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
