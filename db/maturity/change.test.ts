import { expect, test } from 'vitest';
import { answered, sketchModel } from '../testing/maturity-model.ts';
import { type AssessedMaturity, maturityChange } from './change.ts';
import type { MaturityModel } from './model.ts';
import { maturityResult } from './result.ts';

const assessed = (model: MaturityModel, levels: Parameters<typeof answered>[0]): AssessedMaturity => ({
  model,
  answers: answered(levels),
  result: maturityResult(model, answered(levels)),
});
const model = sketchModel([{ key: 'a', indicators: [1, 1] }, { key: 'b' }, { key: 'c' }]);

test('differences stand per dimension and overall, and say which indicators moved', () => {
  const before = assessed(model, { 'a-1': 1, 'a-2': 3, 'b-1': 2, 'c-1': 2 });
  const now = assessed(model, { 'a-1': 4, 'a-2': 2, 'b-1': 2, 'c-1': 3 });
  expect(maturityChange(now, before)).toEqual({
    sameVersion: true,
    overall: { before: 2, now: 2.67, difference: 0.67 },
    stage: { before: 'second', now: 'third' },
    dimensions: [
      { key: 'a', before: 2, now: 3, difference: 1 },
      { key: 'b', before: 2, now: 2, difference: 0 },
      { key: 'c', before: 2, now: 3, difference: 1 },
    ],
    raised: [
      { key: 'a-1', before: 1, now: 4 },
      { key: 'c-1', before: 2, now: 3 },
    ],
    lowered: [{ key: 'a-2', before: 3, now: 2 }],
  });
});

test('what is unknown on one side has no difference', () => {
  const before = assessed(model, { 'a-1': 1, 'b-1': 2 });
  const now = assessed(model, { 'a-1': 2, 'a-2': 2, 'b-1': 'n/a', 'c-1': 3 });
  const change = maturityChange(now, before);
  expect(change.overall).toEqual({ before: null, now: 2.5, difference: null });
  expect(change.dimensions).toEqual([
    { key: 'a', before: 1, now: 2, difference: 1 },
    { key: 'b', before: 2, now: null, difference: null },
    { key: 'c', before: null, now: 3, difference: null },
  ]);
  expect(change.raised).toEqual([{ key: 'a-1', before: 1, now: 2 }]);
});

test('another version is compared in what both ask', () => {
  const later = { ...sketchModel([{ key: 'a' }, { key: 'new' }]), version: 2 };
  const before = assessed(model, { 'a-1': 1, 'a-2': 1, 'b-1': 2, 'c-1': 2 });
  const change = maturityChange(assessed(later, { 'a-1': 2, 'new-1': 4 }), before);
  expect(change.sameVersion).toBe(false);
  expect(change.dimensions).toEqual([
    { key: 'a', before: 1, now: 2, difference: 1 },
    { key: 'new', before: null, now: 4, difference: null },
  ]);
});

test('scales of different length are shown side by side, not subtracted', () => {
  const longer = { ...model, version: 2, scale: [...model.scale, { level: 5, name: model.name }] };
  const levels = { 'a-1': 2, 'a-2': 2, 'b-1': 2, 'c-1': 2 };
  const change = maturityChange(assessed(longer, { ...levels, 'c-1': 5 }), assessed(model, levels));
  expect(change.overall).toEqual({ before: 2, now: 3, difference: null });
  expect(change.raised).toEqual([]);
});

test('another model is no comparison', () => {
  const other = { ...model, key: 'other' };
  expect(() => maturityChange(assessed(other, {}), assessed(model, {}))).toThrow(RangeError);
});
