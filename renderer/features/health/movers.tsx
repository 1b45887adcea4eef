import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OwnMeasure } from '../../../db/health/measure.ts';
import { type GridBand, moveKind } from '../../../db/health/portfolio.ts';
import type { PortfolioAccount } from '../../../db/health/portfolio-query.ts';
import { useFormat } from '../../lib/format.ts';
import { useMeasureLabels } from '../../lib/health.ts';
import { Card } from '../../ui/card.tsx';
import styles from './portfolio.module.css';

const signs: Readonly<Record<GridBand | 'joined' | 'left', string>> = {
  green: '●',
  yellow: '▲',
  red: '■',
  none: '○',
  joined: '+',
  left: '–',
};
const mostShown = 7;

/** Who changed colour since last month, the largest first, and what moved them. */
export function Movers({
  accounts,
  measures,
  currency,
}: {
  accounts: readonly PortfolioAccount[];
  measures: readonly OwnMeasure[];
  currency: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { nameOf, figureOf } = useMeasureLabels(measures);
  const moved = accounts.filter(({ move }) => moveKind(move) !== null);
  const shown = moved.slice(0, mostShown);
  const figure = (score: number | null) => (score === null ? '–' : String(Math.round(score)));
  return (
    <Card
      title={t('health.movers.title')}
      beside={moved.length > 0 && t('health.movers.count', { shown: shown.length, count: moved.length })}
    >
      {moved.length === 0 && <p className={styles.muted}>{t('health.movers.none')}</p>}
      <ul className={styles.movers}>
        {shown.map(({ id, name, move, before, score, band, arrMinor, changes }) => (
          <li key={id}>
            <Link to={`/accounts/${id}`}>{name}</Link>
            <span className={styles.path}>
              <span className={styles[move.from === 'joined' ? 'none' : move.from]}>{signs[move.from]}</span>{' '}
              → <span className={styles[move.to === 'left' ? 'none' : move.to]}>{signs[move.to]}</span>{' '}
              <b>
                {figure(before)} → {band === null ? '–' : figure(score)}
              </b>
            </span>
            <span>{arrMinor === null ? '–' : format.money({ minor: arrMinor, currency })}</span>
            <span className={styles.because}>
              {changes
                .map(({ measure, before: was, after }) =>
                  was === after
                    ? nameOf(measure)
                    : `${nameOf(measure)} ${figureOf(measure, was)} → ${figureOf(measure, after)}`,
                )
                .join('; ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
