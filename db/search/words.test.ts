import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chineseRuns, indexWords, matchExpression, pinyinWords } from './words.ts';

test('Chinese characters stand apart in the index, other words stay whole', () => {
  expect(indexWords('杭州华为 Harbor-Retail')).toBe('杭 州 华 为 Harbor-Retail');
});

test('a name is typed from any of its characters, in full and by initials', () => {
  expect(pinyinWords(['hua', 'wei']).split(' ')).toEqual(['huawei', 'hw', 'wei', 'w']);
});

test('runs of Chinese are read apart from what stands between them', () => {
  expect(chineseRuns('云集(供应链) A组')).toEqual(['云集', '供应链', '组']);
});

test.each([
  ['harbor ret', '"harbor"* AND "ret"*'],
  ['华为', '"华 为"'],
  ['华为cloud', '"华 为" AND "cloud"*'],
  ['  ', null],
  ['"*(', null],
])('%s is looked up as %s', (typed, expression) => {
  expect(matchExpression(typed)).toBe(expression);
});

test('nothing typed makes an expression with an open quote', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      expect(((matchExpression(typed) ?? '').match(/"/g) ?? []).length % 2).toBe(0);
    }),
  );
});
