import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './calendar.ts';
import { daysIn, includes, overlap } from './period.ts';

const period = fc
  .tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: -3, max: 500 }))
  .map(([start, length]) => ({
    from: addDays('2024-01-01', start),
    to: addDays('2024-01-01', start + length),
  }));

test('both ends belong to a period', () => {
  const february = { from: '2024-02-01', to: '2024-02-29' };
  expect(daysIn(february)).toBe(29);
  expect(['2024-01-31', '2024-02-01', '2024-02-29', '2024-03-01'].map((d) => includes(february, d))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(daysIn({ from: '2024-02-02', to: '2024-02-01' })).toBe(0);
});

test('a day lies in the overlap exactly when it lies in both', () => {
  fc.assert(
    fc.property(period, period, fc.integer({ min: -5, max: 1400 }), (one, other, days) => {
      const day = addDays('2024-01-01', days);
      const shared = overlap(one, other);
      expect(shared !== null && includes(shared, day)).toBe(includes(one, day) && includes(other, day));
      expect(shared).toEqual(overlap(other, one));
    }),
  );
});
