import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultEngagementLimits, engagementRule } from './engagement-rule.ts';

const limits = defaultEngagementLimits(100, 'USD');
const facts = (deal: number | null, cycle: number | null, implementation: number | null) => ({
  averageDeal: deal === null ? null : { minor: deal, currency: 'USD' },
  salesCycleDays: cycle,
  implementationDays: implementation,
});

describe('when CS steps in', () => {
  it.each([
    [1_499_999, 59, 27, 'after-closing'],
    [1_500_000, 59, 27, 'at-70-percent'],
    [1_499_999, 60, 27, 'at-70-percent'],
    [1_499_999, 59, 28, 'at-70-percent'],
    [0, 0, 0, 'after-closing'],
    [null, 59, 27, null],
    [1_499_999, null, 27, null],
    [1_499_999, 59, null, null],
    [null, null, 28, 'at-70-percent'],
    [null, null, null, null],
  ])('for a deal of %j cents, %j days to sell and %j days to implement is %j', (deal, cycle, days, rule) => {
    expect(engagementRule(facts(deal, cycle, days), limits).rule).toBe(rule);
  });

  it('says which inputs are within their limits and which are missing', () => {
    expect(engagementRule(facts(2_000_000, 30, null), limits)).toEqual({
      rule: 'at-70-percent',
      within: { averageDeal: false, salesCycleDays: true, implementationDays: null },
      missing: ['implementationDays'],
    });
  });

  it('does not compare currencies', () => {
    const yuan = { ...facts(1, 1, 1), averageDeal: { minor: 1, currency: 'CNY' } };
    expect(() => engagementRule(yuan, limits)).toThrow(RangeError);
  });

  it('never lets a bigger deal be met later', () => {
    const amount = fc.nat(3_000_000);
    fc.assert(
      fc.property(amount, amount, fc.nat(100), fc.nat(60), (deal, more, cycle, days) => {
        const small = engagementRule(facts(deal, cycle, days), limits).rule;
        const big = engagementRule(facts(deal + more, cycle, days), limits).rule;
        if (small === 'at-70-percent') expect(big).toBe('at-70-percent');
      }),
    );
  });
});
