import { describe, expect, test } from 'vitest';
import { answered, sketchModel } from '../testing/maturity-model.ts';
import type { MaturityModel } from './model.ts';
import { largestGaps, maturityPlan } from './plan.ts';
import { maturityResult } from './result.ts';

const plan = (
  model: MaturityModel,
  levels: Parameters<typeof answered>[0],
  targets?: Readonly<Record<string, number>>,
) => maturityPlan(model, answered(levels), maturityResult(model, answered(levels)), targets);

describe('gaps', () => {
  const model = sketchModel([{ key: 'a', indicators: [1, 1, 1] }, { key: 'b' }, { key: 'c' }, { key: 'd' }]);
  const levels = { 'a-1': 1, 'a-2': 2, 'a-3': 2, 'b-1': 4, 'c-1': null, 'd-1': 'n/a' } as const;

  test('lie between the score and the target given; a target reached leaves none', () => {
    expect(plan(model, levels, { a: 3, b: 3, c: 2 }).gaps).toEqual([
      { dimension: 'a', target: 3, gap: 1.33 },
      { dimension: 'b', target: 3, gap: 0 },
      { dimension: 'c', target: 2, gap: null },
    ]);
  });

  test('without a target aim at the next whole level, at most the highest', () => {
    expect(plan(model, levels).gaps).toEqual([
      { dimension: 'a', target: 2, gap: 0.33 },
      { dimension: 'b', target: 4, gap: 0 },
    ]);
  });
});

describe('the largest gaps', () => {
  test.each([
    [{ a: 4 }, { 'a-1': 3, 'a-2': 1, 'a-3': 2 }, ['a-2 1', 'a-3 2', 'a-1 3']],
    [{ a: 3 }, { 'a-1': 3, 'a-2': 4, 'a-3': 2 }, ['a-3 2']],
    [{ a: 4 }, { 'a-1': null, 'a-2': 'n/a', 'a-3': 2 }, ['a-3 2']],
    [{ a: 1 }, { 'a-1': 1, 'a-2': 1, 'a-3': 2 }, []],
    [{ a: 4 }, { 'a-1': 2, 'a-2': 2, 'a-3': 2 }, ['a-1 2', 'a-2 2', 'a-3 2']],
  ] as const)('towards %o of %o are %o', (targets, levels, expected) => {
    const model = sketchModel([{ key: 'a', indicators: [1, 1, 1] }]);
    const { gaps } = plan(model, levels, targets);
    const found = largestGaps(model, answered(levels), gaps);
    expect(found.map(({ indicator, level }) => `${indicator} ${level}`)).toEqual(expected);
  });

  test('are six at most', () => {
    const model = sketchModel([{ key: 'a', indicators: [1, 1, 1, 1, 1, 1, 1] }]);
    const levels = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((at) => [`a-${at}`, 1]));
    const found = largestGaps(model, answered(levels), plan(model, levels).gaps);
    expect(found.map(({ indicator }) => indicator)).toEqual(['a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'a-6']);
  });
});

describe('next steps', () => {
  test('come in the order of gap × weight × impact / effort', () => {
    // In the sketch a step from level n has impact n and effort 2.
    const model = sketchModel([
      { key: 'a', indicators: [1, 1, 1] },
      { key: 'b', weight: 3 },
    ]);
    const steps = plan(model, { 'a-1': 1, 'a-2': 2, 'a-3': 3, 'b-1': 1 }, { a: 4, b: 2 }).steps;
    expect(steps.map(({ indicator, gap, priority }) => ({ indicator, gap, priority }))).toEqual([
      { indicator: 'a-2', gap: 2, priority: 2 }, // 2 × 1 × 2 / 2
      { indicator: 'a-1', gap: 3, priority: 1.5 }, // 3 × 1 × 1 / 2
      { indicator: 'a-3', gap: 1, priority: 1.5 }, // 1 × 1 × 3 / 2, equal: the model's order
      { indicator: 'b-1', gap: 1, priority: 1.5 }, // 1 × 3 × 1 / 2
    ]);
  });

  // Each row worked out by hand: gap × (weight of the dimension × weight of the indicator) × impact ÷ effort.
  test.each([
    [1, 1, 1, 4, 1.5], // 3 × 1 × 1 ÷ 2
    [1, 2, 1, 4, 3], // 3 × 2 × 1 ÷ 2
    [2, 2, 1, 4, 6], // 3 × 4 × 1 ÷ 2
    [1, 1, 2, 4, 2], // 2 × 1 × 2 ÷ 2
    [1, 1, 2, 3, 1], // 1 × 1 × 2 ÷ 2
    [2, 3, 3, 4, 9], // 1 × 6 × 3 ÷ 2
  ])(
    'of a dimension of weight %s, indicator of weight %s, from %s towards %s have priority %s',
    (dimension, indicator, from, target, priority) => {
      const model = sketchModel([{ key: 'a', weight: dimension, indicators: [indicator] }]);
      expect(plan(model, { 'a-1': from }, { a: target }).steps).toMatchObject([{ priority }]);
    },
  );

  test('leave out what is at its target, unanswered or not applicable', () => {
    const model = sketchModel([{ key: 'a', indicators: [1, 1, 1, 1] }]);
    const steps = plan(model, { 'a-1': 3, 'a-2': null, 'a-3': 'n/a', 'a-4': 2 }, { a: 3 }).steps;
    expect(steps.map(({ indicator }) => indicator)).toEqual(['a-4']);
  });

  test('ask for owners in other departments before the hard jump only', () => {
    const model = sketchModel([{ key: 'a' }, { key: 'b' }]);
    const crossing = (a: number, b: number) =>
      plan(model, { 'a-1': a, 'b-1': b }, { a: 4, b: 4 }).steps.map((step) => step.crossDepartment);
    expect(crossing(2, 2)).toEqual([false, false]);
    expect(crossing(3, 3)).toEqual([true, true]);
  });

  test('are proposed for enablers too', () => {
    const model = sketchModel([{ key: 'a' }, { key: 'e', role: 'enabler' }]);
    const steps = plan(model, { 'a-1': 4, 'e-1': 1 }).steps;
    expect(steps.map(({ indicator }) => indicator)).toEqual(['e-1']);
  });
});

test('strengths are the upper half of the scale, the highest first', () => {
  const model = sketchModel([{ key: 'a', indicators: [1, 1, 1, 1] }]);
  expect(plan(model, { 'a-1': 3, 'a-2': 2, 'a-3': 4, 'a-4': 3 }).strengths).toEqual(['a-3', 'a-1', 'a-4']);
});
