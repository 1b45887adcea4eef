import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answered,
  type DimensionSketch,
  sketchMajority,
  sketchModel,
  sketchTiers,
} from '../testing/maturity-model.ts';
import { indicatorsOf, type MaturityModel } from './model.ts';
import { builtInModels } from './models.ts';
import { type MaturityAnswer, maturityResult } from './result.ts';

/** Weights, the floor and the enablers at once, none of which a built-in model has together. */
const weighted: MaturityModel = {
  ...sketchModel(
    [
      { key: 'a', weight: 7, indicators: [3, 1, 5] },
      { key: 'b', weight: 2, indicators: [1, 11] },
      { key: 'c', indicators: [1000, 1] },
      { key: 'e', role: 'enabler', indicators: [2, 3] },
    ],
    { floor: { above: 1 }, enablers: { above: 1 }, minimumCoverage: 40 },
  ),
  key: 'weighted',
};
const everyRule = [...builtInModels, sketchTiers(), sketchMajority(), weighted];
const four = [{ key: 'a' }, { key: 'b' }, { key: 'c' }, { key: 'd' }];

describe('the overall figure', () => {
  test.each([
    { levels: [1, 1, 1, 1], overall: 1, stage: 'first' },
    { levels: [1, 2, 2, 1], overall: 1.5, stage: 'first' },
    { levels: [2, 2, 2, 1], overall: 1.75, stage: 'second' },
    { levels: [2, 2, 2, 3], overall: 2.25, stage: 'second' },
    { levels: [2, 2, 3, 3], overall: 2.5, stage: 'third' },
    { levels: [3, 3, 3, 3], overall: 3, stage: 'third' },
    { levels: [3, 3, 3, 4], overall: 3.25, stage: 'fourth' },
    { levels: [4, 4, 4, 4], overall: 4, stage: 'fourth' },
  ])('of $levels is $overall, at its cut already the $stage stage', ({ levels, overall, stage }) => {
    const [a, b, c, d] = levels as [number, number, number, number];
    const result = maturityResult(sketchModel(four), answered({ 'a-1': a, 'b-1': b, 'c-1': c, 'd-1': d }));
    expect(result).toMatchObject({ overall, stage: { key: stage, byMean: stage, heldDownBy: [] } });
  });

  test('is the mean of dimensions, not of indicators', () => {
    const model = sketchModel([{ key: 'a', indicators: [1, 1, 1] }, { key: 'b' }]);
    const result = maturityResult(model, answered({ 'a-1': 1, 'a-2': 1, 'a-3': 1, 'b-1': 4 }));
    expect(result.overall).toBe(2.5);
  });

  test('meets a cut exactly where thirds would miss it in floating point', () => {
    // (4/3 + 5/3 + 2 + 2) / 4 = 7/4
    const model = sketchModel([
      { key: 'a', indicators: [1, 1, 1] },
      { key: 'b', indicators: [1, 1, 1] },
      { key: 'c' },
      { key: 'd' },
    ]);
    const levels = { 'a-1': 1, 'a-2': 1, 'a-3': 2, 'b-1': 1, 'b-2': 2, 'b-3': 2, 'c-1': 2, 'd-1': 2 };
    expect(maturityResult(model, answered(levels))).toMatchObject({
      overall: 1.75,
      stage: { key: 'second' },
    });
  });

  test('just under a cut is not shown as the cut', () => {
    // 349 answers of 200: 1.745 rounds to 1.75, which would be the second stage.
    const model = sketchModel([{ key: 'a', indicators: Array.from({ length: 200 }, () => 1) }]);
    const levels = Array.from({ length: 200 }, (_, at) => [`a-${at + 1}`, at < 149 ? 2 : 1] as const);
    expect(maturityResult(model, answered(Object.fromEntries(levels)))).toMatchObject({
      overall: 1.74,
      stage: { key: 'first' },
    });
  });

  test('counts weights of dimensions and of indicators', () => {
    // a: (3 × 4 + 1 × 2) / 4 = 3.5; overall (2 × 3.5 + 1 × 1) / 3 = 8/3
    const model = sketchModel([{ key: 'a', weight: 2, indicators: [3, 1] }, { key: 'b' }]);
    const result = maturityResult(model, answered({ 'a-1': 4, 'a-2': 2, 'b-1': 1 }));
    expect(result.dimensions.map(({ score }) => score)).toEqual([3.5, 1]);
    expect(result.overall).toBe(2.67);
  });

  test('names the weakest dimension beside it, and every one of several equal', () => {
    const levels = { 'a-1': 3, 'b-1': 2, 'c-1': 2, 'd-1': 4 };
    expect(maturityResult(sketchModel(four), answered(levels)).weakest).toEqual(['b', 'c']);
  });
});

