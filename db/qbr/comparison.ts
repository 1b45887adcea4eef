import type { GoalShown, QbrContent } from './content.ts';

/** The days a review is about and those it is compared with; `alone` where nothing in it has an earlier figure, as in a first review. */
export function comparedDays({
  review,
  goals,
  maturity,
  figures = [],
}: Pick<QbrContent, 'review' | 'goals' | 'maturity' | 'figures'>) {
  const { period, comparison } = review;
  const isCompared =
    hasEarlier(goals) || maturity.before !== null || figures.some(({ before }) => before !== null);
  return {
    compared: isCompared ? ('against' as const) : ('alone' as const),
    dates: { ...period, earlierFrom: comparison.from, earlierTo: comparison.to },
  };
}

/** Whether any goal has a figure from before the period. Where none has, that is said once; else beside each that lacks it. */
export function hasEarlier(goals: readonly Pick<GoalShown, 'before'>[]): boolean {
  return goals.some(({ before }) => before !== null);
}
