import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaidContract } from '../contract/movement.ts';
import { fiscalYear, quarterPeriod } from '../qbr/period.ts';
import {
  asOfDay,
  type ContributedClaim,
  type ContributionFacts,
  type ContributionFigure,
  contribution,
  lastQuarter,
} from './rule.ts';

const none: ContributionFacts = {
  claims: [],
  contracts: [],
  reviews: [],
  commitments: [],
  baseCurrency: 'CNY',
  rates: [{ currency: 'USD', validOn: '2026-01-01', basePerUnit: 7 }],
  today: '2027-02-01',
  gapDays: 30,
};
const year = fiscalYear(2026, 1);
const claim: ContributedClaim = {
  id: 1,
  accountId: 1,
  account: 'Yunji Supply',
  valuePoint: 'Reorder advice',
  outcome: 'Orders leave sooner',
  period: { from: '2026-01-01', to: '2026-03-31' },
  inputs: [{ label: 'worth', value: 100, unit: '' }],
  currency: 'CNY',
  conversionAgreedOn: '2026-01-01',
  signedOn: '2026-05-10',
  source: 'WMS',
  evidence: [],
};
const contract: PaidContract = {
  id: 1,
  accountId: 1,
  account: 'Yunji Supply',
  product: 'Platform',
  seats: null,
  amountMinor: 100_00,
  currency: 'CNY',
  billingPeriod: 'year',
  startOn: '2025-01-01',
  endOn: '2025-12-31',
  renewsContractId: null,
  noticeDays: null,
  autoRenews: null,
  noticeGivenOn: null,
  priceChanges: [],
};
const next = { ...contract, id: 2, startOn: '2026-01-01', endOn: '2026-12-31', renewsContractId: 1 };

function figure<Key extends ContributionFigure['key']>(
  facts: Partial<ContributionFacts>,
  key: Key,
  over = year,
) {
  const found = contribution({ ...none, ...facts }, over).figures.find((each) => each.key === key);
  return found as Extract<ContributionFigure, { key: Key }>;
}
const sumOf = (facts: Partial<ContributionFacts>, key: 'signed' | 'unsigned' | 'unsourced', over = year) =>
  (figure(facts, key, over) as Extract<ContributionFigure, { kind: 'money' }>).sum;
const contractSum = (contracts: PaidContract[], key: 'renewals' | 'rises' | 'falls' | 'new-lines') =>
  (figure({ contracts }, key) as Extract<ContributionFigure, { kind: 'money' }>).sum;

test('an empty book has no amounts, no cases, and says what it does not record', () => {
  const { figures } = contribution(none, year);
  for (const each of figures)
    if (each.kind === 'money')
      expect(each.sum).toEqual({ amounts: [], inBase: null, missingRates: [], cases: 0, unknown: 0 });
  expect(figures.filter(({ kind }) => kind === 'not-recorded').map(({ key }) => key)).toEqual([
    'risks',
    'references',
  ]);
});

test.each([
  { day: '2026-11-22', start: 1, from: '2026-07-01', to: '2026-09-30' },
  { day: '2026-01-01', start: 1, from: '2025-10-01', to: '2025-12-31' },
  { day: '2026-11-22', start: 4, from: '2026-07-01', to: '2026-09-30' },
  { day: '2026-11-22', start: 2, from: '2026-08-01', to: '2026-10-31' },
])(
  'the quarter before $day, the year beginning in month $start, is $from to $to',
  ({ day, start, from, to }) => {
    expect(lastQuarter(day, start)).toEqual({ from, to });
  },
);

test.each([
  { today: '2026-11-22', asOf: '2026-11-22' },
  { today: '2026-12-31', asOf: '2026-12-31' },
  { today: '2027-01-01', asOf: '2026-12-31' },
])('on $today the year is told as of $asOf', ({ today, asOf }) => {
  expect(asOfDay(year, today)).toBe(asOf);
});

test.each([
  { stated: 'signed and sourced', change: {}, proof: 'signed' },
  { stated: 'not signed', change: { signedOn: null }, proof: 'unsigned' },
  { stated: 'signed without a source', change: { source: ' ' }, proof: 'unsourced' },
  { stated: 'neither', change: { signedOn: null, source: null }, proof: 'unsourced' },
])('a claim $stated stands in $proof alone', ({ change, proof }) => {
  const claims = [{ ...claim, ...change }];
  for (const key of ['signed', 'unsigned', 'unsourced'] as const)
    expect(sumOf({ claims }, key).cases).toBe(key === proof ? 1 : 0);
});

