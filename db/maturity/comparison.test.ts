import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answered, sketchModel } from '../testing/maturity-model.ts';
import { type AssessedMaturity, maturityChange } from './change.ts';
import { maturityComparison } from './comparison.ts';
import type { MaturityModel } from './model.ts';
import { maturityResult } from './result.ts';

const assessed = (model: MaturityModel, levels: Parameters<typeof answered>[0]): AssessedMaturity => ({
  model,
  answers: answered(levels),
  result: maturityResult(model, answered(levels)),
});
const model = sketchModel([{ key: 'a', indicators: [1, 1] }, { key: 'b' }]);

test('three assessments stand side by side, the change from the first to the last', () => {
  const { isSameVersion, overall, stages, dimensions } = maturityComparison([
    assessed(model, { 'a-1': 1, 'a-2': 3, 'b-1': 2 }),
    assessed(model, { 'a-1': 3, 'a-2': 'n/a', 'b-1': 1 }),
    assessed(model, { 'a-1': 4, 'a-2': null, 'b-1': 3 }),
  ]);
  expect(isSameVersion).toBe(true);
  expect(overall).toEqual({ scores: [2, 2, null], change: null }); // one of three open: under 70 %
  expect(stages.map((stage) => stage?.en ?? null)).toEqual(['text', 'text', null]);
  expect(dimensions.map(({ key, scores, change, differs }) => ({ key, scores, change, differs }))).toEqual([
    { key: 'a', scores: [2, 3, 4], change: 2, differs: null },
    { key: 'b', scores: [2, 1, 3], change: 1, differs: null },
  ]);
  expect(dimensions[0]?.indicators).toMatchObject([
    { key: 'a-1', answers: [{ level: 1 }, { level: 3 }, { level: 4 }], change: 3, differs: null },
    {
      key: 'a-2',
      answers: [
        { level: 3, state: 'level' },
        { level: null, state: 'not-applicable' },
        { level: null, state: 'open' },
      ],
      change: null,
    },
  ]);
});

test('what a version does not ask, asks in other words, or asks in a dimension of other questions is said', () => {
  const stated = { en: 'Who owns it?', 'zh-CN': '由谁负责?' };
  const wider = sketchModel([{ key: 'a', indicators: [1, 1, 1] }, { key: 'b' }, { key: 'c' }]);
  const later: MaturityModel = {
    ...wider,
    version: 2,
    dimensions: wider.dimensions.map((dimension) =>
      dimension.key === 'b'
        ? { ...dimension, indicators: dimension.indicators.map((each) => ({ ...each, question: stated })) }
        : dimension,
    ),
  };
  const { isSameVersion, dimensions } = maturityComparison([
    assessed(model, { 'a-1': 1, 'a-2': 2, 'b-1': 2 }),
    assessed(later, { 'a-1': 2, 'a-2': 2, 'a-3': 4, 'b-1': 3, 'c-1': 1 }),
  ]);
  expect(isSameVersion).toBe(false);
  expect(
    dimensions.map(({ key, change, differs, indicators }) => [
      key,
      change,
      differs,
      indicators.map((each) => [each.key, each.change, each.differs]),
    ]),
  ).toEqual([
    [
      'a',
      1.17,
      'not-asked',
      [
        ['a-1', 1, null],
        ['a-2', 0, null],
        ['a-3', null, 'not-asked'],
      ],
    ],
    ['b', 1, null, [['b-1', 1, 'reworded']]],
    ['c', null, 'not-asked', [['c-1', null, 'not-asked']]],
  ]);
  expect(dimensions[2]?.indicators[0]?.answers[0]).toEqual({ level: null, state: 'not-asked' });
});

test('a dimension only an earlier version had comes last; on other scales nothing is told apart', () => {
  const narrower = { ...sketchModel([{ key: 'b' }]), version: 2 };
  const gone = maturityComparison([
    assessed(model, { 'a-1': 1, 'b-1': 1 }),
    assessed(narrower, { 'b-1': 4 }),
  ]);
  expect(gone.dimensions.map(({ key }) => key)).toEqual(['b', 'a']);
  const five = { ...model, version: 2, scale: [...model.scale, { level: 5, name: { en: '', 'zh-CN': '' } }] };
  const scaled = maturityComparison([assessed(model, { 'a-1': 1 }), assessed(five, { 'a-1': 4 })]);
  expect(scaled.dimensions[0]).toMatchObject({ scores: [1, 4], change: null, differs: 'scale' });
  expect(scaled.dimensions[0]?.indicators[0]).toMatchObject({ change: null, differs: 'scale' });
});

test('of two with one version it says what the change between them says', () => {
  const level = fc.option(fc.integer({ min: 1, max: 4 }));
  fc.assert(
    fc.property(fc.tuple(level, level, level), fc.tuple(level, level, level), (a, b) => {
      const of = ([one, two, three]: typeof a) => assessed(model, { 'a-1': one, 'a-2': two, 'b-1': three });
      const [before, now] = [of(a), of(b)];
      const change = maturityChange(now, before);
      const comparison = maturityComparison([before, now]);
      expect(comparison.overall.change).toBe(change.overall.difference);
      expect(comparison.dimensions.map((each) => each.change)).toEqual(
        change.dimensions.map(({ difference }) => difference),
      );
    }),
  );
});

test('different models, and none at all, are refused', () => {
  const other = { ...model, key: 'other' };
  expect(() => maturityComparison([assessed(model, {}), assessed(other, {})])).toThrow(RangeError);
  expect(() => maturityComparison([])).toThrow(RangeError);
});
