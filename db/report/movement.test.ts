import { expect, test } from 'vitest';
import { testEngine, testFacts, testSubscription } from '../testing/report.ts';
import { reasonOf } from './movement-reason.ts';
import type { ReportPolicies } from './policy.ts';
import type { Subscription } from './subscription.ts';

const from = '2026-01';
const to = '2026-12';

/** The movements of a book of one customer, such as `2026-03 churned 100`, in whole yuan. */
function movements(rows: readonly Partial<Subscription>[], policies: Partial<ReportPolicies> = {}): string[] {
  const subscriptions = rows.map((row, at) => testSubscription({ id: at + 1, ...row }));
  const engine = testEngine(testFacts(subscriptions), from, to, policies);
  return engine
    .customers()
    .flatMap((customer) => customer.movements)
    .filter(({ place }) => place >= engine.firstPlace)
    .map(({ place, kind, minor }) => `${engine.month(place)} ${kind} ${minor / 100}`);
}

test.each<[string, Partial<Subscription>[], string[], Partial<ReportPolicies>?]>([
  ['a first subscription is new', [{ startOn: '2026-02-10' }], ['2026-02 new 100']],
  [
    'the last day still counts: churn is on the day after it',
    [{ startOn: '2025-06-01', endOn: '2026-03-31' }],
    ['2026-04 churned 100'],
  ],
  [
    'a term that ends mid-month churns in it',
    [{ startOn: '2025-06-01', endOn: '2026-03-30' }],
    ['2026-03 churned 100'],
  ],
  [
    'one of several ending is contraction, the last one is churn',
    [
      { startOn: '2025-06-01', endOn: '2026-03-15' },
      { startOn: '2025-06-01', endOn: '2026-05-15', amountMinor: 20_000 },
    ],
    ['2026-03 contraction 100', '2026-05 churned 200'],
  ],
  [
    'a further subscription of a paying customer is expansion',
    [{ startOn: '2025-06-01' }, { startOn: '2026-04-20', line: 'Analytics' }],
    ['2026-04 expansion 100'],
  ],
  [
    'coming back is reactivation, however late',
    [{ startOn: '2025-01-01', endOn: '2025-03-31' }, { startOn: '2026-07-01' }],
    ['2026-07 reactivated 100'],
  ],
  [
    'coming back after more days than the policy says is new',
    [{ startOn: '2025-01-01', endOn: '2025-03-31' }, { startOn: '2026-07-01' }],
    ['2026-07 new 100'],
    { reactivationDays: 365 },
  ],
  [
    'new and churned within a month are both counted',
    [{ startOn: '2026-02-03', endOn: '2026-02-20' }],
    ['2026-02 new 100', '2026-02 churned 100'],
  ],
  [
    'unless the policy says neither',
    [{ startOn: '2026-02-03', endOn: '2026-02-20' }],
    [],
    { sameMonth: 'neither' },
  ],
  [
    'a single day is a customer for a day',
    [{ startOn: '2026-02-03', endOn: '2026-02-03' }],
    ['2026-02 new 100', '2026-02 churned 100'],
  ],
  [
    'the last day of a month alone counts in it and churns in the next',
    [{ startOn: '2026-02-28', endOn: '2026-02-28' }],
    ['2026-02 new 100', '2026-03 churned 100'],
  ],
  [
    'a gap of a day is churn and reactivation',
    [
      { startOn: '2025-06-01', endOn: '2026-03-15' },
      { startOn: '2026-03-17', amountMinor: 12_000 },
    ],
    ['2026-03 churned 100', '2026-03 reactivated 120'],
  ],
  [
    'a gap within the tolerance is none: the price difference is expansion',
    [
      { startOn: '2025-06-01', endOn: '2026-03-15' },
      { startOn: '2026-04-10', amountMinor: 12_000 },
    ],
    ['2026-04 expansion 20'],
    { gapDays: 30 },
  ],
  [
    'a gap within a month with the policy "neither" is the difference alone',
    [
      { startOn: '2025-06-01', endOn: '2026-03-15' },
      { startOn: '2026-03-17', amountMinor: 12_000 },
    ],
    ['2026-03 expansion 20'],
    { sameMonth: 'neither' },
  ],
  ['a trial is no customer', [{ startOn: '2026-02-10', isTrial: true }], []],
  ['an amount of 0 is no customer', [{ startOn: '2026-02-10', amountMinor: 0 }], []],
  [
    'a trial that becomes paid is new on the day paying begins',
    [{ startOn: '2026-02-01', endOn: '2026-03-14', isTrial: true }, { startOn: '2026-03-15' }],
    ['2026-03 new 100'],
  ],
  [
    'a pause is contraction to 0 and expansion back',
    [
      {
        startOn: '2025-06-01',
        priceChanges: [
          { fromOn: '2026-03-10', amountMinor: 0 },
          { fromOn: '2026-05-10', amountMinor: 10_000 },
        ],
      },
    ],
    ['2026-03 contraction 100', '2026-05 expansion 100'],
  ],
  [
    'a pause longer than the policy is churn, and its end reactivation',
    [
      {
        startOn: '2025-06-01',
        priceChanges: [
          { fromOn: '2026-03-10', amountMinor: 0 },
          { fromOn: '2026-08-10', amountMinor: 10_000 },
        ],
      },
    ],
    ['2026-03 contraction 100', '2026-06 churned 0', '2026-08 reactivated 100'],
  ],
  [
    'a price that changes mid-month moves MRR from that month’s end',
    [{ startOn: '2025-06-01', priceChanges: [{ fromOn: '2026-03-10', amountMinor: 15_000 }] }],
    ['2026-03 expansion 50'],
  ],
  [
    'a renewal that overlaps takes over on its first day',
    [
      { startOn: '2025-01-01', endOn: '2026-03-31', billingPeriod: 'year', amountMinor: 120_000 },
      { startOn: '2026-03-15', renewsId: 1, billingPeriod: 'year', amountMinor: 144_000 },
    ],
    ['2026-03 expansion 20'],
  ],
  [
    'annual, half-yearly and quarterly amounts are made monthly',
    [
      { startOn: '2026-01-05', billingPeriod: 'year', amountMinor: 120_000 },
      { startOn: '2026-02-05', billingPeriod: 'half-year', amountMinor: 60_000 },
      { startOn: '2026-03-05', billingPeriod: 'quarter', amountMinor: 30_000 },
    ],
    ['2026-01 new 100', '2026-02 expansion 100', '2026-03 expansion 100'],
  ],
])('%s', (_, rows, expected, policies) => {
  expect(movements(rows, policies)).toEqual(expected);
});

