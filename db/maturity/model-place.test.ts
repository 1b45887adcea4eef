import { expect, test } from 'vitest';
import { placeOf } from './model-place.ts';

test('a path is told part by part, numbered as people count, with its language', () => {
  expect(placeOf('dimensions.0.indicators.2.levels.3.text.zh-CN')).toEqual([
    { part: 'dimensions', number: 1 },
    { part: 'indicators', number: 3 },
    { part: 'levels', number: 4 },
    { part: 'text', number: null },
    { language: 'zh-CN' },
  ]);
});

test('a mark is numbered by the level that begins at it', () => {
  expect(placeOf('measure.marks.0').at(-1)).toEqual({ part: 'marks', number: 2 });
});

test('what no model has is left out', () => {
  expect(placeOf('nonsense.7.name')).toEqual([{ part: 'name', number: null }]);
});
