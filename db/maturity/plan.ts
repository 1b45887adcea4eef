import { indicatorsOf, type MaturityModel } from './model.ts';
import type { MaturityAnswer, MaturityResult } from './result.ts';

/** The level aimed at, by dimension key. */
export type MaturityTargets = Readonly<Record<string, number>>;

export type DimensionGap = {
  readonly dimension: string;
  readonly target: number;
  /** Target minus score in hundredths; null while the dimension has no score. Never negative. */
  readonly gap: number | null;
};

/** One level up for one indicator; its advice stands in the model under the indicator's level `from`. */
export type ProposedStep = {
  readonly dimension: string;
  readonly indicator: string;
  readonly from: number;
  /** Levels between the answer and the dimension's target. */
  readonly gap: number;
  readonly impact: number;
  readonly effort: number;
  /** gap × weight × impact / effort, where weight is the dimension's times the indicator's. */
  readonly priority: number;
  /** Whether somebody in another department must own it too: before the jump most fail at. */
  readonly crossDepartment: boolean;
};

/** What the ranks of impact and effort are called, from 1. */
export const stepSizes = ['small', 'medium', 'large'] as const;

/** @throws RangeError for a rank there is no size of */
export function stepSize(rank: number): (typeof stepSizes)[number] {
  const size = stepSizes[rank - 1];
  if (!size) throw new RangeError(`no size ${rank}`);
  return size;
}

export type MaturityPlan = {
  /** One for each dimension that has a target, in the model's order. */
  readonly gaps: readonly DimensionGap[];
  /** Indicators in the upper half of the scale, the highest first, then in the model's order. */
  readonly strengths: readonly string[];
  /** Highest priority first, then in the model's order. */
  readonly steps: readonly ProposedStep[];
};

/** An answer below the target of its dimension. */
export type AnswerGap = { readonly indicator: string; readonly level: number };

/** As many as a reader remembers. */
const mostGaps = 6;

/** The lowest answers below their dimension's target, at most six, then in the model's order. */
export function largestGaps(
  model: MaturityModel,
  answers: readonly MaturityAnswer[],
  gaps: readonly DimensionGap[],
): AnswerGap[] {
  const targets = new Map(gaps.map(({ dimension, target }) => [dimension, target]));
  const levels = new Map(
    answers.filter(({ applicable }) => applicable).map(({ indicator, level }) => [indicator, level]),
  );
  return indicatorsOf(model)
    .flatMap(({ dimension, indicator }): AnswerGap[] => {
      const level = levels.get(indicator.key) ?? null;
      const isShort = level !== null && level < (targets.get(dimension.key) ?? 0);
      return isShort ? [{ indicator: indicator.key, level }] : [];
    })
    .sort((a, b) => a.level - b.level)
    .slice(0, mostGaps);
}

/**
 * Strengths, gaps and what to do next. A dimension without a target of its own aims at the next whole level above its score;
 * without either it has no gap to tell.
 */
export function maturityPlan(
  model: MaturityModel,
  answers: readonly MaturityAnswer[],
  result: MaturityResult,
  targets: MaturityTargets = {},
): MaturityPlan {
  const top = model.scale.length;
  const gaps = result.dimensions.flatMap(({ key, score }): DimensionGap[] => {
    const target = targets[key] ?? (score === null ? null : Math.min(top, Math.floor(score) + 1));
    if (target === null) return [];
    const gap = score === null ? null : Math.max(0, Math.round((target - score) * 100) / 100);
    return [{ dimension: key, target, gap }];
  });
  const levels = new Map(
    answers.filter(({ applicable }) => applicable).map(({ indicator, level }) => [indicator, level]),
  );
  const answered = indicatorsOf(model).flatMap(({ dimension, indicator }) => {
    const level = levels.get(indicator.key) ?? null;
    return level === null ? [] : [{ dimension, indicator, level }];
  });
  const hard = model.stages.find(({ key }) => key === result.stage?.key)?.next?.hard ?? false;
  const steps = answered.flatMap(({ dimension, indicator, level }): ProposedStep[] => {
    const target = gaps.find((entry) => entry.dimension === dimension.key)?.target ?? 0;
    const next = indicator.levels[level - 1]?.next;
    if (!next || target <= level) return [];
    const gap = target - level;
    const weight = dimension.weight * indicator.weight;
    return [
      {
        dimension: dimension.key,
        indicator: indicator.key,
        from: level,
        gap,
        impact: next.impact,
        effort: next.effort,
        priority: (gap * weight * next.impact) / next.effort,
        crossDepartment: hard,
      },
    ];
  });
  return {
    gaps,
    strengths: answered
      .filter(({ level }) => level * 2 > top + 1)
      .sort((a, b) => b.level - a.level)
      .map(({ indicator }) => indicator.key),
    steps: steps.sort((a, b) => b.priority - a.priority),
  };
}