describe('coverage', () => {
  const hundred: DimensionSketch[] = [{ key: 'a', indicators: Array.from({ length: 100 }, () => 1) }];
  const first = (count: number) =>
    answered(Object.fromEntries(Array.from({ length: count }, (_, at) => [`a-${at + 1}`, 2])));

  test('of 69 % gives no overall figure and no stage', () => {
    const result = maturityResult(sketchModel(hundred), first(69));
    expect(result.coverage).toEqual({ answered: 69, applicable: 100, percent: 69, enough: false });
    expect(result).toMatchObject({ overall: null, stage: null });
    expect(result.missing).toHaveLength(31);
  });

  test('of 70 % gives them', () => {
    const result = maturityResult(sketchModel(hundred), first(70));
    expect(result.coverage).toEqual({ answered: 70, applicable: 100, percent: 70, enough: true });
    expect(result).toMatchObject({ overall: 2, stage: { key: 'second' } });
  });

  test('a little under 70 % is not shown as 70', () => {
    const many: DimensionSketch[] = [{ key: 'a', indicators: Array.from({ length: 301 }, () => 1) }];
    const result = maturityResult(sketchModel(many), first(210));
    expect(result.coverage).toMatchObject({ percent: 69, enough: false });
  });

  test('counts enablers as asked', () => {
    const model = sketchModel([...four.slice(0, 3), { key: 'e', role: 'enabler', indicators: [1, 1] }]);
    const result = maturityResult(model, answered({ 'a-1': 2, 'b-1': 2, 'c-1': 2 }));
    expect(result.coverage).toEqual({ answered: 3, applicable: 5, percent: 60, enough: false });
  });

  test('of nothing answered is 0 %, every score unknown', () => {
    const result = maturityResult(sketchModel(four), []);
    expect(result.coverage.percent).toBe(0);
    expect(result).toMatchObject({ overall: null, stage: null, weakest: [] });
    expect(result.dimensions.every(({ score, stage }) => score === null && stage === null)).toBe(true);
  });

  test('leaves a dimension without an answer unknown, not zero', () => {
    const result = maturityResult(sketchModel(four), answered({ 'a-1': 2, 'b-1': 2, 'c-1': 2 }));
    expect(result.overall).toBe(2);
    expect(result.dimensions[3]).toMatchObject({ score: null, answered: 0, applicable: 1 });
    expect(result.missing).toEqual(['d-1']);
  });
});

describe('not applicable', () => {
  test('takes an indicator out of its mean and of the coverage', () => {
    const model = sketchModel([{ key: 'a', indicators: [1, 1, 1] }]);
    const result = maturityResult(model, answered({ 'a-1': 2, 'a-2': 3, 'a-3': 'n/a' }));
    expect(result.coverage).toEqual({ answered: 2, applicable: 2, percent: 100, enough: true });
    expect(result.overall).toBe(2.5);
  });

  test('for a whole dimension leaves it out of the mean, the weakest and the floor', () => {
    const model = sketchModel(four, { floor: { above: 1 } });
    const result = maturityResult(model, answered({ 'a-1': 4, 'b-1': 4, 'c-1': 4, 'd-1': 'n/a' }));
    expect(result).toMatchObject({ overall: 4, stage: { key: 'fourth', heldDownBy: [] }, missing: [] });
    expect(result.weakest).toEqual(['a', 'b', 'c']);
    expect(result.dimensions[3]).toMatchObject({ score: null, applicable: 0 });
  });

  test('for everything leaves nothing to say', () => {
    const levels = { 'a-1': 'n/a', 'b-1': 'n/a', 'c-1': 'n/a', 'd-1': 'n/a' } as const;
    const result = maturityResult(sketchModel(four), answered(levels));
    expect(result.coverage).toEqual({ answered: 0, applicable: 0, percent: null, enough: false });
    expect(result).toMatchObject({ overall: null, stage: null });
  });
});

