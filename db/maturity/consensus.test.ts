import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sketchModel } from '../testing/maturity-model.ts';
import { followsProposal, type Response, spreads } from './consensus.ts';

const model = sketchModel([{ key: 'a' }, { key: 'b' }]);

/** One respondent per entry: a level, `'n/a'`, or null for an answer begun and left open. */
const stated = (levels: readonly (number | 'n/a' | null)[], indicator = 'a-1'): Response[] =>
  levels.map((level, at) => ({
    respondent: at + 1,
    indicator,
    level: level === 'n/a' ? null : level,
    applicable: level !== 'n/a',
  }));
const spreadOf = (levels: readonly (number | 'n/a' | null)[]) => spreads(model, stated(levels))[0];

test.each([
  { levels: [], proposal: null, apart: null, isUnanimous: false },
  { levels: [null], proposal: null, apart: null, isUnanimous: false },
  { levels: [3], proposal: { level: 3, applicable: true }, apart: 0, isUnanimous: true },
  { levels: [3, 3, null], proposal: { level: 3, applicable: true }, apart: 0, isUnanimous: true },
  { levels: [4, 1, 2], proposal: { level: 2, applicable: true }, apart: 3, isUnanimous: false },
  { levels: [2, 3], proposal: { level: 2, applicable: true }, apart: 1, isUnanimous: false },
  { levels: [1, 2, 4, 4], proposal: { level: 2, applicable: true }, apart: 3, isUnanimous: false },
  { levels: ['n/a', 3], proposal: { level: 3, applicable: true }, apart: 0, isUnanimous: false },
  { levels: ['n/a', 'n/a', 3], proposal: { applicable: false }, apart: 0, isUnanimous: false },
  { levels: ['n/a', 'n/a'], proposal: { applicable: false }, apart: null, isUnanimous: true },
] as const)('$levels propose $proposal', ({ levels, ...expected }) => {
  expect(spreadOf(levels)).toMatchObject(expected);
});

test('votes are counted per level, and each indicator by itself', () => {
  const both = [...stated([1, 4, 4, 'n/a']), ...stated([2], 'b-1')];
  expect(spreads(model, both)).toMatchObject([
    { indicator: 'a-1', settled: 4, votes: [1, 0, 0, 2], notApplicable: 1 },
    { indicator: 'b-1', settled: 1, votes: [0, 1, 0, 0], notApplicable: 0 },
  ]);
});

test('only a value other than the proposed one needs a reason', () => {
  expect(followsProposal(spreadOf([1, 2, 4]), 2)).toBe(true);
  expect(followsProposal(spreadOf([1, 2, 4]), 3)).toBe(false);
  expect(followsProposal(spreadOf(['n/a']), 3)).toBe(false);
  expect(followsProposal(spreadOf([]), 3)).toBe(true);
  expect(followsProposal(undefined, 3)).toBe(true);
});

const level = fc.integer({ min: 1, max: 4 });
const proposed = (levels: readonly number[]) => {
  const proposal = spreadOf(levels)?.proposal;
  return proposal?.applicable ? proposal.level : 0;
};

test('the order of respondents never matters, and raising one never lowers what is proposed', () => {
  fc.assert(
    fc.property(fc.array(level, { minLength: 1, maxLength: 12 }), fc.nat(), (levels, at) => {
      const raised = levels.map((each, index) =>
        index === at % levels.length ? Math.min(4, each + 1) : each,
      );
      expect(proposed(levels.toReversed())).toBe(proposed(levels));
      expect(proposed(raised)).toBeGreaterThanOrEqual(proposed(levels));
      expect(proposed(levels)).toBeGreaterThanOrEqual(Math.min(...levels));
    }),
  );
});
