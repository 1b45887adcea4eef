import {
  type AbilityStage,
  abilityStages,
  enoughAbility,
  type Quadrant,
} from '../../../db/segment/ideal-profile.ts';
import type { ProfileLine } from '../../../db/segment/ideal-profile-query.ts';

/** Accounts that stand at one place of the chart: drawn apart they would lie on top of each other. */
export type ProfilePoint = {
  readonly key: string;
  readonly names: readonly string[];
  readonly accountIds: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly quadrant: Quadrant;
};

/** A quadrant, those that cannot be told yet, or the accounts of one point of the chart. */
export type ProfileCut = Quadrant | 'unknown' | { readonly accountIds: readonly number[] };

/** Where a level ends in the overall figure (domain.md 4): below what is enough, and from there on. */
const abilityCut = 2.5;

/** The accounts whose place is known, those at the same place together. */
export function profilePoints(accounts: readonly ProfileLine[]): ProfilePoint[] {
  const placed = accounts.flatMap((account) => {
    const { points, ability, quadrant } = account;
    if (points === null || ability === null || quadrant === null) return [];
    return [{ account, quadrant, x: points, y: heightOf(ability.stage, ability.overall) }];
  });
  return [...Map.groupBy(placed, ({ x, y }) => `${x} ${y}`)].flatMap(([key, same]) => {
    const [first] = same;
    if (!first) return [];
    const own = same.map(({ account }) => account);
    return [
      {
        key,
        names: own.map(({ name }) => name),
        accountIds: own.map(({ id }) => id),
        x: first.x,
        y: first.y,
        quadrant: first.quadrant,
      },
    ];
  });
}

/**
 * The level decides the half, the overall figure the height within it: a weak dimension may hold the level under what the
 * figure alone would give.
 */
function heightOf(stage: AbilityStage, overall: number): number {
  const able = abilityStages.indexOf(stage) >= abilityStages.indexOf(enoughAbility);
  return able ? Math.max(overall, abilityCut + 0.01) : Math.min(overall, abilityCut - 0.05);
}
