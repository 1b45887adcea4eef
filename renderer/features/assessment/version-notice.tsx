import { useTranslation } from 'react-i18next';
import type { Difference } from '../../../db/maturity/comparison.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import type { ShownComparison } from './assessment-type.ts';
import pageStyles from './comparison-page.module.css';
import styles from './table.module.css';

/** Which indicators and dimensions cannot be compared, or only with care, where the versions of the model differ. */
export function VersionNotice({ compared: { comparison } }: { compared: ShownComparison }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  if (comparison.isSameVersion) return null;
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const indicators = comparison.dimensions.flatMap((dimension) => dimension.indicators);
  const named = (difference: Difference) =>
    indicators.filter(({ differs }) => differs === difference).map(({ name }) => name[language]);
  const others = comparison.dimensions.filter(({ differs }) => differs === 'not-asked');
  const kinds = [
    { label: t('assessment.comparison.notAsked'), names: named('not-asked') },
    { label: t('assessment.comparison.reworded'), names: named('reworded') },
    { label: t('assessment.comparison.scale'), names: named('scale') },
    { label: t('assessment.comparison.dimensionsDiffer'), names: others.map(({ name }) => name[language]) },
  ].filter(({ names }) => names.length > 0);
  return (
    <Card>
      <p>{t('assessment.comparison.otherVersions')}</p>
      <table className={styles.table}>
        <tbody>
          {kinds.map(({ label, names }) => (
            <tr key={label} className={styles.top}>
              <th scope="row" className={pageStyles.kind}>
                {label}
              </th>
              <td className={styles.prose}>{list.format(names)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