test('a claim without an agreed conversion is a case without an amount', () => {
  expect(sumOf({ claims: [{ ...claim, conversionAgreedOn: null }] }, 'signed')).toMatchObject({
    amounts: [],
    inBase: null,
    cases: 1,
    unknown: 1,
  });
});

test('currencies stand apart, together only where each has a rate of its day', () => {
  const inDollars = { ...claim, id: 2, currency: 'USD' };
  expect(sumOf({ claims: [claim, inDollars] }, 'signed')).toMatchObject({
    amounts: [
      { minor: 100_00, currency: 'CNY' },
      { minor: 100_00, currency: 'USD' },
    ],
    inBase: { minor: 800_00, currency: 'CNY' },
  });
  expect(sumOf({ claims: [claim, { ...inDollars, currency: 'EUR' }] }, 'signed')).toMatchObject({
    inBase: null,
    missingRates: ['EUR'],
  });
});

test('value points and accounts of one name are not mixed, the most first', () => {
  const claims = [
    claim,
    { ...claim, id: 2, accountId: 2, inputs: [{ label: '', value: 300, unit: '' }], valuePoint: null },
  ];
  const { byAccount, byValuePoint } = contribution({ ...none, claims }, year);
  expect(byAccount.map(({ name, sum }) => [name, sum.inBase?.minor])).toEqual([
    ['Yunji Supply', 300_00],
    ['Yunji Supply', 100_00],
  ]);
  expect(byValuePoint.map(({ name }) => name)).toEqual([null, 'Reorder advice']);
});

test.each([
  { stated: 'dearer', minor: 130_00, rises: [{ minor: 30_00, currency: 'CNY' }], falls: [] },
  { stated: 'cheaper', minor: 90_00, rises: [], falls: [{ minor: -10_00, currency: 'CNY' }] },
  { stated: 'at the same price', minor: 100_00, rises: [], falls: [] },
])('a renewal $stated is told against what it renews', ({ minor, rises, falls }) => {
  const contracts = [contract, { ...next, amountMinor: minor }];
  expect(contractSum(contracts, 'renewals').amounts).toEqual([{ minor, currency: 'CNY' }]);
  expect(contractSum(contracts, 'rises').amounts).toEqual(rises);
  expect(contractSum(contracts, 'falls').amounts).toEqual(falls);
});

test('a renewal is told against the last price of what it renews, and a change while running counts itself', () => {
  const changed = { ...contract, priceChanges: [{ fromOn: '2025-06-01', amountMinor: 120_00, seats: null }] };
  expect(contractSum([changed, { ...next, amountMinor: 120_00 }], 'rises').cases).toBe(0);
  const running = { ...next, priceChanges: [{ fromOn: '2026-06-01', amountMinor: 150_00, seats: null }] };
  expect(contractSum([contract, running], 'rises').amounts).toEqual([{ minor: 50_00, currency: 'CNY' }]);
});

test('a contract renewed by two is one renewal and no fall', () => {
  const half = { ...next, amountMinor: 50_00 };
  const contracts = [contract, half, { ...half, id: 3, startOn: '2026-02-01' }];
  expect(contractSum(contracts, 'renewals')).toMatchObject({ cases: 1, amounts: [{ minor: 100_00 }] });
  expect(contractSum(contracts, 'falls').cases).toBe(0);
});

test('a renewal in another currency cannot be compared and is neither rise nor fall', () => {
  const shown = contribution({ ...none, contracts: [contract, { ...next, currency: 'USD' }] }, year);
  expect(shown.incomparable).toBe(1);
  expect(contractSum([contract, { ...next, currency: 'USD' }], 'rises').cases).toBe(0);
});

test.each([
  { stated: 'another product', change: { product: 'Returns' }, lines: 1, unlinked: 0 },
  { stated: 'the product it had', change: { product: ' platform ' }, lines: 0, unlinked: 0 },
  { stated: 'the product it had, too late', change: { startOn: '2026-03-01' }, lines: 0, unlinked: 1 },
  { stated: 'no product said', change: { product: null }, lines: 0, unlinked: 1 },
  { stated: 'another account’s first', change: { accountId: 2 }, lines: 0, unlinked: 0 },
])(
  'a contract that renews nothing, $stated: $lines new lines, $unlinked unlinked',
  ({ change, lines, unlinked }) => {
    const contracts = [contract, { ...next, renewsContractId: null, ...change }];
    expect(contractSum(contracts, 'new-lines').cases).toBe(lines);
    expect(contribution({ ...none, contracts }, year).unlinked).toBe(unlinked);
  },
);

