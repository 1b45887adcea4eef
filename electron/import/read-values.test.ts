import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GridValue } from '../files/workbook/grid.ts';
import { readChoice, readYesNo } from './read-choice.ts';
import { provenOrder, readDate } from './read-date.ts';
import { provenSign, readNumber, settled } from './read-number.ts';

const isoDate = fc
  .integer({ min: 0, max: 36_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe('a date', () => {
  test.each<[GridValue, string]>([
    ['2026-11-22', '2026-11-22'],
    ['2026/3/5', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['20261122', '2026-11-22'],
    ['2026年11月22日', '2026-11-22'],
    ['2026 年 1 月 2 日', '2026-01-02'],
    ['２０２６年１月２日', '2026-01-02'],
    ['22.11.2026', '2026-11-22'],
    ['5. 3. 2026', '2026-03-05'],
    ['22-Nov-2026', '2026-11-22'],
    ['22 November 2026', '2026-11-22'],
    ['November 22nd, 2026', '2026-11-22'],
    ['Nov 2, 26', '2026-11-02'],
    ['2026-11-22T08:30:00Z', '2026-11-22'],
    ['2026-11-22 23:59:59.999+08:00', '2026-11-22'],
    ['2026/11/22 下午 3:30', '2026-11-22'],
    ['2024-02-29', '2024-02-29'],
    ['03/03/2026', '2026-03-03'],
    [46348, '2026-11-22'],
    [46348.75, '2026-11-22'],
    ['46348', '2026-11-22'],
  ])('%j is %s', (written, date) => {
    expect(readDate(written)).toEqual({ date });
  });

  test.each<GridValue>([
    '2026-02-29',
    '2026-13-01',
    '31/02/2026',
    '32.1.2026',
    'soon',
    '',
    '2026',
    '2026年',
    'Q3 2026',
    17,
    20261122,
    true,
    null,
    '1/2',
  ])('%j is none', (written) => {
    expect(readDate(written)).toBeNull();
  });

  test('with slashes may be two dates', () => {
    expect(readDate('3/4/2026')).toEqual({ 'day-first': '2026-04-03', 'month-first': '2026-03-04' });
    expect(readDate('13/04/2026')).toEqual({ 'day-first': '2026-04-13', 'month-first': null });
  });

  test.each<[string[], unknown]>([
    [['3/4/2026', '13/4/2026'], { order: 'day-first', conflicting: false }],
    [['3/4/2026', '4/13/2026'], { order: 'month-first', conflicting: false }],
    [['3/4/2026', '2026-01-01'], { order: null, conflicting: false }],
    [['13/4/2026', '4/13/2026'], { order: null, conflicting: true }],
  ])('%j prove %o', (texts, proof) => {
    expect(provenOrder(texts.map(readDate))).toEqual(proof);
  });

  test('comes back from every usual way of writing it', () => {
    fc.assert(
      fc.property(isoDate, (date) => {
        const [year = '', month = '', day = ''] = date.split('-');
        for (const text of [
          `${year}/${Number(month)}/${Number(day)}`,
          `${year}年${Number(month)}月${Number(day)}日`,
          `${Number(day)}.${Number(month)}.${year}`,
          `${year}${month}${day}`,
          new Date(date).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' }),
          new Date(date).toLocaleDateString('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
        ])
          expect(readDate(text)).toEqual({ date });
        const slashed = readDate(`${day}/${month}/${year}`);
        expect(slashed && 'date' in slashed ? slashed.date : slashed?.['day-first']).toBe(date);
      }),
    );
  });
});

describe('a number', () => {
  test.each<[GridValue, number, string | null]>([
    ['1234', 1234, null],
    ['1,234.56', 1234.56, null],
    ['1.234,56', 1234.56, null],
    ['1 234,56', 1234.56, null],
    ['1 234 567,89', 1_234_567.89, null],
    ["1'234.50", 1234.5, null],
    ['1,234,567', 1_234_567, null],
    ['1,234', 1234, null],
    ['-12.5', -12.5, null],
    ['(1,234.50)', -1234.5, null],
    ['12.50-', -12.5, null],
    ['.5', 0.5, null],
    ['25%', 0.25, null],
    ['12.5 %', 0.125, null],
    ['¥1,234.00', 1234, '¥'],
    ['￥1,234.00', 1234, '¥'],
    ['CNY 1,234.00', 1234, 'CNY'],
    ['1234.50 元', 1234.5, 'CNY'],
    ['48.6万', 486_000, null],
    ['48.6 万元', 486_000, 'CNY'],
    ['¥48.6万', 486_000, '¥'],
    ['1.2亿', 120_000_000, null],
    ['人民币 300', 300, 'CNY'],
    ['50万美元', 500_000, 'USD'],
    ['$1.2M', 1_200_000, '$'],
    ['US$ 12k', 12_000, 'USD'],
    ['€ -5,00', -5, 'EUR'],
    ['-€5,00', -5, 'EUR'],
    ['12 mn EUR', 12_000_000, 'EUR'],
    [486_000.5, 486_000.5, null],
  ])('%j is %d (%s)', (written, figure, currency) => {
    const reading = readNumber(written);
    expect(reading && settled(reading, null)).toBe(figure);
    expect(reading?.currency).toBe(currency);
  });

  test.each<GridValue>([
    '',
    'abc',
    '1,23,4',
    '12 seats',
    '1.2.3',
    '--',
    '€',
    true,
    null,
    '12 xyz',
    '1,234.56.7',
  ])('%j is none', (written) => {
    expect(readNumber(written)).toBeNull();
  });

  test('is settled by its column where it can be read in two ways', () => {
    const reading = readNumber('1.234');
    expect(reading && settled(reading, null)).toBeNull();
    expect(reading && settled(reading, 'comma')).toBe(1234);
    expect(provenSign(['1.234', '12,50'].map(readNumber))).toBe('comma');
    expect(provenSign(['1.234', '12.50'].map(readNumber))).toBe('point');
    expect(provenSign(['1.234', '1,234'].map(readNumber))).toBeNull();
    expect(provenSign(['12,50', '12.50'].map(readNumber))).toBeNull();
  });

  test('comes back from the way each country writes it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
        fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH', 'zh-CN', 'ja-JP', 'sv-SE'),
        fc.constantFrom('CNY', 'USD', 'EUR'),
        (minor, locale, currency) => {
          const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
          const reading = readNumber(format.format(minor / 100));
          expect(reading && settled(reading, null)).toBe(minor / 100 + 0);
        },
      ),
    );
  });
});

test.each<[GridValue, boolean | null]>([
  ['True', true],
  ['yes', true],
  ['Y', true],
  ['是', true],
  ['有', true],
  [1, true],
  ['√', true],
  [true, true],
  ['False', false],
  ['NO', false],
  ['否', false],
  ['没有', false],
  [0, false],
  [false, false],
  ['maybe', null],
  [2, null],
  ['', null],
])('%j says %s', (written, meaning) => {
  expect(readYesNo(written)).toBe(meaning);
});

test('a choice is named by its key or by its words in either language, however they are written', () => {
  const choices = { 'key-user': ['Key user', '关键用户'], sponsor: ['Sponsor', '决策人', 'Economic Buyer'] };
  const read = (value: GridValue) => readChoice(value, choices);
  expect(
    ['key-user', 'KEY USER', 'key_user', '关键用户', ' 决策人 ', 'economic  buyer', 'boss'].map(read),
  ).toEqual(['key-user', 'key-user', 'key-user', 'key-user', 'sponsor', 'sponsor', null]);
});
