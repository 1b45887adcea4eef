import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Chart } from '../../ui/chart.tsx';
import type { RadarSpec, Series } from '../../ui/chart-spec.ts';
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
    const known = (key: string) =>
      result.dimensions.some((dimension) => dimension.key === key && dimension.score !== null);
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
      axes: core.map(({ key, name }) =>
        // The centre of a radar looks like a score; a dash says that there is none yet.
        known(key) ? name[language] : `${name[language]} –`,
      ),
      max: model.scale.length,
      series,
    };
  }, [model, result, compared, plan, withTargets, language, t]);
  if (spec.axes.length < 3) return null;
  return <Chart label={t('maturity.radar', { subject })} spec={spec} height={height} />;
}
