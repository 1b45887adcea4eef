import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, weekday } from '../types/calendar.ts';
import { nextOccurrence, type RepeatUnit, recurrenceFrom, snoozeUntil, taskTiming } from './rule.ts';

describe('the next occurrence', () => {
  test.each<[RepeatUnit, number, string, string, string]>([
    ['day', 1, '2026-11-23', '2026-11-23', '2026-11-24'],
    ['day', 3, '2026-11-20', '2026-11-27', '2026-11-29'],
    ['week', 1, '2026-11-23', '2026-11-23', '2026-11-30'],
    ['week', 2, '2026-11-23', '2026-11-29', '2026-12-07'],
    ['month', 1, '2026-01-31', '2026-01-31', '2026-02-28'],
    ['month', 1, '2026-01-31', '2026-02-28', '2026-03-31'],
    ['month', 3, '2026-11-30', '2026-11-30', '2027-02-28'],
    ['year', 1, '2024-02-29', '2024-02-29', '2025-02-28'],
    ['year', 1, '2024-02-29', '2027-02-28', '2028-02-29'],
    ['year', 1, '2024-02-29', '2026-03-01', '2027-02-28'],
    ['year', 1, '2024-02-29', '2027-02-28', '2028-02-29'],
    ['month', 1, '2026-11-23', '2026-10-01', '2026-11-23'],
  ])('every %s × %d from %s, after %s, is on %s', (unit, every, fromOn, after, expected) => {
    expect(nextOccurrence({ unit, every, fromOn }, after)).toBe(expected);
  });

  const series = fc.record({
    unit: fc.constantFrom<RepeatUnit>('day', 'week', 'month', 'year'),
    every: fc.integer({ min: 1, max: 99 }),
    fromOn: fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days)),
  });

  test('lies after the date, belongs to the series, and none of the series lies between', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -100, max: 9000 }), (recurrence, days) => {
        const after = addDays(recurrence.fromOn, days);
        const next = nextOccurrence(recurrence, after);
        const { unit, every, fromOn } = recurrence;
        const inDays = { day: 1, week: 7, month: 0, year: 0 }[unit] * every;
        const inMonths = { day: 0, week: 0, month: 1, year: 12 }[unit] * every;
        const times =
          inMonths > 0 ? monthsBetween(fromOn, next) / inMonths : daysBetween(fromOn, next) / inDays;
        const occurrence = (at: number) => addDays(addMonths(fromOn, at * inMonths), at * inDays);
        expect(Number.isInteger(times)).toBe(true);
        expect(occurrence(times)).toBe(next);
        expect(next > after).toBe(true);
        if (times > 0) expect(occurrence(times - 1) <= after).toBe(true);
      }),
    );
  });

  test('refuses an interval of nothing', () => {
    expect(() => nextOccurrence({ unit: 'day', every: 0, fromOn: '2026-01-01' }, '2026-01-01')).toThrow(
      RangeError,
    );
  });
});

describe('a series', () => {
  const before = {
    dueOn: '2026-02-28',
    recurrence: { unit: 'month', every: 1, fromOn: '2026-01-31' },
  } as const;
  test.each([
    ['goes on while day and interval stay', 'month', 1, '2026-02-28', '2026-01-31'],
    ['begins anew on another day', 'month', 1, '2026-03-01', '2026-03-01'],
    ['begins anew with another interval', 'month', 2, '2026-02-28', '2026-02-28'],
    ['begins anew with another unit', 'week', 1, '2026-02-28', '2026-02-28'],
  ] as const)('%s', (_, unit, every, dueOn, fromOn) => {
    expect(recurrenceFrom({ unit, every }, dueOn, before)).toEqual({ unit, every, fromOn });
  });

  test('needs a day to begin on, and an interval', () => {
    expect(recurrenceFrom({ unit: 'week', every: 1 }, null, null)).toBeNull();
    expect(recurrenceFrom(null, '2026-02-28', before)).toBeNull();
  });
});

function monthsBetween(from: string, to: string): number {
  return (
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7))
  );
}

describe('where a task stands on Wednesday 25 November 2026', () => {
  const today = '2026-11-25';
  test.each([
    ['2026-11-24', null, null, 'overdue'],
    ['2026-11-25', null, null, 'today'],
    ['2026-12-02', null, null, 'soon'],
    ['2026-12-03', null, null, 'later'],
    [null, null, null, 'undated'],
    ['2026-11-24', null, '2026-11-26', 'snoozed'],
    ['2026-11-24', null, '2026-11-25', 'overdue'],
    [null, null, '2026-12-01', 'snoozed'],
    ['2026-11-24', '2026-11-24', '2026-12-01', 'done'],
  ])('due %s, done %s, put off until %s: %s', (dueOn, doneOn, snoozedUntil, expected) => {
    expect(taskTiming({ dueOn, doneOn, snoozedUntil }, today)).toBe(expected);
  });
});

test.each([
  ['tomorrow', '2026-11-25', '2026-11-26'],
  ['next-week', '2026-11-25', '2026-11-30'],
  ['next-week', '2026-11-29', '2026-11-30'],
  ['next-week', '2026-11-30', '2026-12-07'],
  ['in-a-week', '2026-11-25', '2026-12-02'],
  ['in-a-month', '2027-01-31', '2027-02-28'],
] as const)('putting off %s on %s means until %s', (snooze, today, expected) => {
  expect(snoozeUntil(snooze, today)).toBe(expected);
  if (snooze === 'next-week') expect(weekday(expected)).toBe(1);
});
