import { fraction, weightedMean } from '../types/fraction.ts';
import { type DimensionRole, indicatorsOf, type MaturityDimension, type MaturityModel } from './model.ts';
import { lowest, meanOf, ownStage, type StageResult, shownScore, stageOf, type Tally } from './stage.ts';

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
  /** The stage this dimension alone would come to; null in tiers, which take all of them. */
  readonly stage: string | null;
  /** Applicable practices in place, where the rule is `tiers`; else null. */
  readonly inPlace: number | null;
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

export type MaturityResult = {
  /** In the model's order. */
  readonly dimensions: readonly DimensionResult[];
  readonly coverage: MaturityCoverage;
  /** Applicable indicators without an answer, in the model's order. */
  readonly missing: readonly string[];
  /** Weighted mean of the core dimensions in hundredths; null under the model's coverage and where levels are kinds. */
  readonly overall: number | null;
  readonly stage: StageResult | null;
  /** The core dimensions with the lowest score, several when equal. */
  readonly weakest: readonly string[];
  /** The enablers with the lowest score, several when equal. */
  readonly lowestEnablers: readonly string[];
};

/**
 * What the answers come to (domain.md 4). Means are exact, so that a mean at a cut belongs to the stage above it.
 * @throws RangeError for an indicator or level the model doesn't have, or two answers to one indicator.
 */
export function maturityResult(model: MaturityModel, answers: readonly MaturityAnswer[]): MaturityResult {
  const given = answersByIndicator(model, answers);
  const tallies = model.dimensions.map((dimension) => tally(model, dimension, given));
  const coverage = coverageOf(model, tallies);
  const weakest = lowest(tallies, 'core');
  const lowestEnablers = lowest(tallies, 'enabler');
  const mean = coverage.enough ? meanOf(model, tallies) : null;
  return {
    dimensions: tallies.map(({ dimension, score, inPlace, ...counted }) => ({
      key: dimension.key,
      role: dimension.role,
      score: score && shownScore(model, score),
      stage: ownStage(model, { dimension, score, inPlace, ...counted }),
      answered: counted.answered,
      applicable: counted.applicable,
      inPlace,
    })),
    coverage,
    missing: indicatorsOf(model)
      .map(({ indicator }) => indicator.key)
      .filter((key) => given.get(key)?.applicable !== false && typeof given.get(key)?.level !== 'number'),
    overall: mean && shownScore(model, mean),
    stage: coverage.enough ? stageOf(model, tallies, mean) : null,
    weakest: weakest.map(({ dimension }) => dimension.key),
    lowestEnablers: lowestEnablers.map(({ dimension }) => dimension.key),
  };
}

/** What always stands beside the mean: the core dimensions that are weakest, and their score in levels. */
export type Weakest = { readonly keys: readonly string[]; readonly score: number | null };

export function weakestOf({ weakest, dimensions }: MaturityResult): Weakest {
  return { keys: weakest, score: dimensions.find(({ key }) => key === weakest[0])?.score ?? null };
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

function tally(
  { scoring }: MaturityModel,
  dimension: MaturityDimension,
  given: ReadonlyMap<string, MaturityAnswer>,
): Tally {
  const applicable = dimension.indicators.filter(({ key }) => given.get(key)?.applicable !== false);
  const answered = applicable.flatMap(({ key, weight }) => {
    const level = given.get(key)?.level ?? null;
    return level === null ? [] : [{ level, value: fraction(level), weight }];
  });
  const levels = answered.map(({ level }) => level);
  return {
    dimension,
    score: weightedMean(answered),
    levels,
    answered: answered.length,
    applicable: applicable.length,
    inPlace: scoring.kind === 'tiers' ? levels.filter((level) => level >= scoring.holdsFrom).length : null,
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
