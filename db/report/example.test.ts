import { expect, test } from 'vitest';
import { testEngine, testFacts, testSubscription } from '../testing/report.ts';
import { meanOf, monthsPaidAhead } from './booking.ts';
import type { CompanyMonth } from './company-month.ts';
import { concentration } from './concentration.ts';
import { known, netNew, ratesOf, unknown } from './rate.ts';
import { reconcileRetention, retentionOver } from './retention.ts';
import { deferred, recognised, recognisedRevenue } from './revenue.ts';
import { scenario, scenarioCurves } from './scenario.ts';
import type { Subscription } from './subscription.ts';
import type { MonthTotals } from './totals.ts';
import { costsOf, passes, unitEconomics } from './unit-economics.ts';

/** The published examples of the trade's definitions, each to its last printed digit. */
const noKept = { kept1: null, kept12: null };

function totalsOf(
  facts: Partial<MonthTotals>,
  customers: Partial<MonthTotals['customers']> = {},
): MonthTotals {
  return {
    ...{
      opening: 0,
      new: 0,
      expansion: 0,
      contraction: 0,
      churned: 0,
      reactivated: 0,
      exchange: 0,
      closing: 0,
    },
    ...noKept,
    ...facts,
    customers: {
      ...{ opening: 0, new: 0, expanded: 0, contracted: 0, churned: 0, reactivated: 0, closing: 0 },
      ...customers,
    },
  };
}

test('opening 100, churn 10, contraction 10, expansion 10: 20 % gross, 10 % net churn', () => {
  const rates = ratesOf(totalsOf({ opening: 100, churned: 10, contraction: 10, expansion: 10 }));
  expect(rates.grossMrrChurn.value).toBeCloseTo(0.2, 12);
  expect(rates.netMrrChurn.value).toBeCloseTo(0.1, 12);
});

test('10.0 M less 0.6 and 0.9 plus 1.8: GRR 85 %, NRR 103 %', () => {
  // One customer each: stays, leaves, shrinks, grows; in units of 0.1 M.
  const rows: Partial<Subscription>[] = [
    { amountMinor: 40 },
    { amountMinor: 6, endOn: '2026-01-15' },
    { amountMinor: 34, priceChanges: [{ fromOn: '2026-01-10', amountMinor: 25 }] },
    { amountMinor: 20, priceChanges: [{ fromOn: '2026-01-10', amountMinor: 38 }] },
  ];
  const engine = testEngine(
    testFacts(
      rows.map((row, at) =>
        testSubscription({ id: at + 1, accountId: at + 1, startOn: '2025-01-01', ...row }),
      ),
    ),
    '2026-01',
    '2026-01',
  );
  const retention = retentionOver(engine.customers(), engine.timeline, engine.firstPlace, engine.lastPlace);
  for (const policy of [retention.pointToPoint, retention.movementSum]) {
    expect(policy.grr.value).toBeCloseTo(0.85, 12);
    expect(policy.nrr.value).toBeCloseTo(1.03, 12);
  }
});

test('average 500, margin 75 %, churn 2.5 %, CAC 6,000: LTV 15,000, ratio 2.5, payback 16 months', () => {
  const totals = totalsOf({ opening: 100_000, churned: 2_500, new: 5_000 }, { new: 10 });
  const unit = unitEconomics(totals, { margin: known(0.75), acquisition: known(60_000) });
  expect(unit.ltv.value).toBeCloseTo(15_000, 8);
  expect(unit.cac.value).toBe(6_000);
  expect(unit.ltvToCac.value).toBeCloseTo(2.5, 12);
  expect(unit.paybackMonths.value).toBeCloseTo(16, 12);
  expect([passes('ltvToCac', unit.ltvToCac), passes('paybackMonths', unit.paybackMonths)]).toEqual([
    false,
    false,
  ]);
});

const month: MonthTotals = totalsOf(
  { opening: 10_000_000, new: 1_200_000, expansion: 650_000, churned: 500_000, closing: 11_350_000 },
  { opening: 200, new: 20, churned: 8, closing: 212 },
);

test('opening 100,000 of 200 customers, new 12,000 from 20, churned 5,000 from 8, expansion 6,500', () => {
  expect(netNew(month)).toBe(1_350_000);
  expect(month.opening + netNew(month)).toBe(month.closing);
  expect(month.closing * 12).toBe(136_200_000);
  const rates = ratesOf(month);
  expect(rates.logoChurn.value).toBeCloseTo(0.04, 12);
  expect(rates.mrrChurn.value).toBeCloseTo(0.05, 12);
  expect(rates.netMrrChurn.value).toBeCloseTo(-0.015, 12);
  expect(rates.netMrrGrowth.value).toBeCloseTo(0.135, 12);
  const unit = unitEconomics(month, { margin: known(0.75), acquisition: known(5_000_000) });
  expect(unit.averageNewMrr.value).toBe(60_000);
  expect(Math.round(unit.averageMrr.value ?? 0)).toBe(53_538);
});