test('of the contracts that ended, those with a renewal are renewed; unscored commitments stand apart', () => {
  const over = { from: '2025-10-01', to: '2025-12-31' };
  const contracts = [contract, next, { ...contract, id: 3, product: 'Returns' }];
  expect(figure({ contracts }, 'renewed', over)).toMatchObject({ share: { part: 1, cases: 2 } });
  const due = { side: 'us', dueOn: '2026-04-01' } as const;
  const commitments = (['kept', 'partly', 'open'] as const).map((status) => ({ ...due, status }));
  expect(figure({ commitments }, 'kept-us')).toMatchObject({ share: { part: 1.5, cases: 2 }, unscored: 1 });
  const reviews = ['2026-01-01', '2026-12-31', '2027-01-01'].map((heldOn) => ({ accountId: 1, heldOn }));
  expect(figure({ reviews }, 'reviews')).toMatchObject({ count: 2, accounts: 1 });
});

test.each([
  { stated: 'linked', change: { renewsContractId: 1, product: 'Other' }, part: 1, cases: 1 },
  { stated: 'of the same line a month later', change: { startOn: '2026-01-30' }, part: 1, cases: 1 },
  { stated: 'of the same line too late', change: { startOn: '2026-01-31' }, part: 0, cases: 1 },
  { stated: 'of another product', change: { product: 'Other' }, part: 0, cases: 1 },
])('a contract followed by one $stated: $part of $cases renewed', ({ change, part, cases }) => {
  const contracts = [contract, { ...next, renewsContractId: null, ...change }];
  const over = { from: '2025-10-01', to: '2025-12-31' };
  expect(figure({ contracts }, 'renewed', over)).toMatchObject({ share: { part, cases }, unscored: 0 });
});

test('a contract that ended last week is not lost yet, and one that renews itself never is', () => {
  const over = { from: '2025-10-01', to: '2025-12-31' };
  const open = figure({ contracts: [contract], today: '2026-01-07' }, 'renewed', over);
  expect(open).toMatchObject({ share: { part: 0, cases: 0 }, unscored: 1 });
  const automatic = { ...contract, autoRenews: true };
  const renewed = figure({ contracts: [automatic], today: '2026-01-07' }, 'renewed', over);
  expect(renewed).toMatchObject({ share: { part: 1, cases: 1 }, unscored: 0 });
});

test('the four quarters of a year add up to it, in every currency, in cases and in the base currency', () => {
  const day = fc
    .date({ min: new Date('2025-06-01'), max: new Date('2027-06-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const anyClaim = fc.record({
    signedOn: fc.option(day),
    to: day,
    value: fc.option(fc.integer({ min: 0, max: 10_000 })),
    currency: fc.constantFrom('CNY', 'USD'),
    source: fc.constantFrom('WMS', null),
  });
  const rates = [
    { currency: 'USD', validOn: '2020-01-01', basePerUnit: 7.13 },
    { currency: 'USD', validOn: '2026-05-05', basePerUnit: 6.97 },
  ];
  fc.assert(
    fc.property(fc.array(anyClaim), (drawn) => {
      const claims = drawn.map(({ to, value, ...rest }, id) => ({
        ...claim,
        ...rest,
        id,
        period: { from: '2025-01-01', to },
        inputs: [{ label: '', value, unit: '' }],
      }));
      const facts = { claims, rates };
      const quarters = ([1, 2, 3, 4] as const).map((quarter) => quarterPeriod({ year: 2026, quarter }, 1));
      for (const key of ['signed', 'unsigned', 'unsourced'] as const) {
        const whole = sumOf(facts, key);
        const parts = quarters.map((quarter) => sumOf(facts, key, quarter));
        const total = (of: (sum: typeof whole) => number) => parts.reduce((sum, part) => sum + of(part), 0);
        expect(total(({ cases }) => cases)).toBe(whole.cases);
        expect(total(({ unknown }) => unknown)).toBe(whole.unknown);
        expect(total(({ inBase }) => inBase?.minor ?? 0)).toBe(whole.inBase?.minor ?? 0);
        for (const { currency, minor } of whole.amounts)
          expect(total(({ amounts }) => amounts.find((each) => each.currency === currency)?.minor ?? 0)).toBe(
            minor,
          );
      }
    }),
  );
});
