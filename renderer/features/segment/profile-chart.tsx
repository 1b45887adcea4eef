import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { enoughMotivation, highestMotivation, type Quadrant } from '../../../db/segment/ideal-profile.ts';
import type { ProfileLine } from '../../../db/segment/ideal-profile-query.ts';
import { Chart } from '../../ui/chart.tsx';
import type { ScatterPoint, ScatterSpec } from '../../ui/chart-spec.ts';
import { abilityCut, profilePoints } from './profile-points.ts';

const tones: Readonly<Record<Quadrant, NonNullable<ScatterPoint['tone']>>> = {
  ideal: 'good',
  coach: 'info',
  activate: 'warn',
  'non-ideal': 'bad',
};

/** Between two points, so that 7 lies beyond the line. */
const motivationCut = enoughMotivation - 0.5;

/** Motivation across, ability up; a click shows the accounts at that point. */
export function ProfileChart({
  accounts,
  onSelect,
}: {
  accounts: readonly ProfileLine[];
  onSelect: (accountIds: readonly number[]) => void;
}) {
  const { t } = useTranslation();
  const points = useMemo(() => profilePoints(accounts), [accounts]);
  const spec: ScatterSpec = useMemo(
    () => ({
      kind: 'scatter',
      x: { label: t('profile.axis.motivation'), min: 0, max: highestMotivation, cut: motivationCut },
      y: { label: t('profile.axis.ability'), min: 1, max: 4, cut: abilityCut },
      points: points.map(({ key, names, x, y, quadrant, isHeldDown }) => ({
        key,
        label: [
          names.length === 1
            ? (names[0] ?? '')
            : t('profile.several', { name: names[0] ?? '', count: names.length - 1 }),
          ...(isHeldDown ? [t('profile.heldDown')] : []),
        ].join(' · '),
        x,
        y,
        tone: tones[quadrant],
        weight: names.length,
      })),
      regions: [
        { label: t('profile.quadrant.ideal'), x: [motivationCut, highestMotivation], y: [abilityCut, 4] },
        { label: t('profile.quadrant.coach'), x: [motivationCut, highestMotivation], y: [1, abilityCut] },
        { label: t('profile.quadrant.activate'), x: [0, motivationCut], y: [abilityCut, 4] },
        { label: t('profile.quadrant.non-ideal'), x: [0, motivationCut], y: [1, abilityCut] },
      ],
    }),
    [points, t],
  );
  return (
    <Chart
      label={t('profile.chart')}
      spec={spec}
      height={380}
      onSelect={(key) => onSelect(points.find((point) => point.key === key)?.accountIds ?? [])}
    />
  );
}