describe('the floor rule', () => {
  const model = sketchModel(four, { floor: { above: 1 } });

  test.each([
    { levels: [4, 4, 4, 1], overall: 3.25, byMean: 'fourth', stage: 'second', heldDownBy: ['d'] },
    { levels: [4, 4, 1, 1], overall: 2.5, byMean: 'third', stage: 'second', heldDownBy: ['c', 'd'] },
    { levels: [4, 4, 4, 2], overall: 3.5, byMean: 'fourth', stage: 'third', heldDownBy: ['d'] },
    { levels: [4, 4, 4, 3], overall: 3.75, byMean: 'fourth', stage: 'fourth', heldDownBy: [] },
    { levels: [2, 2, 2, 1], overall: 1.75, byMean: 'second', stage: 'second', heldDownBy: [] },
  ])('keeps $levels at the $stage stage', ({ levels, overall, byMean, stage, heldDownBy }) => {
    const [a, b, c, d] = levels as [number, number, number, number];
    const result = maturityResult(model, answered({ 'a-1': a, 'b-1': b, 'c-1': c, 'd-1': d }));
    expect(result).toMatchObject({ overall, stage: { key: stage, byMean, heldDownBy } });
  });

  test('reads the weakest dimension by the same cuts', () => {
    // d = 1.75 is the second stage exactly, so the third may be reached; at 1.5 it may not reach the fourth.
    const wide = sketchModel([{ key: 'a' }, { key: 'd', indicators: [1, 1, 1, 1] }], {
      floor: { above: 1 },
    });
    const levels = { 'a-1': 4, 'd-1': 2, 'd-2': 2, 'd-3': 2, 'd-4': 1 };
    expect(maturityResult(wide, answered(levels)).stage?.key).toBe('third');
    expect(maturityResult(wide, answered({ ...levels, 'd-3': 1 })).stage?.key).toBe('second');
  });
});

describe('enablers', () => {
  const model = sketchModel([{ key: 'a' }, { key: 'e', role: 'enabler' }, { key: 'f', role: 'enabler' }], {
    enablers: { above: 1 },
    minimumCoverage: 0,
  });

  test.each([
    { a: 4, e: 4, f: 4, sustainable: true },
    { a: 4, e: 3, f: 4, sustainable: true },
    { a: 4, e: 2, f: 4, sustainable: false },
    { a: 3, e: 2, f: 2, sustainable: true },
    { a: 3, e: 1, f: 4, sustainable: false },
    { a: 1, e: 1, f: 1, sustainable: true },
    { a: 4, e: null, f: 4, sustainable: null },
    { a: 4, e: null, f: 2, sustainable: false },
    { a: 4, e: 'n/a' as const, f: 3, sustainable: true },
    { a: 4, e: 'n/a' as const, f: 'n/a' as const, sustainable: null },
  ])('at $e and $f under a stage of $a: sustainable $sustainable', ({ a, e, f, sustainable }) => {
    const result = maturityResult(model, answered({ 'a-1': a, 'e-1': e, 'f-1': f }));
    expect(result.overall).toBe(a);
    expect(result.stage).toMatchObject({ position: a, sustainable });
  });

  test('do not enter the mean, nor the weakest dimension', () => {
    const result = maturityResult(model, answered({ 'a-1': 4, 'e-1': 1, 'f-1': 2 }));
    expect(result).toMatchObject({ overall: 4, weakest: ['a'], lowestEnablers: ['e'] });
  });

  test('say nothing in a model without the rule', () => {
    const plain = sketchModel([{ key: 'a' }, { key: 'e', role: 'enabler' }]);
    expect(maturityResult(plain, answered({ 'a-1': 4, 'e-1': 1 })).stage?.sustainable).toBeNull();
  });
});

