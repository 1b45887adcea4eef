import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benchmark, letterOf, placeAmong } from './benchmark.ts';

test.each([
  { figures: [], expected: null },
  { figures: [1, 2, null], expected: null },
  { figures: [3, 1, 2], expected: { count: 3, lowest: 1, median: 2, highest: 3 } },
  { figures: [null, 4, 1, 2.25, 2], expected: { count: 4, lowest: 1, median: 2.13, highest: 4 } },
  { figures: [2, 2, 2, 2], expected: { count: 4, lowest: 2, median: 2, highest: 2 } },
])('$figures is $expected', ({ figures, expected }) => {
  expect(benchmark(figures)).toEqual(expected);
});

test('at least half of the figures lie at the median or over it, and at least half at it or under', () => {
  const hundredths = fc.integer({ min: 100, max: 500 }).map((value) => value / 100);
  fc.assert(
    fc.property(fc.array(hundredths, { minLength: 3 }), (figures) => {
      const found = benchmark(figures);
      const median = found?.median ?? 0;
      expect(figures.filter((figure) => figure >= median - 0.005).length * 2).toBeGreaterThanOrEqual(
        figures.length,
      );
      expect(figures.filter((figure) => figure <= median + 0.005).length * 2).toBeGreaterThanOrEqual(
        figures.length,
      );
    }),
  );
});

test('equals share a place, the next one leaves it out, and unknown figures have none', () => {
  const figures = [3, 4, null, 3, 2];
  expect(figures.map((figure) => placeAmong(figures, figure))).toEqual([2, 1, null, 2, 4]);
});

test('letters go on after Z, and no two are the same', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  expect(new Set(Array.from({ length: 1000 }, (_, at) => letterOf(at))).size).toBe(1000);
});
