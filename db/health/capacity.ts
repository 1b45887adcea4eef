import type { LifecycleStage } from '../lifecycle/rule.ts';
import type { AbilityStage } from '../segment/ideal-profile.ts';
import type { TouchModel } from '../segment/rule.ts';

/** What potential is made of; null is unknown and counts as nothing, and is said. */
export type PotentialFacts = {
  /** 1 to 4. */
  readonly maturity: number | null;
  /** BANT, 0 to 12. */
  readonly motivation: number | null;
  readonly neededPoints: number;
  readonly neededUnsold: number;
  /** 0 to 1 among the accounts of the book. */
  readonly arrPercentile: number | null;
};

/** How much can still grow, 0 to 100: 35 maturity, 25 motivation, 20 needed but unsold value points, 20 size. */
export function potential(facts: PotentialFacts): number {
  const { maturity, motivation, neededPoints, neededUnsold, arrPercentile } = facts;
  return (
    (maturity === null ? 0 : (35 * (maturity - 1)) / 3) +
    (motivation === null ? 0 : (25 * motivation) / 12) +
    (neededPoints === 0 ? 0 : (20 * neededUnsold) / neededPoints) +
    20 * (arrPercentile ?? 0)
  );
}

/** How pressing a stage is by itself. */
const stageNeed: Readonly<Partial<Record<LifecycleStage, number>>> = {
  handoff: 1,
  onboarding: 1,
  renewal: 1,
  growth: 0.3,
};

/** How much care an account needs, 0 to 100: half by its health, half by its stage. Null while health is unknown. */
export function careNeed(health: number | null, stage: LifecycleStage | null): number | null {
  return health === null ? null : 0.5 * (100 - health) + 50 * ((stage && stageNeed[stage]) ?? 0);
}

/** What the plan assumes; all of it in sight and to be changed. */
export type CapacityPlan = {
  /** Hours a month for an account in growth. */
  readonly monthlyHours: Readonly<Record<TouchModel, number>>;
  /** How much more an account takes while it starts or renews. */
  readonly stageFactor: { readonly onboarding: number; readonly renewal: number };
  readonly weekHours: number;
  /** Percent of the week that goes to customers; the rest are meetings, travel and holidays. */
  readonly customerShare: number;
};

export const usualPlan: CapacityPlan = {
  monthlyHours: { high: 8, mid: 3, tech: 0.5 },
  stageFactor: { onboarding: 2, renewal: 1.5 },
  weekHours: 40,
  customerShare: 60,
};

/** Hours a month planned for an account. */
export function plannedHours(touch: TouchModel, stage: LifecycleStage | null, plan: CapacityPlan): number {
  const factor =
    stage === 'onboarding' || stage === 'handoff'
      ? plan.stageFactor.onboarding
      : stage === 'renewal'
        ? plan.stageFactor.renewal
        : 1;
  return stage === 'churned' ? 0 : plan.monthlyHours[touch] * factor;
}

/** Hours a month one CSM has for customers. */
export function availableHours({ weekHours, customerShare }: CapacityPlan): number {
  return (weekHours * (customerShare / 100) * 52) / 12;
}

/** How far hours beyond the plan pay: immature and non-ideal none, low capped, medium first, high by light touch. */
export const effortRules = ['none', 'capped', 'first', 'light'] as const;
export type EffortRule = (typeof effortRules)[number];

export function effortRule(maturity: AbilityStage | null, isNonIdeal: boolean): EffortRule | null {
  if (isNonIdeal || maturity === 'immature') return 'none';
  if (maturity === null) return null;
  return maturity === 'low' ? 'capped' : maturity === 'medium' ? 'first' : 'light';
}

export type CapacityAccount = {
  readonly id: number;
  readonly touch: TouchModel;
  readonly stage: LifecycleStage | null;
  readonly potential: number;
  readonly need: number | null;
};

export type CapacityResult = {
  readonly planned: number;
  readonly available: number;
  /** Hours a month too many; 0 where there is room. */
  readonly over: number;
  /** The accounts that would go one touch model down, the least worth the hours first, until the plan fits. */
  readonly gives: readonly { readonly id: number; readonly to: TouchModel; readonly hours: number }[];
  /** Hours that are still too many after that. */
  readonly left: number;
};

/**
 * What so many more accounts take, and what gives: where the plan no longer fits, accounts of the lowest potential × need go one
 * touch model down, one after the other.
 */
export function simulateCapacity(
  accounts: readonly CapacityAccount[],
  more: { readonly count: number; readonly touch: TouchModel },
  plan: CapacityPlan,
): CapacityResult {
  const hours = ({ touch, stage }: CapacityAccount) => plannedHours(touch, stage, plan);
  const added = more.count * plannedHours(more.touch, 'onboarding', plan);
  const planned = accounts.reduce((sum, account) => sum + hours(account), 0) + added;
  const available = availableHours(plan);
  const over = Math.max(0, planned - available);
  const gives: { id: number; to: TouchModel; hours: number }[] = [];
  let left = over;
  for (const account of accounts.toSorted((a, b) => worth(a) - worth(b) || a.id - b.id)) {
    if (left <= 0) break;
    const to = account.touch === 'high' ? 'mid' : 'tech';
    const saved = hours(account) - hours({ ...account, touch: to });
    if (account.touch === 'tech' || saved <= 0) continue;
    gives.push({ id: account.id, to, hours: saved });
    left -= saved;
  }
  return { planned, available, over, gives, left: Math.max(0, left) };
}

function worth({ potential: grows, need }: CapacityAccount): number {
  return grows * (need ?? 0);
}
