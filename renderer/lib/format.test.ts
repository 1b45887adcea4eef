import { expect, test } from 'vitest';
import { formatIn } from './format.ts';

const en = formatIn('en');
const zh = formatIn('zh-CN');
const yuan = (amount: number) => ({ minor: Math.round(amount * 100), currency: 'CNY' });

test.each([
  [486_000, '¥486,000', '¥48.6 万'],
  [1_240_000, '¥1,240,000', '¥124.0 万'],
  [18_702_000, '¥18,702,000', '¥1,870.2 万'],
  [123_456_789, '¥123,456,789', '¥1.23 亿'],
  [99_999_999, '¥99,999,999', '¥1.00 亿'],
  [9_600, '¥9,600', '¥9,600'],
  [0, '¥0', '¥0'],
  [-320_000, '−¥320,000', '−¥32.0 万'],
])('%d yuan read %s in English and %s in Chinese', (amount, english, chinese) => {
  expect(en.money(yuan(amount))).toBe(english);
  expect(zh.money(yuan(amount))).toBe(chinese);
});

test.each([
  ['USD', '$1,200'],
  ['EUR', '€1,200'],
  ['HKD', 'HK$1,200'],
  ['CHF', 'CHF 1,200'],
  ['XYZ', 'XYZ 1,200'],
])('an amount in %s is written %s in both languages', (currency, text) => {
  expect(en.money({ minor: 120_000, currency })).toBe(text);
  expect(zh.money({ minor: 120_000, currency })).toBe(text);
});

test('yen have no cents and cannot be taken for yuan', () => {
  expect(en.exactMoney({ minor: 1200, currency: 'JPY' })).toBe('JP¥1,200');
});

test('an exact amount shows cents only where there are some', () => {
  expect(en.exactMoney(yuan(486_000))).toBe('¥486,000');
  expect(en.exactMoney(yuan(486_000.5))).toBe('¥486,000.50');
  expect(zh.exactMoney(yuan(-486_000))).toBe('−¥486,000');
});

test('days carry their unit', () => {
  expect(en.days(3)).toBe('3\u00a0d');
  expect(zh.days(63)).toBe('63\u00a0天');
  expect(en.days(-2)).toBe('−2\u00a0d');
});

test('dates in prose are words', () => {
  expect(en.longDate('2026-12-02')).toBe('2 December 2026');
  expect(zh.longDate('2026-12-02')).toBe('2026 年 12 月 2 日');
});

test('ratios are whole percent', () => {
  expect([en.percent(0.864), zh.percent(0)]).toEqual(['86%', '0%']);
});

test('an instant’s day and hour are of the same clock, also just after midnight and just before', () => {
  for (const [hour, minute, time] of [
    [0, 5, '00:05'],
    [23, 55, '23:55'],
  ] as const) {
    const instant = new Date(2026, 10, 22, hour, minute).toISOString();
    expect([en.dayOf(instant), en.time(instant)]).toEqual(['2026-11-22', time]);
  }
});
