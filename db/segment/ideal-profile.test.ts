import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AbilityStage,
  abilityStages,
  highestMotivation,
  motivation,
  motivationCriteria,
  quadrantOf,
} from './ideal-profile.ts';

test.each<[number | null, AbilityStage | null, string | null]>([
  [12, 'high', 'ideal'],
  [7, 'medium', 'ideal'],
  [7, 'low', 'coach'],
  [12, 'immature', 'coach'],
  [6, 'medium', 'activate'],
  [0, 'high', 'activate'],
  [6, 'low', 'non-ideal'],
  [0, 'immature', 'non-ideal'],
  [null, 'high', null],
  [12, null, null],
  [null, null, null],
])('motivation %s and ability %s is %s', (points, ability, quadrant) => {
  expect(quadrantOf(points, ability)).toBe(quadrant);
});

test('motivation is the sum of four scores, and unknown while one of them is', () => {
  expect(motivation({ budget: 2, authority: 3, need: 3, timeline: 0 })).toEqual({ points: 8, missing: [] });
  expect(motivation({ budget: 2, authority: null, need: 3, timeline: null })).toEqual({
    points: null,
    missing: ['authority', 'timeline'],
  });
});

const scores = fc.record({
  budget: fc.integer({ min: 0, max: 3 }),
  authority: fc.integer({ min: 0, max: 3 }),
  need: fc.integer({ min: 0, max: 3 }),
  timeline: fc.integer({ min: 0, max: 3 }),
});

test('motivation lies between 0 and 12, and a higher score never takes an account out of the ideal', () => {
  fc.assert(
    fc.property(
      scores,
      fc.constantFrom(...motivationCriteria),
      fc.constantFrom(...abilityStages),
      (given, raised, ability) => {
        const before = motivation(given).points;
        const after = motivation({ ...given, [raised]: 3 }).points;
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(highestMotivation);
        if (quadrantOf(before, ability) === 'ideal') expect(quadrantOf(after, ability)).toBe('ideal');
      },
    ),
  );
});
