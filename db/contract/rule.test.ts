import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween } from '../types/calendar.ts';
import {
  annualMinor,
  billingPeriods,
  isLiveOn,
  monthlyMinor,
  noticeDeadline,
  termClashes,
  termDays,
  termMonths,
} from './rule.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
const terms = fc
  .tuple(day, fc.option(fc.integer({ min: 0, max: 2000 })))
  .map(([startOn, days]) => ({ startOn, endOn: days === null ? null : addDays(startOn, days) }));

test.each([
  ['2026-01-01', '2026-12-31', '2025-12-31', false],
  ['2026-01-01', '2026-12-31', '2026-01-01', true],
  ['2026-01-01', '2026-12-31', '2026-12-31', true],
  ['2026-01-01', '2026-12-31', '2027-01-01', false],
  ['2026-01-01', null, '2099-01-01', true],
  ['2026-03-01', '2026-03-01', '2026-03-01', true],
])('a contract from %s to %s on %s is live: %s', (startOn, endOn, date, live) => {
  expect(isLiveOn({ startOn, endOn }, date)).toBe(live);
});

test.each([
  ['2026-01-01', '2026-12-31', 12],
  ['2026-01-01', '2026-05-31', 5],
  ['2024-02-29', '2025-02-27', 12],
  ['2023-03-01', '2024-02-29', 12],
  ['2026-01-31', '2026-02-27', 1],
  ['2026-01-16', '2026-02-28', 1 + 13 / 28],
  ['2026-04-01', '2026-04-15', 0.5],
  ['2026-04-01', '2026-04-01', 1 / 30],
])('from %s to %s is %d months', (startOn, endOn, months) => {
  expect(termMonths({ startOn, endOn })).toBeCloseTo(months, 10);
});

test.each([
  ['month', 10_000, 120_000],
  ['quarter', 10_000, 40_000],
  ['half-year', 10_000, 20_000],
  ['year', 10_000, 10_000],
  ['term', 10_000, 24_000],
] as const)('10,000 per %s of a five-month contract is %d a year', (billingPeriod, amountMinor, annual) => {
  const term = { startOn: '2026-01-01', endOn: '2026-05-31' };
  expect(annualMinor({ ...term, amountMinor, billingPeriod })).toBe(annual);
});

test('a five-month contract of 100 is worth 20 a month', () => {
  expect(
    monthlyMinor({ startOn: '2026-01-01', endOn: '2026-05-31', amountMinor: 100, billingPeriod: 'term' }),
  ).toBe(20);
});

test('an amount for a term without end has no annual value', () => {
  const contract = { startOn: '2026-01-01', endOn: null, amountMinor: 100, billingPeriod: 'term' } as const;
  expect([annualMinor(contract), monthlyMinor(contract)]).toEqual([null, null]);
});

test('twelve months of any billing period cost what a year does', () => {
  fc.assert(
    fc.property(
      day,
      fc.constantFrom(...billingPeriods),
      fc.nat(10 ** 9),
      (startOn, billingPeriod, amountMinor) => {
        const endOn = addDays(addMonths(startOn, 12), -1);
        const annual = annualMinor({ startOn, endOn, billingPeriod, amountMinor });
        const perYear = { month: 12, quarter: 4, 'half-year': 2, year: 1, term: 1 }[billingPeriod];
        expect(annual).toBe(amountMinor * perYear);
      },
    ),
  );
});

test('months of a term grow with every day and agree with whole months', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), fc.nat(40), (startOn, months, more) => {
      const endOn = addDays(addMonths(startOn, months), -1);
      expect(termMonths({ startOn, endOn })).toBeCloseTo(months, 10);
      const longer = termMonths({ startOn, endOn: addDays(endOn, more + 1) });
      expect(longer).toBeGreaterThan(months - 1e-9);
    }),
  );
});

test.each([
  ['2026-12-31', 30, '2026-12-01'],
  ['2027-03-31', 31, '2027-02-28'],
  ['2026-12-31', 0, '2026-12-31'],
  [null, 30, null],
  ['2026-12-31', null, null],
])('an end on %s with %s days of notice leaves until %s', (endOn, days, deadline) => {
  expect(noticeDeadline({ endOn }, days)).toBe(deadline);
});

test('overlaps and gaps name the contracts and the days', () => {
  const clashes = termClashes([
    { id: 'b', startOn: '2026-12-20', endOn: '2027-06-30' },
    { id: 'a', startOn: '2026-01-01', endOn: '2026-12-31' },
    { id: 'c', startOn: '2027-07-05', endOn: null },
    { id: 'd', startOn: '2028-01-01', endOn: null },
  ]);
  expect(clashes).toEqual([
    { kind: 'overlap', earlier: 'a', later: 'b', from: '2026-12-20', to: '2026-12-31' },
    { kind: 'gap', earlier: 'b', later: 'c', from: '2027-07-01', to: '2027-07-04' },
    { kind: 'overlap', earlier: 'c', later: 'd', from: '2028-01-01', to: null },
  ]);
});

test('a short contract inside a long one does not hide that the next follows the long one', () => {
  const clashes = termClashes([
    { id: 'long', startOn: '2026-01-01', endOn: '2026-12-31' },
    { id: 'inside', startOn: '2026-03-01', endOn: '2026-03-31' },
    { id: 'next', startOn: '2027-01-01', endOn: '2027-12-31' },
  ]);
  expect(clashes).toMatchObject([{ kind: 'overlap', earlier: 'long', later: 'inside', to: '2026-03-31' }]);
});

test('contracts that follow each other day by day do not clash', () => {
  fc.assert(
    fc.property(
      day,
      fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 8 }),
      (first, lengths) => {
        let startOn = first;
        const contracts = lengths.map((days, id) => {
          const term = { id, startOn, endOn: addDays(startOn, days - 1) };
          startOn = addDays(startOn, days);
          return term;
        });
        expect(termClashes(contracts)).toEqual([]);
      },
    ),
  );
});

test('a gap holds only days on which no contract is live, an overlap only days with two', () => {
  fc.assert(
    fc.property(fc.array(terms, { maxLength: 6 }), (all) => {
      const contracts = all.map((term, id) => ({ ...term, id }));
      const liveOn = (date: string) => contracts.filter((contract) => isLiveOn(contract, date)).length;
      for (const { kind, from, to } of termClashes(contracts)) {
        const days = kind === 'gap' ? [0] : [2, 3, 4, 5, 6];
        for (const date of [from, to ?? from]) expect(days).toContain(liveOn(date));
      }
    }),
  );
});

test('the days of a term count both ends', () => {
  expect(termDays({ startOn: '2024-02-01', endOn: '2024-02-29' })).toBe(29);
  expect(termDays({ startOn: '2026-03-01', endOn: '2026-03-01' })).toBe(1);
  expect(daysBetween('2024-02-01', '2024-02-29')).toBe(28);
});