test.each([
  { a: 1, step: 'lower' },
  { a: 2, step: 'lower' },
  { a: 3, step: 'upper' },
  { a: 4, step: 'upper' },
])('a ladder is read off the stage: $a is $step', ({ a, step }) => {
  expect(maturityResult(sketchModel([{ key: 'a' }]), answered({ 'a-1': a })).stage?.ladders).toEqual({
    halves: step,
  });
});

describe('answers that are not of the model are refused', () => {
  const model = sketchModel(four);
  test.each([
    { fault: 'an unknown indicator', answers: answered({ 'z-1': 1 }) },
    { fault: 'a level above the scale', answers: answered({ 'a-1': 5 }) },
    { fault: 'a level below the scale', answers: answered({ 'a-1': 0 }) },
    { fault: 'half a level', answers: answered({ 'a-1': 1.5 }) },
    { fault: 'two answers', answers: [...answered({ 'a-1': 1 }), ...answered({ 'a-1': 2 })] },
  ])('$fault', ({ answers }) => {
    expect(() => maturityResult(model, answers)).toThrow(RangeError);
  });
});

describe('tiers', () => {
  // Two practices lead to the second tier, one to the third, none to the fourth's neighbours but d.
  const model = sketchTiers();
  test.each([
    { levels: [1, 1, 1, 1], stage: 'first' },
    { levels: [3, 2, 3, 3], stage: 'first' }, // partly is not in place
    { levels: [3, 3, 2, 3], stage: 'second' },
    { levels: [2, 3, 3, 3], stage: 'first' }, // a higher tier does not stand in for a lower one
    { levels: [3, 3, 3, 2], stage: 'third' },
    { levels: [3, 4, 3, 3], stage: 'fourth' },
  ])('$levels come to the $stage', ({ levels: [a1, a2, b, c], stage }) => {
    const result = maturityResult(
      model,
      answered({ 'a-1': a1 ?? null, 'a-2': a2 ?? null, 'b-1': b ?? null, 'c-1': c ?? null }),
    );
    expect(result.stage).toMatchObject({ key: stage, byMean: stage, heldDownBy: [], sustainable: null });
  });

  test('say how many practices are in place, and the share as a mean beside', () => {
    const result = maturityResult(model, answered({ 'a-1': 3, 'a-2': 2, 'b-1': 4, 'c-1': 'n/a' }));
    expect(result.dimensions.map(({ inPlace, stage }) => ({ inPlace, stage }))).toEqual([
      { inPlace: 1, stage: null },
      { inPlace: 1, stage: null },
      { inPlace: 0, stage: null },
    ]);
    expect(result.overall).toBe(3.25); // ((3 + 2) / 2 + 4) / 2
  });

  test('not applicable stands in nobody’s way, and an empty tier is nobody’s reach', () => {
    const at = (levels: Parameters<typeof answered>[0]) => maturityResult(model, answered(levels)).stage?.key;
    expect(at({ 'a-1': 3, 'a-2': 'n/a', 'b-1': 3, 'c-1': 1 })).toBe('third');
    expect(at({ 'a-1': 3, 'a-2': 3, 'b-1': 'n/a', 'c-1': 3 })).toBe('fourth');
    expect(at({ 'a-1': 3, 'a-2': 3, 'b-1': 3, 'c-1': 'n/a' })).toBe('third');
    expect(at({ 'a-1': 3, 'a-2': 3, 'b-1': 'n/a', 'c-1': 'n/a' })).toBe('second');
  });

  test('an open practice is not in place; under the coverage there is no tier at all', () => {
    expect(maturityResult(model, answered({ 'a-1': 3, 'b-1': 3, 'c-1': 3 })).stage?.key).toBe('first');
    expect(maturityResult(model, answered({ 'a-1': 3, 'a-2': 3 })).stage).toBeNull();
  });
});

