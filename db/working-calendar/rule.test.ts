import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../types/calendar.ts';
import { countingCalendar, listCalendar, type SpecialDay, unknownYears } from './rule.ts';
import { isWorkingDay } from './working-day.ts';

const nationalDay: SpecialDay = { on: '2026-10-01', isWorking: false, name: 'National Day' };
const makeUp: SpecialDay = { on: '2026-10-10', isWorking: true, name: 'National Day' };
const china = [
  { year: 2026, isKnown: true, days: [makeUp, nationalDay] },
  { year: 2027, isKnown: false, days: [] },
];

test('the days stand in their order, and those of the book are told apart', () => {
  const own: SpecialDay = { on: '2026-10-09', isWorking: false, name: 'Company day' };
  expect(listCalendar('CN', china, [own]).days).toEqual([
    { ...nationalDay, isOwn: false },
    { ...own, isOwn: true },
    { ...makeUp, isOwn: false },
  ]);
});

describe('a change of the book holds against the country', () => {
  test.each([
    ['a holiday that is worked after all', nationalDay.on, true],
    ['a make-up day that is not worked', makeUp.on, false],
    ['a day off nobody else has', '2026-11-23', false],
  ])('%s', (_, on, isWorking) => {
    const listed = listCalendar('CN', china, [{ on, isWorking, name: null }]);
    expect(isWorkingDay(on, countingCalendar(listed))).toBe(isWorking);
  });

  test('whatever the days are', () => {
    const day = fc.record({
      on: fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-09-20', days)),
      isWorking: fc.boolean(),
      name: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.uniqueArray(day, { selector: ({ on }) => on }), (changes) => {
        const calendar = countingCalendar(listCalendar('CN', china, changes));
        for (const { on, isWorking } of changes) expect(isWorkingDay(on, calendar)).toBe(isWorking);
      }),
    );
  });
});

test.each([
  ['2026-12-20', '2026-12-31', []],
  ['2026-12-20', '2027-01-04', [2027]],
  ['2025-12-20', '2027-01-04', [2025, 2027]],
])('from %s to %s nobody knows the holidays of %j', (from, to, years) => {
  expect(unknownYears(from, to, listCalendar('CN', china, []))).toEqual(years);
});

test('without a country nothing is claimed and nothing is missing', () => {
  expect(unknownYears('2026-12-20', '2031-01-04', listCalendar(null, [], []))).toEqual([]);
});
