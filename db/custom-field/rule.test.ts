import { expect, test } from 'vitest';
import { type CustomValue, canHold, customFieldKey, type customFieldKinds, customFieldOf } from './rule.ts';

const plain = (value: string | number): CustomValue => ({ value, currency: null });

test.each<[(typeof customFieldKinds)[number], CustomValue]>([
  ['text', plain('Gold')],
  ['number', plain(2.5)],
  ['number', plain(-3)],
  ['money', { value: 12_300, currency: 'CNY' }],
  ['date', plain('2028-02-29')],
  ['choice', plain(7)],
  ['yes-no', plain(0)],
])('a %s field holds %j, and no other kind but one that reads it alike', (kind, value) => {
  expect(canHold(kind, value, [7])).toBe(true);
});

test.each<[(typeof customFieldKinds)[number], CustomValue]>([
  ['text', plain(' ')],
  ['text', plain(7)],
  ['text', plain('x'.repeat(2001))],
  ['text', { value: 'Gold', currency: 'CNY' }],
  ['number', plain('7')],
  ['number', plain(Number.NaN)],
  ['money', plain(12_300)],
  ['money', { value: 0.5, currency: 'CNY' }],
  ['money', { value: 12_300, currency: 'yuan' }],
  ['date', plain('2026-02-29')],
  ['choice', plain(8)],
  ['choice', plain('Gold')],
  ['yes-no', plain(2)],
])('a %s field does not hold %j', (kind, value) => {
  expect(canHold(kind, value, [7])).toBe(false);
});

test('a key says which field it is of, and other keys say none', () => {
  expect(customFieldOf(customFieldKey(12))).toBe(12);
  expect(['name', 'segment-1', 'custom-', 'custom-x'].map(customFieldOf)).toEqual([null, null, null, null]);
});
