import { compare, type Fraction, fraction, fromHundredths, toHundredths, weightedMean } from './fraction.ts';
import {
  type DimensionRole,
  indicatorsOf,
  type MaturityDimension,
  type MaturityModel,
} from './maturity-model.ts';

/** One indicator's answer. Not applicable leaves the result as if the indicator were not in the model; no level is unknown. */
export type MaturityAnswer = {
  readonly indicator: string;
  readonly level: number | null;
  readonly applicable: boolean;
};

export type DimensionResult = {
  readonly key: string;
  readonly role: DimensionRole;
  /** Weighted mean of the answered indicators in hundredths (see `shownScore`); null when none is answered. */
  readonly score: number | null;
  /** The stage this dimension alone would come to. */
  readonly stage: string | null;
  readonly answered: number;
  readonly applicable: number;
};

export type MaturityCoverage = {
  readonly answered: number;
  readonly applicable: number;
  /** Whole percent, rounded down, so that 69.9 % is not shown as the 70 % it misses. Null when nothing applies. */
  readonly percent: number | null;
  readonly enough: boolean;
};

export type StageResult = {
  readonly key: string;
  /** 1 for the lowest stage. */
  readonly position: number;
  /** The stage the mean alone would give; the same as `key` unless the floor rule held it down. */
  readonly byMean: string;
  /** The weakest dimensions, where they held the stage down; else empty. */
  readonly heldDownBy: readonly string[];
  /** Whether the enablers carry this stage; null while an enabler is unknown, and in models without the rule. */
  readonly sustainable: boolean | null;
  /** The step on each ladder, by ladder key. */
  readonly ladders: Readonly<Record<string, string>>;
};

export type MaturityResult = {
  /** In the model's order. */
  readonly dimensions: readonly DimensionResult[];
  readonly coverage: MaturityCoverage;
  /** Applicable indicators without an answer, in the model's order. */
  readonly missing: readonly string[];
  /** Weighted mean of the core dimensions in hundredths; null under the model's coverage. */
  readonly overall: number | null;
  readonly stage: StageResult | null;
  /** The core dimensions with the lowest score, several when equal. */
  readonly weakest: readonly string[];
  /** The enablers with the lowest score, several when equal. */
  readonly lowestEnablers: readonly string[];
};

type Scored = { readonly dimension: MaturityDimension; readonly score: Fraction };

/**
 * What the answers come to (domain.md 4). Means are exact, so that a mean at a cut belongs to the stage above it.
 * @throws RangeError for an indicator or level the model doesn't have, or two answers to one indicator.
 */
export function maturityResult(model: MaturityModel, answers: readonly MaturityAnswer[]): MaturityResult {
  const given = answersByIndicator(model, answers);
  const tallies = model.dimensions.map((dimension) => tally(dimension, given));
  const coverage = coverageOf(model, tallies);
  const scored = tallies.flatMap(({ dimension, score }) => (score ? [{ dimension, score }] : []));
  const core = scored.filter(({ dimension }) => dimension.role === 'core');
  const mean = coverage.enough
    ? weightedMean(core.map(({ dimension, score }) => ({ value: score, weight: dimension.weight })))
    : null;
  const weakest = lowest(core);
  const lowestEnablers = lowest(scored.filter(({ dimension }) => dimension.role === 'enabler'));
  const enablersKnown = tallies.every((t) => t.dimension.role === 'core' || t.score || t.applicable === 0);
  return {
    dimensions: tallies.map(({ dimension, score, answered, applicable }) => ({
      key: dimension.key,
      role: dimension.role,
      score: score && shownScore(model, score),
      stage: score && stageAt(model, positionOf(model, score)).key,
      answered,
      applicable,
    })),
    coverage,
    missing: indicatorsOf(model)
      .map(({ indicator }) => indicator.key)
      .filter((key) => given.get(key)?.applicable !== false && typeof given.get(key)?.level !== 'number'),
    overall: mean && shownScore(model, mean),
    stage: mean && stageOf(model, mean, weakest, lowestEnablers, enablersKnown),
    weakest: weakest.map(({ dimension }) => dimension.key),
    lowestEnablers: lowestEnablers.map(({ dimension }) => dimension.key),
  };
}

