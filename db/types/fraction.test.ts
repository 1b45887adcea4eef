import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, fraction, fromHundredths, toHundredths, weightedMean } from './fraction.ts';

test.each([
  { top: 7, bottom: 4, hundredths: 1.75 },
  { top: 1, bottom: 3, hundredths: 0.33 },
  { top: 2, bottom: 3, hundredths: 0.67 },
  { top: 1, bottom: 200, hundredths: 0.01 },
  { top: -1, bottom: 3, hundredths: -0.33 },
  { top: -2, bottom: 3, hundredths: -0.67 },
  { top: 0, bottom: 5, hundredths: 0 },
])('$top/$bottom rounds to $hundredths', ({ top, bottom, hundredths }) => {
  expect(toHundredths(fraction(top, bottom))).toBe(hundredths);
});

test('a mean is exact where floating point is not', () => {
  const thirds = [1, 2, 2].map((level) => ({ value: fraction(level), weight: 1 }));
  const mean = weightedMean(thirds);
  expect(mean).toEqual(fraction(5, 3));
  const tenths = Array.from({ length: 10 }, () => ({ value: fromHundredths(0.1), weight: 1 }));
  expect(weightedMean(tenths)).toEqual(fraction(1, 10));
});

test('weights count as so many equal parts', () => {
  const parts = [
    { value: fraction(4), weight: 3 },
    { value: fraction(1), weight: 1 },
  ];
  expect(weightedMean(parts)).toEqual(fraction(13, 4));
});

test('the mean of nothing is unknown', () => {
  expect(weightedMean([])).toBeNull();
});

test('any two fractions compare as the numbers they stand for', () => {
  const part = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 999 }));
  fc.assert(
    fc.property(part, part, ([a, b], [c, d]) => {
      expect(compare(fraction(a, b), fraction(c, d))).toBe(Math.sign(a * d - c * b));
    }),
  );
});
