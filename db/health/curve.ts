/** A point of a curve: a value in the measure's own unit and the score from 0 to 100 it stands for. */
export type CurvePoint = readonly [value: number, score: number];
/** Straight lines between points of ascending value; before the first and after the last the score stays as it is there. */
export type Curve = readonly CurvePoint[];

export const curveProblems = [
  'curve-too-short',
  'curve-out-of-order',
  'curve-out-of-range',
  'curve-against-direction',
] as const;
export type CurveProblem = (typeof curveProblems)[number];

/** Which values are better. A measure that is best in the middle, such as the number of enquiries, has a range. */
export const measureDirections = ['increase', 'decrease', 'range'] as const;
export type MeasureDirection = (typeof measureDirections)[number];

/** The score of a value, 0 to 100. A sound curve is expected (`curveProblem`). */
export function scoreOn(curve: Curve, value: number): number {
  let before = curve[0];
  if (before === undefined || value <= before[0]) return before?.[1] ?? 0;
  for (let at = 1; at < curve.length; at += 1) {
    const after = curve[at];
    if (after === undefined) break;
    if (value <= after[0])
      return before[1] + ((after[1] - before[1]) * (value - before[0])) / (after[0] - before[0]);
    before = after;
  }
  return before[1];
}

/** What is wrong with a curve, the gravest first; null where nothing is. */
export function curveProblem(curve: Curve, direction: MeasureDirection): CurveProblem | null {
  if (curve.length < 2) return 'curve-too-short';
  if (curve.some(([value, score]) => !Number.isFinite(value) || !(score >= 0 && score <= 100)))
    return 'curve-out-of-range';
  const steps = curve.slice(1).map(([value, score], at) => {
    const [earlier, earlierScore] = curve[at] ?? [value, score];
    return { value: value - earlier, score: score - earlierScore };
  });
  if (steps.some((step) => step.value <= 0)) return 'curve-out-of-order';
  if (direction === 'increase' && steps.some((step) => step.score < 0)) return 'curve-against-direction';
  if (direction === 'decrease' && steps.some((step) => step.score > 0)) return 'curve-against-direction';
  return null;
}
