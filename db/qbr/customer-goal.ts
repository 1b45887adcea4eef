import { attainment, goalProgress, readingInForce, trendWithin } from '../goal/rule.ts';
import { addDays } from '../types/calendar.ts';
import { isSourced } from '../value/proof.ts';
import type { GoalShown, QbrContent } from './content.ts';

/** A goal as the customer gets it: judged by its sourced readings alone, as if nobody had noted the others. */
export function sourcedGoal(goal: GoalShown, { period, asOf }: QbrContent['review']): GoalShown {
  const readings = goal.readings.filter(isSourced);
  if (readings.length === goal.readings.length) return goal;
  return {
    ...goal,
    ...goalProgress(goal, readings, asOf),
    before: sourcedBefore(goal, readings, addDays(period.from, -1)),
    trend: trendWithin(goal, readings, { from: period.from, to: asOf }),
    readings,
  };
}

/** What an earlier review told stays; what was read off a reading without a source is read anew. */
function sourcedBefore(goal: GoalShown, readings: GoalShown['readings'], day: string): GoalShown['before'] {
  const { before } = goal;
  const counted = readingInForce(goal.readings, day);
  if (before === null || counted === null || counted.value !== before.value || isSourced(counted))
    return before;
  const sourced = readingInForce(readings, day);
  return sourced && { value: sourced.value, attainment: attainment(goal, sourced.value) };
}
