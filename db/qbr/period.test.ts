import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../types/calendar.ts';
import { daysIn, includes } from '../types/period.ts';
import {
  asFiscalQuarter,
  comparisonPeriod,
  fiscalQuarterOf,
  fiscalYear,
  lastPeriod,
  quarterPeriod,
  shiftQuarter,
  wholeMonths,
} from './period.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1999-11-07', days));
const start = fc.integer({ min: 1, max: 12 });

describe('fiscal quarters', () => {
  test.each([
    { day: '2026-01-01', start: 1, quarter: { year: 2026, quarter: 1 } },
    { day: '2026-12-31', start: 1, quarter: { year: 2026, quarter: 4 } },
    { day: '2026-03-31', start: 4, quarter: { year: 2026, quarter: 4 } },
    { day: '2026-04-01', start: 4, quarter: { year: 2027, quarter: 1 } },
    { day: '2028-02-29', start: 3, quarter: { year: 2028, quarter: 4 } },
    { day: '2026-12-01', start: 12, quarter: { year: 2027, quarter: 1 } },
    { day: '2026-11-30', start: 12, quarter: { year: 2026, quarter: 4 } },
  ])('$day with a fiscal year from month $start is $quarter', ({ day, start, quarter }) => {
    expect(fiscalQuarterOf(day, start)).toEqual(quarter);
  });

  test.each([
    { quarter: { year: 2026, quarter: 1 as const }, start: 1, from: '2026-01-01', to: '2026-03-31' },
    { quarter: { year: 2028, quarter: 4 as const }, start: 3, from: '2027-12-01', to: '2028-02-29' },
    { quarter: { year: 2026, quarter: 4 as const }, start: 12, from: '2026-09-01', to: '2026-11-30' },
  ])('$quarter from month $start runs $from to $to', ({ quarter, start, from, to }) => {
    expect(quarterPeriod(quarter, start)).toEqual({ from, to });
  });

  test('hold every day in exactly one quarter, one after another without a gap', () => {
    fc.assert(
      fc.property(day, start, (date, month) => {
        const quarter = fiscalQuarterOf(date, month);
        const period = quarterPeriod(quarter, month);
        expect(includes(period, date)).toBe(true);
        expect(asFiscalQuarter(period, month)).toEqual(quarter);
        expect(quarterPeriod(shiftQuarter(quarter, 1), month).from).toBe(addDays(period.to, 1));
        expect(shiftQuarter(shiftQuarter(quarter, -7), 7)).toEqual(quarter);
        expect(comparisonPeriod(period)).toEqual(quarterPeriod(shiftQuarter(quarter, -1), month));
      }),
    );
  });

  test('a span that is no quarter is called none', () => {
    expect(asFiscalQuarter({ from: '2026-02-01', to: '2026-04-30' }, 1)).toBeNull();
    expect(asFiscalQuarter({ from: '2026-01-01', to: '2026-03-30' }, 1)).toBeNull();
  });

  test.each([0, 13, 1.5])('a fiscal year cannot start with month %s', (month) => {
    expect(() => fiscalQuarterOf('2026-01-01', month)).toThrow(RangeError);
  });
});

describe('comparisonPeriod', () => {
  test.each([
    { from: '2026-09-01', to: '2026-11-30', before: { from: '2026-06-01', to: '2026-08-31' } },
    { from: '2026-03-01', to: '2026-03-31', before: { from: '2026-02-01', to: '2026-02-28' } },
    { from: '2028-03-01', to: '2028-03-31', before: { from: '2028-02-01', to: '2028-02-29' } },
    { from: '2028-01-01', to: '2028-12-31', before: { from: '2027-01-01', to: '2027-12-31' } },
    { from: '2028-03-01', to: '2028-03-30', before: { from: '2028-01-31', to: '2028-02-29' } },
    { from: '2026-05-05', to: '2026-05-05', before: { from: '2026-05-04', to: '2026-05-04' } },
  ])('of $from to $to is $before', ({ from, to, before }) => {
    expect(comparisonPeriod({ from, to })).toEqual(before);
  });

  test('ends the day before, and has as many days or as many whole months', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 500 }), (from, length) => {
        const period = { from, to: addDays(from, length) };
        const before = comparisonPeriod(period);
        expect(before.to).toBe(addDays(from, -1));
        const months = wholeMonths(period);
        if (months === null) expect(daysIn(before)).toBe(daysIn(period));
        else expect(wholeMonths(before)).toBe(months);
      }),
    );
  });
});

describe('lastPeriod', () => {
  test.each([
    { kind: 'mbr' as const, today: '2028-03-01', from: '2028-02-01', to: '2028-02-29' },
    { kind: 'mbr' as const, today: '2026-01-31', from: '2025-12-01', to: '2025-12-31' },
    { kind: 'qbr' as const, today: '2026-11-22', from: '2026-07-01', to: '2026-09-30' },
    { kind: 'qbr' as const, today: '2026-10-01', from: '2026-07-01', to: '2026-09-30' },
    { kind: 'ebr' as const, today: '2026-11-22', from: '2026-01-01', to: '2026-06-30' },
    { kind: 'ebr' as const, today: '2027-01-02', from: '2026-07-01', to: '2026-12-31' },
  ])('of a $kind on $today is $from to $to', ({ kind, today, from, to }) => {
    expect(lastPeriod(kind, today, 1)).toEqual({ from, to });
  });

  test('is over, and its end lies less than a half-year and a quarter back', () => {
    fc.assert(
      fc.property(
        day,
        start,
        fc.constantFrom('mbr' as const, 'qbr' as const, 'ebr' as const),
        (today, month, kind) => {
          const { from, to } = lastPeriod(kind, today, month);
          expect(to < today).toBe(true);
          expect(addDays(to, 184) >= today).toBe(true);
          expect(wholeMonths({ from, to })).toBe({ mbr: 1, qbr: 3, ebr: 6 }[kind]);
        },
      ),
    );
  });
});

test.each([
  [2026, 1, '2026-01-01', '2026-12-31'],
  [2026, 4, '2025-04-01', '2026-03-31'],
  [2024, 3, '2023-03-01', '2024-02-29'],
])('the fiscal year %i that begins in month %i is %s to %s', (year, start, from, to) => {
  expect(fiscalYear(year, start)).toEqual({ from, to });
});
