import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rate, ratingCriteria } from './rating.ts';

test('an unrated review has no mean, and names every criterion as missing', () => {
  expect(rate([])).toEqual({ mean: null, scored: 0, missing: ratingCriteria });
});

test('the mean is of what was scored; what was not lowers nothing', () => {
  expect(
    rate([
      { criterion: 'evidence', score: 5 },
      { criterion: 'honesty', score: 2 },
    ]),
  ).toEqual({
    mean: 3.5,
    scored: 2,
    missing: ratingCriteria.filter((key) => key !== 'evidence' && key !== 'honesty'),
  });
});

test('the mean lies between the lowest and the highest score, and raising one never lowers it', () => {
  const scores = fc.tuple(...ratingCriteria.map(() => fc.option(fc.integer({ min: 1, max: 5 }))));
  fc.assert(
    fc.property(scores, fc.nat(ratingCriteria.length - 1), (given, at) => {
      const entries = (values: readonly (number | null)[]) =>
        ratingCriteria.flatMap((criterion, index) => {
          const score = values[index];
          return typeof score === 'number' ? [{ criterion, score }] : [];
        });
      const known = given.filter((score) => score !== null);
      const { mean, scored } = rate(entries(given));
      expect(scored).toBe(known.length);
      if (mean === null) return;
      expect(mean).toBeGreaterThanOrEqual(Math.min(...known));
      expect(mean).toBeLessThanOrEqual(Math.max(...known));
      const raised = given.map((score, index) => (index === at && score !== null ? 5 : score));
      expect(rate(entries(raised)).mean).toBeGreaterThanOrEqual(mean);
    }),
  );
});