const sheet: CompanyMonth = {
  month: '2026-01',
  salesAndMarketing: 5_000_000,
  renewalCost: null,
  researchAndDevelopment: null,
  generalAndAdministrative: null,
  costOfRevenue: 3_500_000,
  customerSuccess: 1_000_000,
  billings: null,
  revenue: 10_000_000,
  ebitda: null,
  cashChange: null,
  quotaPerHead: null,
  salesForecast: null,
  visitors: null,
  trials: null,
  paidFromTrial: null,
  salesHeads: null,
};

test.each([
  ['apart', 900_000, 3.6, 5.56],
  ['cost-of-revenue', 780_000, 3.12, 6.41],
] as const)('customer success cost counted %s: LTV, ratio and payback', (place, ltv, ratio, payback) => {
  const costs = costsOf(sheet, null, { customerSuccessCost: place, renewalCost: 'sales-and-marketing' });
  const unit = unitEconomics(month, costs);
  expect(Math.round(unit.ltv.value ?? 0)).toBe(ltv);
  expect(unit.cac.value).toBe(250_000);
  expect(unit.ltvToCac.value).toBeCloseTo(ratio, 10);
  expect(Math.round((unit.paybackMonths.value ?? 0) * 100) / 100).toBe(payback);
});

test('zero churn, no new customers and a margin over 100 % have no LTV, and say why', () => {
  const costs = { margin: known(0.75), acquisition: known(100) };
  expect(unitEconomics(totalsOf({ opening: 100, new: 10 }, { new: 1 }), costs).ltv.reason).toBe('no-churn');
  const noNew = unitEconomics(totalsOf({ opening: 100, churned: 10 }), costs);
  expect([noNew.ltv.reason, noNew.cac.reason, noNew.paybackMonths.reason]).toEqual(
    Array(3).fill('no-new-customers'),
  );
  const wide = unitEconomics(month, { margin: known(1.2), acquisition: known(100) });
  expect([wide.ltv.reason, wide.paybackMonths.reason]).toEqual(Array(2).fill('margin-over-100-percent'));
  expect(unitEconomics(month, { margin: known(-0.2), acquisition: known(1) }).ltv.reason).toBe(
    'margin-not-positive',
  );
  expect(
    unitEconomics(month, costsOf(null, 5, { customerSuccessCost: 'apart', renewalCost: 'apart' })).ltv,
  ).toEqual(unknown('no-company-figures'));
});

test.each([
  [2.994, 12.006, false, false],
  [2.995, 12.004, true, true],
  [3, 12, true, true],
])(
  'LTV/CAC %d and payback %d pass at 3.00 and 12.00 as printed',
  (ratio, payback, ltvPasses, paybackPasses) => {
    expect(passes('ltvToCac', known(ratio))).toBe(ltvPasses);
    expect(passes('paybackMonths', known(payback))).toBe(paybackPasses);
  },
);

test('months paid ahead: half a year 5, a year 11, a quarter 2; paid 6, 12, 3 and 1 is 4.5 in the mean', () => {
  const ahead = (['half-year', 'year', 'quarter', 'month'] as const).map((billingPeriod) =>
    monthsPaidAhead(testSubscription({ billingPeriod })),
  );
  expect(ahead).toEqual([5, 11, 2, 0]);
  expect(meanOf(ahead.map((months) => months ?? Number.NaN)).value).toBe(4.5);
});

test('100 over five months paid at the start: 20 a month; 80, 60, 40, 20, 0 deferred', () => {
  const months = recognised(10_000, '2026-01-01', '2026-05-31');
  expect(months.map(({ minor }) => minor)).toEqual([2_000, 2_000, 2_000, 2_000, 2_000]);
  const balances = deferred(
    months.map(({ minor }, at) => ({ billings: at === 0 ? 10_000 : 0, revenue: minor })),
  );
  expect(balances).toEqual([8_000, 6_000, 4_000, 2_000, 0]);
});

