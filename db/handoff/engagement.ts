import type { Money } from '../types/money.ts';
import { moneyOfAnswer } from './answer.ts';
import {
  type EngagementFacts,
  type EngagementLimits,
  type EngagementRule,
  engagementRule,
  joinFromPercent,
} from './engagement-rule.ts';
import type { HandoffState } from './state.ts';

/** What a handoff knows of its deal; null where it does not. */
export type DealFacts = {
  readonly state: HandoffState;
  readonly average_deal_minor: number | null;
  readonly sales_cycle_days: number | null;
  readonly implementation_days: number | null;
  readonly deal_percent: number | null;
  readonly cs_joined_on: string | null;
  readonly answers: Readonly<Record<string, { readonly answer: string }>>;
};

/**
 * The inputs of the engagement rule: the average deal as typed, or else the amount of this very order while it is in the
 * book's currency, since one deal is the best guess there is of the average one.
 */
export function engagementFacts(
  deal: DealFacts,
  currency: string,
): EngagementFacts & { isFromOrder: boolean } {
  const typed = deal.average_deal_minor;
  const ordered = typed === null ? orderAmount(deal, currency) : null;
  return {
    averageDeal: typed === null ? ordered : { minor: typed, currency },
    salesCycleDays: deal.sales_cycle_days,
    implementationDays: deal.implementation_days,
    isFromOrder: ordered !== null,
  };
}

/** Whether the deal has come as far as the rule says CS joins; null while the rule or the progress is not known. */
export function isTimeToJoin(rule: EngagementRule['rule'], dealPercent: number | null): boolean | null {
  if (rule === null || dealPercent === null) return null;
  return dealPercent >= (rule === 'after-closing' ? 100 : joinFromPercent);
}

/** Whether CS should join now and has not: once sales hand it in, it has. */
export function shouldJoinNow(deal: DealFacts, limits: EngagementLimits): boolean {
  if (deal.state !== 'draft' || deal.cs_joined_on !== null) return false;
  const { rule } = engagementRule(engagementFacts(deal, limits.averageDeal.currency), limits);
  return isTimeToJoin(rule, deal.deal_percent) === true;
}

function orderAmount({ answers }: DealFacts, currency: string): Money | null {
  const amount = moneyOfAnswer(answers.amount?.answer ?? '');
  return amount?.currency === currency ? amount : null;
}
