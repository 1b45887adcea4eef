import { describe, expect, it } from 'vitest';
import { type DealFacts, engagementFacts, isTimeToJoin, shouldJoinNow } from './engagement.ts';
import { defaultEngagementLimits } from './engagement-rule.ts';

const limits = defaultEngagementLimits(100, 'CNY');
const deal: DealFacts = {
  state: 'draft',
  average_deal_minor: null,
  sales_cycle_days: 90,
  implementation_days: 10,
  deal_percent: 70,
  cs_joined_on: null,
  answers: {},
};

describe('the inputs of the engagement rule', () => {
  it('take the order’s amount while no average was typed, in the book’s currency only', () => {
    const answers = { amount: { answer: '14000.00 CNY' } };
    expect(engagementFacts({ ...deal, answers }, 'CNY')).toMatchObject({
      averageDeal: { minor: 1_400_000, currency: 'CNY' },
      isFromOrder: true,
    });
    expect(engagementFacts({ ...deal, answers }, 'USD').averageDeal).toBeNull();
    expect(engagementFacts({ ...deal, answers, average_deal_minor: 5 }, 'CNY')).toMatchObject({
      averageDeal: { minor: 5 },
      isFromOrder: false,
    });
    expect(
      engagementFacts({ ...deal, answers: { amount: { answer: 'TBD' } } }, 'CNY').averageDeal,
    ).toBeNull();
  });
});

describe('the time to join', () => {
  it.each([
    ['at-70-percent', 69, false],
    ['at-70-percent', 70, true],
    ['after-closing', 99, false],
    ['after-closing', 100, true],
    [null, 100, null],
    ['after-closing', null, null],
  ] as const)('under %s with %s %% done: %s', (rule, percent, expected) => {
    expect(isTimeToJoin(rule, percent)).toBe(expected);
  });

  it('has come for a draft that is far enough, until CS joined or sales handed it in', () => {
    expect(shouldJoinNow(deal, limits)).toBe(true);
    expect(shouldJoinNow({ ...deal, deal_percent: 60 }, limits)).toBe(false);
    expect(shouldJoinNow({ ...deal, cs_joined_on: '2026-11-01' }, limits)).toBe(false);
    expect(shouldJoinNow({ ...deal, state: 'submitted' }, limits)).toBe(false);
    expect(shouldJoinNow({ ...deal, sales_cycle_days: null }, limits)).toBe(false);
  });
});
