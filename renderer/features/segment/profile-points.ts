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
  /** The weakest dimension holds the level under what the mean alone would give: the point lies above its quadrant. */
  readonly isHeldDown: boolean;
};

/** A quadrant, those that cannot be told yet, or the accounts of one point of the chart. */
export type ProfileCut = Quadrant | 'unknown' | { readonly accountIds: readonly number[] };

/** Where the level that is enough begins in the overall figure (domain.md 4). */
export const abilityCut = 2.5;

/** The accounts whose place is known, those at the same place together. */
export function profilePoints(accounts: readonly ProfileLine[]): ProfilePoint[] {
  const placed = accounts.flatMap((account) => {
    const { points, ability, quadrant } = account;
    if (points === null || ability === null || quadrant === null) return [];
    return [
      {
        account,
        quadrant,
        x: points,
        y: ability.overall,
        isHeldDown: isHeldDown(ability.stage, ability.overall),
      },
    ];
  });
  return [...Map.groupBy(placed, ({ x, y, quadrant }) => `${x} ${y} ${quadrant}`)].flatMap(([key, same]) => {
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
        isHeldDown: first.isHeldDown,
      },
    ];
  });
}

function isHeldDown(stage: AbilityStage, overall: number): boolean {
  const able = abilityStages.indexOf(stage) >= abilityStages.indexOf(enoughAbility);
  return !able && overall >= abilityCut;
}
