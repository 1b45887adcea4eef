import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Chart } from '../../ui/chart.tsx';
import { type RadarSpec, wholeRadar } from '../../ui/chart-spec.ts';
import type { ShownComparison } from './assessment-type.ts';

/** More lines than this around one radar are a knot. */
const mostDrawn = 4;

/** The core dimensions of up to four assessments, the latest of those chosen, around one radar. */
export function ComparisonRadar({ compared }: { compared: ShownComparison }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { model, chosen, comparison, subject } = compared;
  const spec = useMemo<RadarSpec>(() => {
    const core = comparison.dimensions.filter(({ role }) => role === 'core');
    const drawn = chosen.map((each, at) => ({ ...each, at })).slice(-mostDrawn);
    const last = chosen.length - 1;
    return {
      kind: 'radar',
      axes: core.map(({ name }) => name[language]),
      max: model.highest,
      series: drawn.map(({ assessedOn, at }) => ({
        label: assessedOn,
        values: core.map(({ scores }) => scores[at] ?? null),
        emphasis: at === last ? 'now' : drawn.length === 2 ? 'before' : 'plain',
      })),
    };
  }, [model, chosen, comparison, language]);
  const whole = useMemo(() => wholeRadar(spec), [spec]);
  // Two axes make no figure.
  if (whole === null) return null;
  return (
    <Card
      title={t('maturity.scores')}
      beside={chosen.length > mostDrawn && t('assessment.comparison.drawn', { count: mostDrawn })}
    >
      <Chart label={t('maturity.radar', { subject })} spec={whole.spec} height={300} />
      {whole.without.length > 0 && (
        <p style={{ color: 'var(--ink-3)', margin: 0 }}>
          {t('maturity.radarWithout', { dimensions: whole.without.join(', ') })}
        </p>
      )}
    </Card>
  );
}
