import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '../types/calendar.ts';
import { addWorkingDays, isWorkingDay, weekendsOnly, workingDaysBetween } from './working-day.ts';

/** National Day 2026 in China: off from 1 to 7 October, worked on Sunday 27 September and Saturday 10 October. */
const china = {
  holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
  makeUpDays: new Set(['2026-09-27', '2026-10-10']),
};

const day = fc.integer({ min: -20_000, max: 20_000 }).map((days) => addDays('2026-01-01', days));

describe('working days', () => {
  it.each([
    ['2026-11-06', 1, '2026-11-09'],
    ['2026-11-06', 2, '2026-11-10'],
    ['2026-11-02', 5, '2026-11-09'],
    ['2026-11-07', 1, '2026-11-09'],
    ['2026-11-07', 0, '2026-11-09'],
    ['2026-11-06', 0, '2026-11-06'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
  ])('from %s, %i later is %s when only weekends are off', (from, days, expected) => {
    expect(addWorkingDays(from, days, weekendsOnly)).toBe(expected);
  });

  it.each([
    ['2026-09-25', 1, '2026-09-27'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-10-01', 0, '2026-10-08'],
  ])('from %s, %i later is %s around National Day in China', (from, days, expected) => {
    expect(addWorkingDays(from, days, china)).toBe(expected);
  });

  it('takes a make-up day for worked when the list names it twice', () => {
    const both = { holidays: new Set(['2026-10-10']), makeUpDays: new Set(['2026-10-10']) };
    expect(isWorkingDay('2026-10-10', both)).toBe(true);
  });

  it.each([-1, 1.5, Number.NaN])('refuses %d days', (days) => {
    expect(() => addWorkingDays('2026-11-06', days, weekendsOnly)).toThrow(RangeError);
  });

  it('always ends on a working day, so many of them later', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom(weekendsOnly, china),
        (from, days, calendar) => {
          const to = addWorkingDays(from, days, calendar);
          expect(isWorkingDay(to, calendar)).toBe(true);
          if (days > 0) expect(workingDaysBetween(from, to, calendar)).toBe(days);
        },
      ),
    );
  });

  it('counts the same backwards as forwards', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -200, max: 200 }), (from, days) => {
        const to = addDays(from, days);
        expect(workingDaysBetween(from, to, weekendsOnly)).toBe(
          0 - workingDaysBetween(to, from, weekendsOnly) || 0,
        );
      }),
    );
  });

  it('counts five in any seven days without holidays', () => {
    fc.assert(
      fc.property(day, (from) => {
        expect(workingDaysBetween(from, addDays(from, 7), weekendsOnly)).toBe(5);
        expect([0, 6].includes(weekday(from))).toBe(!isWorkingDay(from, weekendsOnly));
      }),
    );
  });
});
