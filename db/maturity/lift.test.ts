import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answered, sketchMajority, sketchModel, sketchTiers } from '../testing/maturity-model.ts';
import { maturityLift } from './lift.ts';
import { indicatorsOf, type MaturityModel } from './model.ts';
import { type MaturityAnswer, maturityResult } from './result.ts';

type Levels = Parameters<typeof answered>[0];
const lift = (model: MaturityModel, answers: readonly MaturityAnswer[]) =>
  maturityLift(model, answers, maturityResult(model, answers));
const raised = (model: MaturityModel, levels: Levels) => {
  const found = lift(model, answered(levels));
  return (
    found && [found.stage, ...found.raises.map(({ indicator, from, to }) => `${indicator} ${from}→${to}`)]
  );
};

describe('to lift a mean', () => {
  const four = sketchModel([{ key: 'a' }, { key: 'b' }, { key: 'c' }, { key: 'd' }]);
  test.each([
    // 6/4 = 1.5; the second stage is at 7/4.
    { levels: [2, 2, 1, 1], expected: ['second', 'a-1 2→3'] },
    // 9/4; the third at 10/4.
    { levels: [3, 2, 2, 2], expected: ['third', 'a-1 3→4'] },
    // 8/4 → 10/4: two raises
    { levels: [4, 2, 1, 1], expected: ['third', 'b-1 2→4'] },
    { levels: [4, 4, 4, 4], expected: null },
  ])('of $levels: $expected', ({ levels: [a, b, c, d], expected }) => {
    const levels = { 'a-1': a ?? 0, 'b-1': b ?? 0, 'c-1': c ?? 0, 'd-1': d ?? 0 };
    expect(raised(four, levels)).toEqual(expected);
  });

  test('the floor rule is met first', () => {
    const held = { ...four, scoring: { ...four.scoring, floor: { above: 1 } } } as MaturityModel;
    // 13/4 would be the fourth stage, d = 1 holds it at the second; d must be 1.75 for the third.
    expect(raised(held, { 'a-1': 4, 'b-1': 4, 'c-1': 4, 'd-1': 1 })).toEqual(['third', 'd-1 1→2']);
  });

  test('the heavier indicator goes first', () => {
    const model = sketchModel([{ key: 'a', indicators: [1, 3] }]);
    // (1 + 3) / 4 = 1; a-2 gains 3/4 at once.
    expect(raised(model, { 'a-1': 1, 'a-2': 1 })).toEqual(['second', 'a-2 1→2']);
  });

  test('enablers and open answers are no way up; without a stage there is none', () => {
    const model = sketchModel([{ key: 'a' }, { key: 'b' }, { key: 'c' }, { key: 'e', role: 'enabler' }]);
    expect(raised(model, { 'a-1': 4, 'b-1': 4, 'c-1': null, 'e-1': 1 })).toEqual(null);
    expect(raised(model, { 'a-1': 2, 'b-1': 2, 'c-1': null, 'e-1': null })).toBeNull();
  });
});

describe('to reach the next tier', () => {
  test.each([
    { levels: [1, 3, 1, 1], expected: ['second', 'a-1 1→3'] },
    { levels: [null, 2, 3, 3], expected: ['second', 'a-1 null→3', 'a-2 2→3'] },
    { levels: [3, 3, 2, 1], expected: ['third', 'b-1 2→3'] },
    { levels: [3, 3, 'n/a', 1], expected: ['fourth', 'c-1 1→3'] },
    { levels: [3, 3, 3, 3], expected: null },
  ] as const)('from $levels: $expected', ({ levels: [a, b, c, d], expected }) => {
    expect(raised(sketchTiers(), { 'a-1': a, 'a-2': b, 'b-1': c, 'c-1': d })).toEqual(expected);
  });
});

describe('to win the majority', () => {
  test.each([
    { levels: [1, 1, 1, 4, 4], expected: ['second', 'a-1 1→2'] },
    { levels: [1, 1, 1, 1, 1], expected: ['second', 'a-1 1→2', 'a-2 1→2', 'a-3 1→2'] },
    { levels: [2, 1, 2, 4, 'n/a'], expected: ['third', 'a-1 2→3', 'a-3 2→3'] },
    { levels: [4, 4, 4, 1, 1], expected: null },
  ] as const)('from $levels: $expected', ({ levels, expected }) => {
    const given = Object.fromEntries(levels.map((level, at) => [`a-${at + 1}`, level]));
    expect(raised(sketchMajority(), given)).toEqual(expected);
  });
});

describe.each([
  sketchModel([{ key: 'a', weight: 2, indicators: [1, 2] }, { key: 'b' }, { key: 'c', indicators: [3, 1] }], {
    floor: { above: 1 },
  }),
  sketchTiers(),
  sketchMajority(),
])('whatever is answered with $scoring.kind', (model) => {
  const keys = indicatorsOf(model).map(({ indicator }) => indicator.key);
  const anyLevels = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 5, maxLength: 5 });
  const answersOf = (levels: readonly number[]) =>
    answered(Object.fromEntries(keys.map((key, at) => [key, levels[at] ?? 1])));
  const positionOf = (levels: readonly number[]) =>
    maturityResult(model, answersOf(levels)).stage?.position ?? 0;

  test('the raises lift the stage, and no smaller number of levels does', () => {
    fc.assert(
      fc.property(anyLevels, (all) => {
        const levels = all.slice(0, keys.length);
        const found = lift(model, answersOf(levels));
        const before = positionOf(levels);
        if (!found) {
          expect(before).toBe(model.stages.length);
          return;
        }
        const to = new Map(found.raises.map((each) => [each.indicator, each.to]));
        const after = levels.map((level, at) => to.get(keys[at] ?? '') ?? level);
        expect(positionOf(after)).toBeGreaterThan(before);
        const climbed = after.reduce((sum, level, at) => sum + level - (levels[at] ?? 0), 0);
        expect(within(levels, climbed - 1).every((fewer) => positionOf(fewer) === before)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

/** Every set of levels at most so many levels above the ones given. */
function within(levels: readonly number[], climbs: number): number[][] {
  const [first, ...rest] = levels;
  if (first === undefined) return [[]];
  const tops = [0, 1, 2, 3].filter((up) => up <= climbs && first + up <= 4);
  return tops.flatMap((up) => within(rest, climbs - up).map((others) => [first + up, ...others]));
}
