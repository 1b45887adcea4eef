import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OwnMeasure } from '../../../db/health/measure.ts';
import { bandOf, type HealthGroup } from '../../../db/health/model.ts';
import type { HealthScore } from '../../../db/health/score.ts';
import { daysBetween, type IsoDate } from '../../../db/types/calendar.ts';
import { useFormat } from '../../lib/format.ts';
import { useMeasureLabels } from '../../lib/health.ts';
import { bandTone } from '../../ui/health-chip.tsx';
import { Meter } from '../../ui/meter.tsx';
import styles from './account-health.module.css';

/** Below these a part's bar looks as the whole would. */
const partBands = { yellow: 50, green: 75 };

/** The points each group lost and what cost most of them; the points and the score come to 100. What is missing is named. */
export function HealthParts({
  health,
  groups,
  today,
  measures,
}: {
  health: HealthScore;
  groups: readonly HealthGroup[];
  today: IsoDate;
  measures: readonly OwnMeasure[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { nameOf, figureOf } = useMeasureLabels(measures);
  const missing = health.contributions.filter(
    ({ state }) => state === 'missing' || state === 'stale' || state === 'future',
  );
  return (
    <table className={styles.parts} aria-label={t('health.parts')}>
      <tbody>
        {groups.map(({ key, name }) => {
          const counted = health.contributions.filter(
            ({ group, state }) => group === key && state === 'counted',
          );
          if (counted.length === 0) return null;
          const share = counted.reduce((sum, each) => sum + each.share, 0);
          const points = counted.reduce((sum, each) => sum + each.points, 0);
          const lost = share * 100 - points;
          const worst = counted.toSorted((a, b) => b.share * 100 - b.points - (a.share * 100 - a.points))[0];
          const oldest = counted
            .map(({ on }) => on ?? today)
            .sort()
            .at(0);
          const score = points / share;
          return (
            <tr key={key}>
              <th scope="row">{name[format.language]}</th>
              <td
                className={styles.cause}
                title={counted
                  .map(
                    (each) =>
                      `${nameOf(each.measure)}: ${figureOf(each.measure, each.value)} → ${Math.round(each.score ?? 0)} × ${format.percent(each.share)}`,
                  )
                  .join('\n')}
              >
                {worst && `${nameOf(worst.measure)} ${figureOf(worst.measure, worst.value)}`}
              </td>
              <td>
                <Meter ratio={score / 100} tone={bandTone[bandOf(score, partBands)]} />
              </td>
              <td className={styles.points}>{lost < 0.5 ? '0' : `−${Math.round(lost)}`}</td>
              <td className={styles.age}>
                {oldest === undefined || oldest === today
                  ? t('health.fresh')
                  : format.days(daysBetween(oldest, today))}
              </td>
            </tr>
          );
        })}
        {health.exception && (
          <tr>
            <th scope="row">{t('health.exception.part')}</th>
            <td className={styles.cause}>
              {t('health.exception.hit', {
                measure: nameOf(health.exception.rule.measure),
                band: t(`health.band.${health.exception.rule.cap}`),
              })}
            </td>
            <td />
            <td className={styles.points}>
              {health.exception.points > -0.5 ? '0' : `−${Math.round(-health.exception.points)}`}
            </td>
            <td />
          </tr>
        )}
        {missing.length > 0 && (
          <tr>
            <td colSpan={5} className={styles.missing}>
              ○ {t('health.leftOut')}{' '}
              {missing
                .map(({ measure, state }) =>
                  state !== 'stale' && state !== 'future'
                    ? nameOf(measure)
                    : `${nameOf(measure)} (${t(`health.state.${state}`)})`,
                )
                .join(t('health.listSeparator'))}{' '}
              <Link to="/health/readings">{t('health.reading.open')}</Link>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