describe('majority', () => {
  const model = sketchMajority();
  const at = (levels: readonly (number | null | 'n/a')[]) =>
    maturityResult(
      model,
      answered(Object.fromEntries(levels.map((level, index) => [`a-${index + 1}`, level]))),
    );
  test.each([
    { levels: [1, 1, 1, 4, 4], stage: 'first' },
    { levels: [1, 1, 4, 4, 4], stage: 'fourth' },
    { levels: [1, 2, 3, 4, 4], stage: 'third' },
    { levels: [2, 2, 3, 3, 'n/a'], stage: 'second' }, // exactly half is not more than half
    { levels: [2, 3, 3, 3, null], stage: 'third' },
    { levels: [4, 4, 4, 4, 4], stage: 'fourth' },
  ] as const)('of $levels is the $stage', ({ levels, stage }) => {
    expect(at(levels)).toMatchObject({ overall: null, stage: { key: stage, byMean: stage } });
  });

  test('is none under the coverage', () => {
    expect(at([4, 4, 4, null, null]).stage).toBeNull();
  });
});

describe.each(everyRule)('with $key, whatever the answers', (model) => {
  const keys = indicatorsOf(model).map(({ indicator }) => indicator.key);
  const top = model.scale.length;
  const anyAnswers = answersTo(model);

  test('raising one answer never lowers a score, the overall figure or the stage', () => {
    fc.assert(
      fc.property(anyAnswers, fc.nat(keys.length - 1), (answers, at) => {
        const raised = answers.map(
          (answer, index): MaturityAnswer =>
            index === at && answer.level !== null && answer.level < top
              ? { ...answer, level: answer.level + 1 }
              : answer,
        );
        const [before, after] = [maturityResult(model, answers), maturityResult(model, raised)];
        expect(after.overall ?? 0).toBeGreaterThanOrEqual(before.overall ?? 0);
        expect(after.stage?.position ?? 0).toBeGreaterThanOrEqual(before.stage?.position ?? 0);
        after.dimensions.forEach(({ score }, index) => {
          expect(score ?? 0).toBeGreaterThanOrEqual(before.dimensions[index]?.score ?? 0);
        });
      }),
    );
  });

  test('not applicable leaves the result as if nobody had asked', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const skipped = answers.filter(({ applicable }) => !applicable).map(({ indicator }) => indicator);
        const without = {
          ...model,
          dimensions: model.dimensions.map((dimension) => ({
            ...dimension,
            indicators: dimension.indicators.filter(({ key }) => !skipped.includes(key)),
          })),
        };
        const asked = answers.filter(({ applicable }) => applicable);
        expect(maturityResult(model, answers)).toEqual(maturityResult(without, asked));
      }),
    );
  });

  test('the order of answers never matters', () => {
    fc.assert(
      fc.property(
        anyAnswers.chain((answers) =>
          fc.tuple(
            fc.constant(answers),
            fc.shuffledSubarray(answers, { minLength: answers.length, maxLength: answers.length }),
          ),
        ),
        ([answers, shuffled]) => {
          expect(maturityResult(model, shuffled)).toEqual(maturityResult(model, answers));
        },
      ),
    );
  });
});

test.each(everyRule.filter(({ scoring }) => scoring.kind === 'mean-of-dimensions'))(
  'the figure shown with $key lies in the stage the mean gives',
  (model) => {
    fc.assert(
      fc.property(answersTo(model), (answers) => {
        const { overall, stage } = maturityResult(model, answers);
        const shown = model.stages.findLast(({ from }) => overall !== null && overall >= (from ?? 1));
        expect(shown?.key).toBe(stage?.byMean);
      }),
    );
  },
);

/** Any answers, some open, some not applicable. */
function answersTo(model: MaturityModel): fc.Arbitrary<MaturityAnswer[]> {
  const keys = indicatorsOf(model).map(({ indicator }) => indicator.key);
  const level = fc.integer({ min: 1, max: model.scale.length });
  return fc
    .array(fc.oneof({ weight: 8, arbitrary: level }, fc.constant(null), fc.constant('n/a' as const)), {
      minLength: keys.length,
      maxLength: keys.length,
    })
    .map((levels) => answered(Object.fromEntries(keys.map((key, at) => [key, levels[at] ?? null]))));
}
