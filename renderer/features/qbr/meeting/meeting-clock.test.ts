import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begin, clockText, elapsed, notBegun, spentOn, turnTo } from './meeting-clock.ts';

test('before the meeting pages turn and no time passes', () => {
  const clock = turnTo(notBegun, 3, 9, 50_000);
  expect(clock.page).toBe(3);
  expect(elapsed(clock, 99_000)).toBe(0);
  expect(spentOn(clock, 3, 99_000)).toBe(0);
});

test('a page that is gone back to goes on counting where it stopped', () => {
  let clock = begin(notBegun, 0);
  clock = turnTo(clock, 1, 9, 60_000);
  clock = turnTo(clock, 2, 9, 150_000);
  clock = turnTo(clock, 1, 9, 200_000);
  expect(spentOn(clock, 0, 210_000)).toBe(60_000);
  expect(spentOn(clock, 1, 210_000)).toBe(100_000);
  expect(spentOn(clock, 2, 210_000)).toBe(50_000);
});

test.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [425_000, '7:05'],
  [5_400_000, '90:00'],
])('%i milliseconds are %s', (milliseconds, text) => {
  expect(clockText(milliseconds)).toBe(text);
});

test('pages stay within the bounds, and their times add up to the whole', () => {
  const turns = fc.array(fc.tuple(fc.integer({ min: -2, max: 12 }), fc.nat(600_000)), { maxLength: 20 });
  fc.assert(
    fc.property(turns, fc.integer({ min: 1, max: 10 }), (steps, pages) => {
      let now = 1_000;
      let clock = begin(notBegun, now);
      for (const [page, wait] of steps) {
        now += wait;
        clock = turnTo(clock, page, pages, now);
        expect(clock.page).toBeGreaterThanOrEqual(0);
        expect(clock.page).toBeLessThan(pages);
      }
      const sum = Array.from({ length: pages }, (_, page) => spentOn(clock, page, now));
      expect(sum.reduce((total, each) => total + each, 0)).toBe(elapsed(clock, now));
    }),
  );
});
