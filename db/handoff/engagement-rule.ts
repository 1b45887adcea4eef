import type { Money } from '../types/money.ts';

/** What is known of how the company sells; null where it is not known. */
export type EngagementFacts = {
  readonly averageDeal: Money | null;
  readonly salesCycleDays: number | null;
  readonly implementationDays: number | null;
};

/** Each is a limit that the fact must stay under for CS to step in after closing. */
export type EngagementLimits = {
  readonly averageDeal: Money;
  readonly salesCycleDays: number;
  readonly implementationDays: number;
};

/** 15,000 in the book's currency, 60 days and 4 weeks, until the user sets others. */
export function defaultEngagementLimits(minorPerUnit: number, currency: string): EngagementLimits {
  return {
    averageDeal: { minor: 15_000 * minorPerUnit, currency },
    salesCycleDays: 60,
    implementationDays: 28,
  };
}

export const engagementInputs = ['averageDeal', 'salesCycleDays', 'implementationDays'] as const;
export type EngagementInput = (typeof engagementInputs)[number];

/** Under rule 2, CS joins when this share of the deal is done. */
export const joinFromPercent = 70;

export type EngagementRule = {
  /** CS steps in after closing (rule 1), at 70 % of the deal (rule 2), or null while what is known does not decide it. */
  readonly rule: 'after-closing' | 'at-70-percent' | null;
  /** Per input, whether it is under its limit; null when unknown. */
  readonly within: Readonly<Record<EngagementInput, boolean | null>>;
  readonly missing: readonly EngagementInput[];
};

/**
 * Small, quick deals that are easy to start are met after closing; one fact over its limit is enough for CS to join
 * earlier. A fact exactly at its limit is not under it.
 * @throws RangeError when the average deal and its limit are in different currencies
 */
export function engagementRule(facts: EngagementFacts, limits: EngagementLimits): EngagementRule {
  const { averageDeal, salesCycleDays, implementationDays } = facts;
  if (averageDeal && averageDeal.currency !== limits.averageDeal.currency) {
    throw new RangeError(`cannot compare ${averageDeal.currency} with ${limits.averageDeal.currency}`);
  }
  const within = {
    averageDeal: averageDeal && averageDeal.minor < limits.averageDeal.minor,
    salesCycleDays: salesCycleDays === null ? null : salesCycleDays < limits.salesCycleDays,
    implementationDays: implementationDays === null ? null : implementationDays < limits.implementationDays,
  };
  const missing = engagementInputs.filter((input) => within[input] === null);
  const over = engagementInputs.some((input) => within[input] === false);
  if (over) return { rule: 'at-70-percent', within, missing };
  return { rule: missing.length === 0 ? 'after-closing' : null, within, missing };
}
