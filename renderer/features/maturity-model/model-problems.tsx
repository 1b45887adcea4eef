import { useTranslation } from 'react-i18next';
import type { ModelProblem } from '../../../db/maturity/model-contradictions.ts';
import styles from './model-problems.module.css';
import { placeWords } from './place-words.ts';

/** More than these nobody reads at once; the rest shows as these are fixed. */
const shownAtOnce = 30;

/** What is not right in a model, each with its place, and with its cell where it came from a workbook. */
export function ModelProblems({
  problems,
  count,
  onGo,
}: {
  problems: readonly (ModelProblem & { readonly cell?: string | null })[];
  /** How many there are, where not all are listed. */
  count: number;
  /** Shows the place, where it can be shown. */
  onGo?: (path: string) => void;
}) {
  const { t } = useTranslation();
  const shown = problems.slice(0, shownAtOnce);
  return (
    <ul className={styles.problems}>
      {shown.map(({ path, code, cell }) => {
        const place = placeWords(path, t) || t('maturityModel.whole');
        return (
          <li key={`${path} ${code}`}>
            {onGo ? (
              <button type="button" className={styles.place} onClick={() => onGo(path)}>
                {place}
              </button>
            ) : (
              <span className={styles.where}>{place}</span>
            )}{' '}
            {cell && <span className="tabular">{cell}</span>} {t(`maturityModel.problem.${code}`)}
          </li>
        );
      })}
      {count > shown.length && <li>{t('maturityModel.more', { count: count - shown.length })}</li>}
    </ul>
  );
}
