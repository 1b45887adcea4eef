import type { Bilingual } from '../types/language.ts';
import { type Curve, type CurveProblem, curveProblem, type MeasureDirection } from './curve.ts';

/** From worst to best. */
export const healthBands = ['red', 'yellow', 'green'] as const;
export type HealthBand = (typeof healthBands)[number];

/** Where the weight of a measure without a reading goes: to the others of its group first, or to all measures alike. */
export const missingPolicies = ['grouped', 'flat'] as const;
export type MissingPolicy = (typeof missingPolicies)[number];

/** A measure in a model. */
export type ModelMeasure = {
  /** The measure's key: one of the book's own (measure.ts) or of the user's. */
  readonly measure: string;
  /** Within its group, against the other measures there; 0 shows it without counting it. */
  readonly weight: number;
  readonly curve: Curve;
  /** Older than this it counts as missing; null never ages. */
  readonly maximumAgeDays: number | null;
};

export type HealthGroup = {
  readonly key: string;
  readonly name: Bilingual;
  /** Against the other groups. */
  readonly weight: number;
  readonly measures: readonly ModelMeasure[];
};

/** "No sponsor → at most yellow": while the measure's value is on that side of the limit, the score is capped. */
export type HealthException = {
  readonly measure: string;
  readonly comparison: 'at-most' | 'at-least';
  readonly value: number;
  readonly cap: 'red' | 'yellow';
};

/** How health is scored. A version of it never changes. */
export type HealthModel = {
  readonly name: Bilingual;
  readonly groups: readonly HealthGroup[];
  /** In order: the first that applies caps the score. */
  readonly exceptions: readonly HealthException[];
  readonly missing: MissingPolicy;
  /** Percent of the weight that must have a reading for a colour. */
  readonly minimumCoverage: number;
  /** Red below `yellow`, yellow below `green`, judged on the unrounded score. */
  readonly bands: { readonly yellow: number; readonly green: number };
  /** Days a new account has no colour. */
  readonly ungradedDays: number;
};

/** The cuts, coverage and days of health.model where the user sets nothing else. */
export const usualRules = {
  exceptions: [],
  missing: 'grouped',
  minimumCoverage: 50,
  bands: { yellow: 50, green: 75 },
  ungradedDays: 30,
} as const satisfies Partial<HealthModel>;

export const modelProblems = [
  'no-weight',
  'weight-negative',
  'bands-out-of-order',
  'coverage-out-of-range',
  'measure-unknown',
  'measure-twice',
  'exception-unknown',
] as const;
export type ModelProblem = (typeof modelProblems)[number] | CurveProblem;

/** What is wrong with a model, each with the group and measure it is about; a model with problems is not saved. */
export function problemsOf(
  model: HealthModel,
  directions: ReadonlyMap<string, MeasureDirection>,
): { readonly problem: ModelProblem; readonly group: string | null; readonly measure: string | null }[] {
  const problems: ReturnType<typeof problemsOf> = [];
  const report = (problem: ModelProblem, group: string | null = null, measure: string | null = null) =>
    problems.push({ problem, group, measure });
  const { yellow, green } = model.bands;
  if (!(yellow > 0 && yellow < green && green <= 100)) report('bands-out-of-order');
  if (!(model.minimumCoverage >= 0 && model.minimumCoverage <= 100)) report('coverage-out-of-range');
  const seen = new Set<string>();
  for (const { key: group, weight, measures } of model.groups) {
    if (!(weight >= 0)) report('weight-negative', group);
    for (const each of measures) {
      const direction = directions.get(each.measure);
      if (direction === undefined) report('measure-unknown', group, each.measure);
      if (seen.has(each.measure)) report('measure-twice', group, each.measure);
      seen.add(each.measure);
      if (!(each.weight >= 0)) report('weight-negative', group, each.measure);
      const wrong = curveProblem(each.curve, direction ?? 'range');
      if (wrong) report(wrong, group, each.measure);
    }
  }
  if (!fullShares(model).some(({ share }) => share > 0)) report('no-weight');
  for (const { measure } of model.exceptions)
    if (!seen.has(measure)) report('exception-unknown', null, measure);
  return problems;
}

/** Every measure of the model with the share of the whole it has where everything is known; the shares come to 1, or to 0 without any weight. */
export function fullShares(
  model: HealthModel,
): { readonly group: HealthGroup; readonly measure: ModelMeasure; readonly share: number }[] {
  const weighed = model.groups.map((group) => ({
    group,
    sum: group.measures.reduce((sum, { weight }) => sum + weight, 0),
  }));
  const total = weighed.reduce((sum, { group, sum: own }) => (own > 0 ? sum + group.weight : sum), 0);
  return weighed.flatMap(({ group, sum }) =>
    group.measures.map((measure) => ({
      group,
      measure,
      share: total > 0 && sum > 0 ? ((group.weight / total) * measure.weight) / sum : 0,
    })),
  );
}

/** The band of an unrounded score. */
export function bandOf(score: number, { yellow, green }: HealthModel['bands']): HealthBand {
  if (score < yellow) return 'red';
  return score < green ? 'yellow' : 'green';
}

/** The score as a whole number that never looks like another band: 49.5 is red and shows 49. */
export function shownScore(score: number, bands: HealthModel['bands']): number {
  const rounded = Math.round(score);
  return bandOf(rounded, bands) === bandOf(score, bands) ? rounded : Math.floor(score);
}

/** How a measure gets its value. */
export const measureModes = ['hand', 'typed', 'imported', 'derived'] as const;
export type MeasureMode = (typeof measureModes)[number];

/**
 * The level of module 6 of the CS-function assessment a model shows: 1 none, 2 a colour by hand, 3 two or more factors by hand,
 * 4 both kinds, 5 all derived or imported.
 * @param modes of the measures that have weight
 */
export function healthModelLevel(modes: readonly MeasureMode[]): 1 | 2 | 3 | 4 | 5 {
  const byHand = modes.filter((mode) => mode === 'hand' || mode === 'typed').length;
  if (modes.length === 0) return 1;
  if (byHand === 0) return 5;
  if (byHand < modes.length) return 4;
  return byHand > 1 ? 3 : 2;
}