test('100.00 from 16 January to 15 June is earned by days, and the rounding adds up', () => {
  const months = recognised(10_000, '2026-01-16', '2026-06-15');
  expect(months.map(({ minor }) => minor)).toEqual([1_060, 1_854, 2_053, 1_987, 2_053, 993]);
  expect(months.reduce((sum, { minor }) => sum + minor, 0)).toBe(10_000);
});

test('a subscription earns its charges period by period, and a part of the last one', () => {
  const yearly = testSubscription({ billingPeriod: 'year', amountMinor: 120_000, endOn: '2026-12-31' });
  expect([...recognisedRevenue(yearly, '2026-02', '2026-03')]).toEqual([
    ['2026-02', 10_000],
    ['2026-03', 10_000],
  ]);
  const once = testSubscription({
    billingPeriod: 'term',
    amountMinor: 10_000,
    startOn: '2026-01-16',
    endOn: '2026-06-15',
  });
  expect([...recognisedRevenue(once, '2026-01', '2026-12').values()]).toEqual([
    1_060, 1_854, 2_053, 1_987, 2_053, 993,
  ]);
  const raised = testSubscription({
    endOn: '2026-03-15',
    priceChanges: [{ fromOn: '2026-02-15', amountMinor: 20_000 }],
  });
  expect([...recognisedRevenue(raised, '2026-01', '2026-04').values()]).toEqual([
    10_000,
    5_000 + 10_000,
    9_677,
  ]);
});

test('four curves from 100 over twelve periods', () => {
  const ends = scenarioCurves.map((curve) => Math.round((scenario(curve).at(-1) ?? 0) * 100) / 100);
  expect(ends).toEqual([112.68, 100, 78.47, 54.04]);
});

test('the same facts are 66, 50, 44 and 34 % by four policies, customer by customer', () => {
  const rows: Partial<Subscription>[] = [
    { amountMinor: 10, priceChanges: [{ fromOn: '2026-01-10', amountMinor: 15 }] },
    { amountMinor: 10, priceChanges: [{ fromOn: '2026-01-10', amountMinor: 6 }] },
    { amountMinor: 10, endOn: '2026-02-10' },
    { amountMinor: 10, endOn: '2025-12-10' },
    {
      amountMinor: 10,
      priceChanges: [
        { fromOn: '2026-01-10', amountMinor: 13 },
        { fromOn: '2026-04-10', amountMinor: 9 },
      ],
    },
    { amountMinor: 20, startOn: '2026-05-01' },
    { amountMinor: 5, startOn: '2025-11-10', endOn: '2026-02-20' },
  ];
  const subscriptions = rows.map((row, at) =>
    testSubscription({ id: at + 1, accountId: at + 1, startOn: '2025-01-01', ...row }),
  );
  subscriptions.push(testSubscription({ id: 8, accountId: 4, startOn: '2026-03-10', amountMinor: 8 }));
  const engine = testEngine(testFacts(subscriptions), '2025-11', '2026-10');
  const retention = retentionOver(engine.customers(), engine.timeline, engine.firstPlace, engine.lastPlace);
  expect(retention.pointToPoint.grr.value).toBe(0.66);
  expect(retention.pointToPoint.nrr.value).toBe(0.76);
  expect(retention.pointToPoint.expansion.value).toBeCloseTo(0.1, 12);
  expect(retention.pointToPoint.logo.value).toBe(0.8);
  expect(retention.runningMinimum.grr.value).toBe(0.5);
  expect(retention.movementSum.grr).toEqual(unknown('more-than-one-month'));
  const { rows: lines, totals } = reconcileRetention(
    engine.customers(),
    engine.timeline,
    engine.firstPlace - 1,
    engine.lastPlace,
  );
  expect([totals.pointToPoint, totals.runningMinimum, totals.movementSum, totals.movementSumOfAll]).toEqual([
    33, 25, 22, 17,
  ]);
  expect(
    lines.map((line) => [line.pointToPoint, line.runningMinimum, line.movementSum, line.movementSumOfAll]),
  ).toEqual([
    [10, 10, 10, 10],
    [6, 6, 6, 6],
    [0, 0, 0, 0],
    [8, 0, 0, 0],
    [9, 9, 6, 6],
    [0, 0, 0, 0],
    [0, 0, 0, -5],
  ]);
});

test('concentration: the largest, the five largest, and shares squared', () => {
  const found = concentration([50, 25, 25, 0]);
  expect([found.customers, found.top1.value, found.top5.value, found.herfindahl.value]).toEqual([
    3, 0.5, 1, 0.375,
  ]);
  expect(concentration([]).top1.reason).toBe('nothing-to-divide-by');
});