test('each movement knows its reason', () => {
  const rows = [
    testSubscription({ id: 1, startOn: '2025-02-01', endOn: '2026-02-10' }),
    testSubscription({
      id: 2,
      line: 'Analytics',
      startOn: '2025-03-01',
      endOn: '2026-06-20',
      priceChanges: [
        { fromOn: '2025-05-05', amountMinor: 20_000 },
        { fromOn: '2025-07-05', amountMinor: 15_000 },
        { fromOn: '2025-09-05', amountMinor: 0 },
        { fromOn: '2025-11-05', amountMinor: 15_000 },
      ],
    }),
    testSubscription({ id: 3, startOn: '2026-09-01' }),
  ];
  const engine = testEngine(testFacts(rows), from, to);
  const [customer] = engine.customers();
  if (!customer) throw new Error('one customer');
  const reasons = customer.movements.map(
    (movement) => `${engine.month(movement.place)} ${reasonOf(customer, movement, engine.timeline)}`,
  );
  expect(reasons).toEqual([
    '2025-02 first-subscription',
    '2025-03 further-subscription',
    '2025-05 price-rise',
    '2025-07 price-cut',
    '2025-09 paused',
    '2025-11 resumed',
    '2026-02 subscription-ended',
    '2026-06 last-subscription-ended',
    '2026-09 came-back',
  ]);
});

