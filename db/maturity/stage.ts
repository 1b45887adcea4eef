import { compare, type Fraction, fromHundredths, toHundredths, weightedMean } from '../types/fraction.ts';
import type { DimensionRole, MaturityDimension, MaturityModel, MeanScoring } from './model.ts';

/** What was answered in a dimension. */
export type Tally = {
  readonly dimension: MaturityDimension;
  /** The weighted mean of its answers; null of none. */
  readonly score: Fraction | null;
  readonly levels: readonly number[];
  readonly answered: number;
  readonly applicable: number;
  /** Practices in place, where the rule is `tiers`; else null. */
  readonly inPlace: number | null;
};

export type StageResult = {
  readonly key: string;
  /** 1 for the lowest stage. */
  readonly position: number;
  /** The stage the mean alone would give; the same as `key` unless the floor rule held it down, and in other rules. */
  readonly byMean: string;
  /** The weakest dimensions, where they held the stage down; else empty. */
  readonly heldDownBy: readonly string[];
  /** Whether the enablers carry this stage; null while an enabler is unknown, and in models without the rule. */
  readonly sustainable: boolean | null;
  /** The step on each ladder, by ladder key. */
  readonly ladders: Readonly<Record<string, string>>;
};

type Scored = Tally & { readonly score: Fraction };

/** The mean of the core dimensions; none where the levels are kinds, not amounts. */
export function meanOf({ scoring }: MaturityModel, tallies: readonly Tally[]): Fraction | null {
  if (scoring.kind === 'majority') return null;
  return weightedMean(
    scoredOf(tallies, 'core').map(({ dimension, score }) => ({ value: score, weight: dimension.weight })),
  );
}

/** The dimensions of a role with the lowest score, several when equal. */
export function lowest(tallies: readonly Tally[], role: DimensionRole): readonly Scored[] {
  const scored = scoredOf(tallies, role);
  const [first, ...others] = scored;
  if (!first) return [];
  const least = others.reduce((low, { score }) => (compare(score, low) < 0 ? score : low), first.score);
  return scored.filter(({ score }) => compare(score, least) === 0);
}

/** The stage the answers come to, by the model's rule. */
export function stageOf(
  model: MaturityModel,
  tallies: readonly Tally[],
  mean: Fraction | null,
): StageResult | null {
  switch (model.scoring.kind) {
    case 'mean-of-dimensions':
      return mean && stageByMean(model, model.scoring, tallies, mean);
    case 'tiers':
      return plainStage(model, tierReached(model, tallies));
    case 'majority':
      return plainStage(model, majorityLevel(tallies.flatMap(({ levels }) => levels)));
  }
}

/** The stage one dimension alone would come to; tiers have none. */
export function ownStage(model: MaturityModel, { score, levels }: Tally): string | null {
  if (!score) return null;
  switch (model.scoring.kind) {
    case 'mean-of-dimensions':
      return stageAt(model, positionOf(model, score)).key;
    case 'tiers':
      return null;
    case 'majority':
      return stageAt(model, majorityLevel(levels)).key;
  }
}

/** Rounded to hundredths, but never up to a cut it misses: 1.7475 shows as 1.74, not as the 1.75 of the next stage. */
export function shownScore(model: MaturityModel, score: Fraction): number {
  const rounded = toHundredths(score);
  const crossed = positionOf(model, fromHundredths(rounded)) > positionOf(model, score);
  return crossed ? Math.round(rounded * 100 - 1) / 100 : rounded;
}

/** The highest stage whose cut the score reaches, counted from 1. */
function positionOf({ stages }: MaturityModel, score: Fraction): number {
  const reached = stages.findLastIndex(
    ({ from }) => from !== null && compare(score, fromHundredths(from)) >= 0,
  );
  return Math.max(reached, 0) + 1;
}

/**
 * The highest tier, counted from 1, whose practices and those of every tier under it are all in place. A tier none of whose
 * practices applies stands in nobody's way and is nobody's reach.
 */
function tierReached({ stages }: MaturityModel, tallies: readonly Tally[]): number {
  let reached = 1;
  for (const [at, { key }] of stages.entries()) {
    const asked = tallies.filter(({ dimension, applicable }) => dimension.leadsTo === key && applicable > 0);
    if (asked.some(({ inPlace, applicable }) => inPlace !== applicable)) break;
    if (asked.length > 0) reached = at + 1;
  }
  return reached;
}

/** The highest level more than half of the answers have reached; 1 of none. */
function majorityLevel(levels: readonly number[]): number {
  const sorted = levels.toSorted((a, b) => b - a);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}

function stageByMean(
  model: MaturityModel,
  { floor, enablers }: MeanScoring,
  tallies: readonly Tally[],
  mean: Fraction,
): StageResult {
  const weakest = lowest(tallies, 'core');
  const highest = (scored: readonly Scored[], rule: { readonly above: number } | null) =>
    rule && scored[0] ? positionOf(model, scored[0].score) + rule.above : null;
  const byMean = positionOf(model, mean);
  const position = Math.min(byMean, highest(weakest, floor) ?? byMean);
  const carried = highest(lowest(tallies, 'enabler'), enablers);
  const carries = carried !== null && position <= carried;
  const enablersKnown = tallies.every((t) => t.dimension.role === 'core' || t.score || t.applicable === 0);
  return {
    ...plainStage(model, position),
    byMean: stageAt(model, byMean).key,
    heldDownBy: position < byMean ? weakest.map(({ dimension }) => dimension.key) : [],
    sustainable: carried === null || (carries && !enablersKnown) ? null : carries,
  };
}

function plainStage(model: MaturityModel, position: number): StageResult {
  const { key } = stageAt(model, position);
  return {
    key,
    position,
    byMean: key,
    heldDownBy: [],
    sustainable: null,
    ladders: Object.fromEntries(
      model.ladders.map((ladder) => [ladder.key, stepAt(model, ladder.steps, position)]),
    ),
  };
}

function scoredOf(tallies: readonly Tally[], role: DimensionRole): readonly Scored[] {
  return tallies.flatMap((tally) =>
    tally.score && tally.dimension.role === role ? [{ ...tally, score: tally.score }] : [],
  );
}

function stageAt(model: MaturityModel, position: number) {
  const stage = model.stages[position - 1];
  if (!stage) throw new RangeError(`the model has no stage ${position}`);
  return stage;
}

function stepAt(
  model: MaturityModel,
  steps: MaturityModel['ladders'][number]['steps'],
  position: number,
): string {
  const begun = model.stages.slice(0, position).map(({ key }) => key);
  return steps.findLast(({ fromStage }) => begun.includes(fromStage))?.key ?? '';
}
