import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dateIn,
  daysBetween,
  endOfDay,
  endOfMonth,
  isIsoDate,
  weekday,
} from './calendar.ts';

const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['26-01-01', false],
  ['2026-04-31', false],
  ['0000-01-01', false],
])('%s is a date: %s', (text, is) => {
  expect(isIsoDate(text)).toBe(is);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-11-22', 0, '2026-11-22'],
  ['2026-11-22', 14, '2028-01-22'],
])('%s and %i months is %s', (from, months, expected) => {
  expect(addMonths(from, months)).toBe(expected);
});

test('a month ends on its last day', () => {
  expect(['2026-02-01', '2028-02-10', '2026-12-31'].map(endOfMonth)).toEqual([
    '2026-02-28',
    '2028-02-29',
    '2026-12-31',
  ]);
});

test('days go by the calendar, whatever the clocks do', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
      const to = addDays(from, days);
      expect(isIsoDate(to)).toBe(true);
      expect(daysBetween(from, to)).toBe(days);
      expect((((weekday(to) - weekday(from) - days) % 7) + 7) % 7).toBe(0);
    }),
  );
});

test.each([
  ['Asia/Shanghai', '2026-11-22T16:30:00Z', '2026-11-23'],
  ['America/Los_Angeles', '2026-11-22T07:59:59Z', '2026-11-21'],
  ['UTC', '2026-11-22T00:00:00Z', '2026-11-22'],
])('in %s it is at %s already %s', (zone, instant, expected) => {
  expect(dateIn(zone, new Date(instant))).toBe(expected);
});

test('a day ends where the next one begins, also when the clocks change that night', () => {
  const zones = fc.constantFrom(
    'Asia/Shanghai',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'UTC',
  );
  fc.assert(
    fc.property(zones, date, (zone, day) => {
      const end = endOfDay(zone, day);
      expect(dateIn(zone, end)).toBe(day);
      expect(dateIn(zone, new Date(end.getTime() + 1))).toBe(addDays(day, 1));
    }),
  );
});
