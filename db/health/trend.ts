import type { HealthBand } from './model.ts';

/** A measure of a kept score: enough to say later what moved it. */
export type KeptMeasure = {
  readonly measure: string;
  readonly value: number | null;
  readonly points: number;
};

/** A score as it was kept on a day. */
export type KeptScore = {
  /** The version of the model it was scored by; null of the built-in one. */
  readonly versionId: number | null;
  readonly score: number | null;
  readonly band: HealthBand | null;
  readonly measures: readonly KeptMeasure[];
};

/** Smaller than this, a difference is within the noise of the readings. */
const leastMove = 5;
/** Two scores are compared by sums of fractions. */
const tolerance = 1e-9;

/** The arrow beside a score: a change of 5 points or of band, by one version of the model; null where there is none to show. */
export function healthTrend(
  now: Omit<KeptScore, 'measures'>,
  then: Omit<KeptScore, 'measures'> | null,
): 'up' | 'down' | null {
  if (then === null || now.versionId !== then.versionId || now.score === null || then.score === null)
    return null;
  const change = now.score - then.score;
  const isOtherBand = now.band !== null && then.band !== null && now.band !== then.band;
  if (Math.abs(change) < leastMove - tolerance && !isOtherBand) return null;
  return change > 0 ? 'up' : change < 0 ? 'down' : null;
}

export type ScoreChange = {
  readonly measure: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly points: number;
};

/** The key of an exception's part among the measures of a kept score. */
export const exceptionPart = 'exception';

/** What moved the score from then to now, the largest part first; the parts come to the difference of the scores. */
export function changesBetween(
  then: readonly KeptMeasure[],
  now: readonly KeptMeasure[],
): readonly ScoreChange[] {
  const before = new Map(then.map((each) => [each.measure, each]));
  const after = new Map(now.map((each) => [each.measure, each]));
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((measure) => ({
      measure,
      before: before.get(measure)?.value ?? null,
      after: after.get(measure)?.value ?? null,
      points: (after.get(measure)?.points ?? 0) - (before.get(measure)?.points ?? 0),
    }))
    .filter(({ points }) => Math.abs(points) > 0.05)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}
