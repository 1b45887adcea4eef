import { useTranslation } from 'react-i18next';
import type { HealthBand } from '../../db/health/model.ts';
import type { UngradedReason } from '../../db/health/score.ts';
import { Chip, type Shape, type Tone } from './chip.tsx';

export const bandTone: Readonly<Record<HealthBand, Tone>> = { green: 'good', yellow: 'warn', red: 'bad' };
export const bandShape: Readonly<Record<HealthBand, Shape>> = {
  green: 'healthy',
  yellow: 'watch',
  red: 'risk',
};

/** An account's health in a shape and a word, with the score where it is given; grey where it has no colour, with the reason. */
export function HealthChip({
  band,
  ungraded,
  score = null,
  trend = null,
  title,
}: {
  band: HealthBand | null;
  ungraded: UngradedReason | null;
  /** As shown, a whole number. */
  score?: number | null;
  trend?: 'up' | 'down' | null;
  title?: string | undefined;
}) {
  const { t } = useTranslation();
  if (band === null)
    return (
      <Chip shape="ungraded" title={title ?? t(`health.ungraded.${ungraded ?? 'nothing-known'}`)}>
        {t('health.ungraded.label')}
      </Chip>
    );
  return (
    <Chip tone={bandTone[band]} shape={bandShape[band]} title={title}>
      {t(`health.band.${band}`)}
      {score !== null && ` ${score}`}
      {trend !== null && (
        <span role="img" aria-label={t(`health.trend.${trend}`)}>
          {trend === 'up' ? ' ↑' : ' ↓'}
        </span>
      )}
    </Chip>
  );
}
