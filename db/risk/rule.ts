import type { IsoDate } from '../types/calendar.ts';

/**
 * What may go wrong with a customer, by what it lacks: motivation, ability or behaviour, of which a result is the product; or
 * what lies with us or outside. Each branch calls for another play.
 */
export const riskCauses = {
  motivation: ['sponsor-left', 'direction-changed', 'urgency-gone', 'budget-cut'],
  ability: ['no-knowledge', 'no-people', 'no-tool', 'immature'],
  behaviour: ['not-adopted', 'wrong-method', 'process-unchanged'],
  product: ['product-gap', 'product-defect'],
  fit: ['never-our-customer', 'sold-to-immature'],
  external: ['outside-event'],
} as const;
export type RiskBranch = keyof typeof riskCauses;
export type RiskCause = (typeof riskCauses)[RiskBranch][number];

export const riskBranches = [
  'motivation',
  'ability',
  'behaviour',
  'product',
  'fit',
  'external',
] as const satisfies readonly RiskBranch[];

export const riskCauseKeys = [
  ...riskCauses.motivation,
  ...riskCauses.ability,
  ...riskCauses.behaviour,
  ...riskCauses.product,
  ...riskCauses.fit,
  ...riskCauses.external,
] as const satisfies readonly RiskCause[];

const branchByCause = new Map<string, RiskBranch>(
  riskBranches.flatMap((branch) => riskCauses[branch].map((cause) => [cause, branch] as const)),
);

/** The branch of the tree a cause hangs on. */
export function branchOf({ cause }: { cause: string }): RiskBranch {
  return branchByCause.get(cause) ?? 'external';
}

export const riskStatuses = ['open', 'acting', 'averted', 'occurred', 'accepted'] as const;
export type RiskStatus = (typeof riskStatuses)[number];
/** Statuses of a risk that still asks for something. */
export const openRiskStatuses = ['open', 'acting'] as const satisfies readonly RiskStatus[];

/** How much a risk weighs: severity times likelihood, each 1 to 5, so 1 to 25. */
export function riskScore({ severity, likelihood }: { severity: number; likelihood: number }): number {
  return severity * likelihood;
}

/** The day a risk was closed: the day its status says so, and none while it is open. */
export function riskClosedOn(
  { status, closedOn }: { status: string; closedOn: IsoDate | null },
  { today }: { readonly today: IsoDate },
): IsoDate | null {
  return openRiskStatuses.some((open) => open === status) ? null : (closedOn ?? today);
}

/** The day it was written down, which stays; the first signal may be long before. */
export function riskWrittenOn(
  { writtenOn }: { writtenOn: IsoDate | null },
  { today }: { readonly today: IsoDate },
): IsoDate {
  return writtenOn ?? today;
}
