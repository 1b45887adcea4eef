import { useTranslation } from 'react-i18next';
import type { MeasureTold } from '../../../db/health/back-test.ts';
import { Card } from '../../ui/card.tsx';
import styles from './back-test.module.css';

/** Which measure told most: its mean score of those who left beside that of those who renewed, and how many had a reading. */
export function ToldChart({
  told,
  nameOf,
  total,
}: {
  told: readonly MeasureTold[];
  nameOf: (key: string) => string;
  total: number;
}) {
  const { t } = useTranslation();
  return (
    <Card title={t('health.told.title')} beside={t('health.told.legend')}>
      <table className={styles.told}>
        <thead>
          <tr>
            <th scope="col">{t('health.told.measure')}</th>
            <th scope="col" />
            <th scope="col">{t('health.told.gap')}</th>
            <th scope="col">{t('health.told.known')}</th>
          </tr>
        </thead>
        <tbody>
          {told.map(({ measure, left, renewed, gap, known }) => (
            <tr key={measure}>
              <th scope="row">{nameOf(measure)}</th>
              <td>
                <svg viewBox="0 0 104 12" className={styles.dumbbell} aria-hidden="true">
                  <line x1="2" x2="102" y1="6" y2="6" className={styles.rule} />
                  {left !== null && renewed !== null && (
                    <line x1={2 + left} x2={2 + renewed} y1="6" y2="6" className={styles.span} />
                  )}
                  {left !== null && (
                    <rect x={left - 1} y="3" width="6" height="6" className={styles.leftMark} />
                  )}
                  {renewed !== null && (
                    <circle cx={2 + renewed} cy="6" r="3.2" className={styles.renewedMark} />
                  )}
                </svg>
              </td>
              <td
                title={t('health.told.means', {
                  left: left === null ? '–' : Math.round(left),
                  renewed: renewed === null ? '–' : Math.round(renewed),
                })}
              >
                {gap === null ? '–' : Math.round(gap)}
              </td>
              <td className={known < total / 2 ? styles.few : undefined}>
                {known}/{total}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
