import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../lib/format.ts';
import type { ShownComparison } from './assessment-type.ts';
import { MaturityChip } from './maturity-chip.tsx';
import { ScoreChange } from './score-change.tsx';
import styles from './table.module.css';

/** What each assessment came to: score, stage, weakest dimension, how much was answered, and the change over all of them. */
export function ComparisonVerdicts({ compared: { chosen, comparison } }: { compared: ShownComparison }) {
  const { t } = useTranslation();
  const { score, percent, language } = useFormat();
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const nameOf = (key: string) =>
    comparison.dimensions.find((dimension) => dimension.key === key)?.name[language] ?? key;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('assessment.assessedOn')}</th>
          <th scope="col" className={styles.figure}>
            {t('maturity.score')}
          </th>
          <th scope="col">{t('maturity.stage')}</th>
          <th scope="col">{t('maturity.weakest')}</th>
          <th scope="col" className={styles.figure}>
            {t('maturity.coverage')}
          </th>
        </tr>
      </thead>
      <tbody>
        {chosen.map(({ id, assessedOn, version, coverage, weakest }, at) => {
          const overall = comparison.overall.scores[at] ?? null;
          const stage = comparison.stages[at];
          return (
            <tr key={id} className={styles.top}>
              <th scope="row">
                <Link to={`/assessments/${id}`} className="tabular">
                  {assessedOn}
                </Link>
                {!comparison.isSameVersion && (
                  <span className={styles.aside}> {t('assessment.comparison.version', { version })}</span>
                )}
              </th>
              <td className={styles.figure}>{overall === null ? '–' : score(overall)}</td>
              <td>{stage ? <MaturityChip stage={{ name: stage }} /> : t('maturity.noOverall')}</td>
              <td className={styles.prose}>{list.format(weakest.map(nameOf))}</td>
              <td className={styles.figure}>
                {coverage.percent === null ? '–' : percent(coverage.percent / 100)}
              </td>
            </tr>
          );
        })}
        {chosen.length > 1 && (
          <tr>
            <th scope="row">{t('maturity.change')}</th>
            <td className={styles.figure}>
              <ScoreChange difference={comparison.overall.change} />
            </td>
            <td colSpan={3} />
          </tr>
        )}
      </tbody>
    </table>
  );
}