function answersByIndicator(
  model: MaturityModel,
  answers: readonly MaturityAnswer[],
): ReadonlyMap<string, MaturityAnswer> {
  const known = new Set(indicatorsOf(model).map(({ indicator }) => indicator.key));
  const given = new Map<string, MaturityAnswer>();
  for (const answer of answers) {
    const { indicator, level } = answer;
    if (!known.has(indicator)) throw new RangeError(`the model has no indicator ${indicator}`);
    if (given.has(indicator)) throw new RangeError(`two answers to ${indicator}`);
    if (level !== null && !model.scale.some((step) => step.level === level))
      throw new RangeError(`${indicator} has no level ${level}`);
    given.set(indicator, answer);
  }
  return given;
}

function tally(dimension: MaturityDimension, given: ReadonlyMap<string, MaturityAnswer>) {
  const applicable = dimension.indicators.filter(({ key }) => given.get(key)?.applicable !== false);
  const answered = applicable.flatMap(({ key, weight }) => {
    const level = given.get(key)?.level ?? null;
    return level === null ? [] : [{ value: fraction(level), weight }];
  });
  return {
    dimension,
    score: weightedMean(answered),
    answered: answered.length,
    applicable: applicable.length,
  };
}

function coverageOf(
  model: MaturityModel,
  tallies: readonly { readonly answered: number; readonly applicable: number }[],
): MaturityCoverage {
  const answered = tallies.reduce((sum, entry) => sum + entry.answered, 0);
  const applicable = tallies.reduce((sum, entry) => sum + entry.applicable, 0);
  return {
    answered,
    applicable,
    percent: applicable === 0 ? null : Math.floor((answered * 100) / applicable),
    enough: applicable > 0 && answered * 100 >= model.scoring.minimumCoverage * applicable,
  };
}

function lowest(scored: readonly Scored[]): readonly Scored[] {
  const [first, ...others] = scored;
  if (!first) return [];
  const least = others.reduce((low, { score }) => (compare(score, low) < 0 ? score : low), first.score);
  return scored.filter(({ score }) => compare(score, least) === 0);
}

function stageOf(
  model: MaturityModel,
  mean: Fraction,
  weakest: readonly Scored[],
  lowestEnablers: readonly Scored[],
  enablersKnown: boolean,
): StageResult {
  const { floor, enablers } = model.scoring;
  const highest = (scored: readonly Scored[], rule: { readonly above: number } | null) =>
    rule && scored[0] ? positionOf(model, scored[0].score) + rule.above : null;
  const byMean = positionOf(model, mean);
  const position = Math.min(byMean, highest(weakest, floor) ?? byMean);
  const carried = highest(lowestEnablers, enablers);
  const carries = carried !== null && position <= carried;
  return {
    key: stageAt(model, position).key,
    position,
    byMean: stageAt(model, byMean).key,
    heldDownBy: position < byMean ? weakest.map(({ dimension }) => dimension.key) : [],
    sustainable: carried === null || (carries && !enablersKnown) ? null : carries,
    ladders: Object.fromEntries(model.ladders.map(({ key, steps }) => [key, stepAt(model, steps, position)])),
  };
}

/** The highest stage whose cut the score reaches, counted from 1. */
function positionOf(model: MaturityModel, score: Fraction): number {
  const reached = model.stages.findLastIndex(({ from }) => compare(score, fromHundredths(from)) >= 0);
  return Math.max(reached, 0) + 1;
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

/** Rounded to hundredths, but never up to a cut it misses: 1.7475 shows as 1.74, not as the 1.75 of the next stage. */
function shownScore(model: MaturityModel, score: Fraction): number {
  const rounded = toHundredths(score);
  const crossed = positionOf(model, fromHundredths(rounded)) > positionOf(model, score);
  return crossed ? Math.round(rounded * 100 - 1) / 100 : rounded;
}
