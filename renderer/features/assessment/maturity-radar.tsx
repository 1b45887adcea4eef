import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Chart } from '../../ui/chart.tsx';
import { type RadarSpec, type Series, wholeRadar } from '../../ui/chart-spec.ts';
import type { ShownAssessment } from './assessment-type.ts';

/** The core dimensions now, before and, where wanted, as aimed at. Two axes make no figure, so fewer than three draw none. */
export function MaturityRadar({
  assessment,
  withTargets = false,
  height,
}: {
  assessment: ShownAssessment;
  withTargets?: boolean;
  height: number;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { model, result, compared, plan, subject } = assessment;
  const spec = useMemo<RadarSpec>(() => {
    const core = model.dimensions.filter(({ role }) => role === 'core');
    const scores = (of: typeof result) =>
      core.map(({ key }) => of.dimensions.find((dimension) => dimension.key === key)?.score ?? null);
    const series: Series[] = [
      { label: t('assessment.now'), values: scores(result), emphasis: 'now' },
      ...(compared
        ? [{ label: compared.assessedOn, values: scores(compared.result), emphasis: 'before' as const }]
        : []),
      ...(withTargets
        ? [
            {
              label: t('maturity.target'),
              values: core.map(({ key }) => plan.gaps.find((gap) => gap.dimension === key)?.target ?? null),
              emphasis: 'target' as const,
            },
          ]
        : []),
    ];
    return {
      kind: 'radar',
      axes: core.map(({ name }) => name[language]),
      max: model.scale.length,
      series,
    };
  }, [model, result, compared, plan, withTargets, language, t]);
  const whole = useMemo(() => wholeRadar(spec), [spec]);
  if (spec.axes.length < 3) return null;
  return (
    <>
      {whole && <Chart label={t('maturity.radar', { subject })} spec={whole.spec} height={height} />}
      {(whole === null || whole.without.length > 0) && (
        <p style={{ color: 'var(--ink-3)', margin: 0 }}>
          {whole
            ? t('maturity.radarWithout', { dimensions: whole.without.join(', ') })
            : t('maturity.radarTooFew')}
        </p>
      )}
    </>
  );
}
