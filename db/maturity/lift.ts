import { compare, type Fraction, fraction, fromHundredths, weightedMean } from '../types/fraction.ts';
import { indicatorsOf, type MaturityDimension, type MaturityIndicator, type MaturityModel } from './model.ts';
import type { MaturityAnswer, MaturityResult } from './result.ts';

/** One answer to be raised; its ways up stand in the model under each level from `from` to before `to`. */
export type MaturityRaise = {
  readonly dimension: string;
  readonly indicator: string;
  /** Null where it is still open. */
  readonly from: number | null;
  readonly to: number;
  /** The efforts of its steps added: 1 days, 2 weeks, 3 months each; null where it is still open. */
  readonly effort: number | null;
};

/** The fewest levels to climb for the next stage, in the model's order. */
export type MaturityLift = { readonly stage: string; readonly raises: readonly MaturityRaise[] };

type Asked = {
  readonly dimension: MaturityDimension;
  readonly indicator: MaturityIndicator;
  readonly level: number | null;
};

/**
 * What would lift the stage by one: the smallest number of one-level raises, each the one of less effort where two gain the
 * same. Null without a stage, at the highest one, or where the answers given cannot reach it.
 */
export function maturityLift(
  model: MaturityModel,
  answers: readonly MaturityAnswer[],
  { stage }: MaturityResult,
): MaturityLift | null {
  if (!stage || stage.position >= model.stages.length) return null;
  const given = new Map(answers.map((answer) => [answer.indicator, answer]));
  const asked = indicatorsOf(model).flatMap(({ dimension, indicator }): Asked[] => {
    const answer = given.get(indicator.key);
    return answer?.applicable === false ? [] : [{ dimension, indicator, level: answer?.level ?? null }];
  });
  switch (model.scoring.kind) {
    case 'mean-of-dimensions':
      return liftedMean(model, asked, stage.position, model.scoring.floor);
    case 'tiers':
      return liftedTier(model, asked, stage.position, model.scoring.holdsFrom);
    case 'majority':
      return liftedMajority(model, asked, stage.position);
  }
}

/** The next tier anything is asked for, and what is not in place up to it. */
function liftedTier(
  { stages }: MaturityModel,
  asked: readonly Asked[],
  position: number,
  holdsFrom: number,
): MaturityLift | null {
  const leadsTo = (at: number) => asked.filter(({ dimension }) => dimension.leadsTo === stages[at]?.key);
  const at = stages.findIndex((_, index) => index >= position && leadsTo(index).length > 0);
  const stage = stages[at];
  if (!stage) return null;
  const raises = leadsTo(at).filter(({ level }) => level === null || level < holdsFrom);
  return { stage: stage.key, raises: raises.map((each) => raise(each, holdsFrom)) };
}

/** As many answers as more than half still lack, those nearest to the next level first. */
function liftedMajority(
  { stages }: MaturityModel,
  asked: readonly Asked[],
  position: number,
): MaturityLift | null {
  const stage = stages[position];
  const answered = asked.filter(({ level }) => level !== null);
  const level = position + 1;
  const below = answered.filter((each) => (each.level ?? 0) < level);
  const lacking = Math.floor(answered.length / 2) + 1 - (answered.length - below.length);
  if (!stage || lacking > below.length) return null;
  const nearest = below
    .map((each) => ({ each, climb: level - (each.level ?? 0), effort: effortOf(each, level) ?? 0 }))
    .sort((a, b) => a.climb - b.climb || a.effort - b.effort)
    .slice(0, lacking)
    .map(({ each }) => each);
  return {
    stage: stage.key,
    raises: below.filter((each) => nearest.includes(each)).map((each) => raise(each, level)),
  };
}

/** A level one indicator could climb, and by how much the overall mean would rise with it. */
type Climb = { readonly asked: Asked; readonly to: number; readonly gain: Fraction; readonly effort: number };

/**
 * First what the floor rule asks of each dimension, then whatever raises the mean most. Within a dimension every climb of an
 * indicator gains the same, so taking the largest gains first needs the fewest climbs.
 */
function liftedMean(
  model: MaturityModel,
  asked: readonly Asked[],
  position: number,
  floor: { readonly above: number } | null,
): MaturityLift | null {
  const stage = model.stages[position];
  const cut = stage?.from ?? null;
  const core = asked.filter(({ dimension, level }) => dimension.role === 'core' && level !== null);
  if (!stage || cut === null) return null;
  const levels = new Map(core.map(({ indicator, level }) => [indicator.key, level ?? 0]));
  const dimensions = [...new Set(core.map(({ dimension }) => dimension))];
  const scoreOf = (dimension: MaturityDimension) =>
    weightedMean(
      core
        .filter((each) => each.dimension === dimension)
        .map(({ indicator }) => ({
          value: fraction(levels.get(indicator.key) ?? 0),
          weight: indicator.weight,
        })),
    ) ?? fraction(0);
  const climbs = climbsOf(core, dimensions);
  const climb = (among: readonly Climb[]): boolean => {
    const next = among.find(({ asked: { indicator }, to }) => levels.get(indicator.key) === to - 1);
    if (next) levels.set(next.asked.indicator.key, next.to);
    return next !== undefined;
  };
  const lowestFrom = floor ? (model.stages[position - floor.above]?.from ?? null) : null;
  if (lowestFrom !== null)
    for (const dimension of dimensions) {
      const own = climbs.filter((each) => each.asked.dimension === dimension);
      while (compare(scoreOf(dimension), fromHundredths(lowestFrom)) < 0) if (!climb(own)) return null;
    }
  const mean = () =>
    weightedMean(dimensions.map((each) => ({ value: scoreOf(each), weight: each.weight }))) ?? fraction(0);
  while (compare(mean(), fromHundredths(cut)) < 0) if (!climb(climbs)) return null;
  return {
    stage: stage.key,
    raises: core.flatMap((each) => {
      const to = levels.get(each.indicator.key) ?? 0;
      return to > (each.level ?? 0) ? [raise(each, to)] : [];
    }),
  };
}

/** Every single climb there is, the largest gain first, then the smaller effort. */
function climbsOf(core: readonly Asked[], dimensions: readonly MaturityDimension[]): readonly Climb[] {
  const all = dimensions.reduce((sum, { weight }) => sum + weight, 0);
  return core
    .flatMap((asked) => {
      const { dimension, indicator, level } = asked;
      const own = core
        .filter((each) => each.dimension === dimension)
        .reduce((sum, each) => sum + each.indicator.weight, 0);
      const gain = fraction(dimension.weight * indicator.weight, all * own);
      return indicator.levels.flatMap(({ level: from, next }) =>
        next && from >= (level ?? 0) ? [{ asked, to: from + 1, gain, effort: next.effort }] : [],
      );
    })
    .sort((a, b) => compare(b.gain, a.gain) || a.effort - b.effort);
}

function raise(asked: Asked, to: number): MaturityRaise {
  const { dimension, indicator, level } = asked;
  return { dimension: dimension.key, indicator: indicator.key, from: level, to, effort: effortOf(asked, to) };
}

function effortOf({ indicator, level }: Asked, to: number): number | null {
  if (level === null) return null;
  return indicator.levels.slice(level - 1, to - 1).reduce((sum, { next }) => sum + (next?.effort ?? 0), 0);
}