test('bad rows are left out or kept as defined, and listed with their effect in money', () => {
  const rows = [
    testSubscription({ id: 1, startOn: '2026-03-01', endOn: '2026-02-01' }),
    testSubscription({ id: 2, accountId: 2, amountMinor: -5_000 }),
    testSubscription({ id: 3, accountId: 3, billingPeriod: 'term' }),
    testSubscription({ id: 4, accountId: 4, startOn: '2026-01-01', endOn: '2026-06-30' }),
    testSubscription({ id: 5, accountId: 4, startOn: '2026-06-01', amountMinor: 12_000 }),
    testSubscription({ id: 6, accountId: 5, currency: 'EUR' }),
  ];
  const engine = testEngine(testFacts(rows), from, to);
  const found = engine
    .problems()
    .map((each) => [each.problem, each.accountId, each.monthlyMinor, each.currency]);
  expect(found).toEqual([
    ['end-before-start', 1, 10_000, 'CNY'],
    ['negative-amount', 2, -5_000, 'CNY'],
    ['no-monthly-amount', 3, null, 'CNY'],
    ['overlap', 4, 10_000, 'CNY'],
    ['no-rate', 5, 10_000, 'EUR'],
  ]);
  const june = engine.totals().months[engine.place('2026-06')];
  expect(june).toMatchObject({ opening: 10_000, expansion: 12_000, closing: 22_000 });
  expect(june?.customers.closing).toBe(2);
});

test('the exchange rate is a line of its own and never expansion, and a constant-currency view has none', () => {
  const rows = [
    testSubscription({
      id: 1,
      currency: 'USD',
      startOn: '2025-01-01',
      priceChanges: [{ fromOn: '2026-03-05', amountMinor: 11_000 }],
    }),
  ];
  const rates = [
    { currency: 'USD', validOn: '2025-01-01', basePerUnit: 7 },
    { currency: 'USD', validOn: '2026-03-31', basePerUnit: 8 },
  ];
  const month = (policies: Partial<ReportPolicies>) => {
    const engine = testEngine(testFacts(rows, { rates }), from, to, policies);
    return engine.totals().months[engine.place('2026-03')];
  };
  expect(month({})).toMatchObject({ opening: 70_000, exchange: 10_000, expansion: 8_000, closing: 88_000 });
  expect(month({ currencyView: 'constant' })).toMatchObject({
    opening: 80_000,
    exchange: 0,
    expansion: 8_000,
    closing: 88_000,
  });
});

test('two currencies in one customer are one customer; the class is the sign of both together', () => {
  const rows = [
    testSubscription({
      id: 1,
      startOn: '2025-01-01',
      priceChanges: [{ fromOn: '2026-03-05', amountMinor: 5_000 }],
    }),
    testSubscription({
      id: 2,
      currency: 'USD',
      startOn: '2025-01-01',
      priceChanges: [{ fromOn: '2026-03-05', amountMinor: 11_000 }],
    }),
  ];
  const rates = [{ currency: 'USD', validOn: '2025-01-01', basePerUnit: 7 }];
  const engine = testEngine(testFacts(rows, { rates }), from, to);
  const month = engine.totals().months[engine.place('2026-03')];
  expect(month).toMatchObject({ opening: 80_000, expansion: 2_000, contraction: 0, closing: 82_000 });
  expect(month?.customers.closing).toBe(1);
});

test('a customer moved between segments mid-year counts in the one of the report’s day, or in each while it was there', () => {
  const rows = [testSubscription({ id: 1, startOn: '2025-01-01' })];
  const accounts = [{ id: 1, name: 'Harbor', values: { 'segment:Size': 'Large' } as const }];
  const day = (date: string) => Date.parse(date) / 86_400_000;
  const history = new Map([
    [
      'segment:Size' as const,
      new Map([
        [
          1,
          [
            { from: -1e6, to: day('2026-05-14'), value: 'Small' },
            { from: day('2026-05-15'), to: 1e6, value: 'Large' },
          ],
        ],
      ]),
    ],
  ]);
  const facts = testFacts(rows, { accounts, history });
  const months = (policies: Partial<ReportPolicies>, value: string) => {
    const engine = testEngine(facts, from, to, policies);
    const { months: all } = engine.totals([{ dimension: 'segment:Size', value }]);
    return ['2026-04', '2026-05'].map((month) => all[engine.place(month)]?.closing);
  };
  expect(months({}, 'Large')).toEqual([10_000, 10_000]);
  expect(months({}, 'Small')).toEqual([0, 0]);
  expect(months({ membership: 'as-it-was' }, 'Small')).toEqual([10_000, 0]);
  expect(months({ membership: 'as-it-was' }, 'large')).toEqual([0, 10_000]);
});
