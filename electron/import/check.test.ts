import { describe, expect, test } from 'vitest';
import type { GridValue, Mark } from '../files/workbook/grid.ts';
import { type ColumnAnswer, checkColumn } from './check.ts';
import type { Kind } from './field.ts';

function check(
  kind: Kind,
  cells: GridValue[],
  { heading = '', answer = {}, marks = [] }: { heading?: string; answer?: ColumnAnswer; marks?: Mark[] } = {},
) {
  const { values, problems, question } = checkColumn({ kind }, heading, cells, (row) => marks[row], answer);
  return {
    values,
    question,
    problems: Object.fromEntries([...problems].map(([row, { code }]) => [row, code])),
  };
}

describe('a column of dates', () => {
  const date: Kind = { is: 'date' };
  test('is settled by the one that only fits one order', () => {
    expect(check(date, ['03/04/2026', '13/04/2026', '2026-01-02'])).toEqual({
      values: ['2026-04-03', '2026-04-13', '2026-01-02'],
      question: null,
      problems: {},
    });
  });
  test('is asked about when it proves no order, and read as answered', () => {
    expect(check(date, ['03/04/2026'])).toMatchObject({
      question: 'date-order',
      problems: { 0: 'ambiguous-date' },
    });
    expect(check(date, ['03/04/2026'], { answer: { dateOrder: 'month-first' } })).toEqual({
      values: ['2026-03-04'],
      question: null,
      problems: {},
    });
  });
  test('that contradicts itself is asked about the doubtful ones only', () => {
    expect(check(date, ['13/04/2026', '04/13/2026', '03/04/2026'])).toEqual({
      values: ['2026-04-13', '2026-04-13', null],
      question: 'date-order',
      problems: { 2: 'ambiguous-date' },
    });
  });
  test('tells what is no date, and takes stand-ins for empty', () => {
    expect(check(date, ['soon', 'n/a', '待定', null, '31/02/2026'])).toEqual({
      values: [null, null, null, null, null],
      question: null,
      problems: { 0: 'unreadable-date', 4: 'unreadable-date' },
    });
  });
});

describe('a column of amounts', () => {
  const money: Kind = { is: 'money' };
  test('keeps what each cell says of its currency', () => {
    const marks: Mark[] = [{}, {}, { currency: 'JPY' }];
    expect(check(money, ['¥1,234.50', '48.6万', 500], { marks }).values).toEqual([
      { figure: 1234.5, currency: '¥' },
      { figure: 486_000, currency: null },
      { figure: 500, currency: 'JPY' },
    ]);
  });
  test.each([
    ['年费(万元)', { figure: 486_000, currency: 'CNY' }],
    ['年费（万元）', { figure: 486_000, currency: 'CNY' }],
    ['ARR (USD)', { figure: 48.6, currency: 'USD' }],
    ['ARR ($K)', { figure: 48_600, currency: '$' }],
    ['ARR (in thousands)', { figure: 48_600, currency: null }],
    ['refund_amount_usd', { figure: 48.6, currency: 'USD' }],
    ['Amount (net)', { figure: 48.6, currency: null }],
    ['Annual fee', { figure: 48.6, currency: null }],
  ])('takes its unit from a heading such as %s', (heading, amount) => {
    expect(check(money, [48.6], { heading }).values).toEqual([amount]);
  });
  test('is settled by its own decimals, or asked about', () => {
    expect(check(money, ['1.234', '5,50']).values).toEqual([
      { figure: 1234, currency: null },
      { figure: 5.5, currency: null },
    ]);
    expect(check(money, ['1.234'])).toMatchObject({
      question: 'decimal-sign',
      problems: { 0: 'ambiguous-number' },
    });
  });
});

test('a whole number is told when it is none, or out of range', () => {
  expect(check({ is: 'integer', least: 1, most: 5 }, ['3', '2.5', '9', 'x9', '', '5.0'])).toEqual({
    values: [3, null, null, null, null, 5],
    question: null,
    problems: { 1: 'not-whole', 2: 'out-of-range', 3: 'unreadable-number' },
  });
  expect(check({ is: 'integer' }, ['1.234']).values).toEqual([1234]);
});

test('a choice we do not know is told, and taken as the user says', () => {
  const kind: Kind = { is: 'choice', choices: { active: ['Active', '在约'], churned: ['Churned', '流失'] } };
  expect(check(kind, ['在约', 'Lost', 'Paused'])).toEqual({
    values: ['active', null, null],
    question: null,
    problems: { 1: 'unknown-choice', 2: 'unknown-choice' },
  });
  expect(
    check(kind, ['在约', 'Lost', 'Paused'], { answer: { choices: { Lost: 'churned', Paused: '' } } }),
  ).toEqual({
    values: ['active', 'churned', null],
    question: null,
    problems: {},
  });
});

test('tags are split by any list sign, each once', () => {
  expect(check({ is: 'tags' }, ['KA; 华东、KA，retail'])).toMatchObject({
    values: [['KA', '华东', 'retail']],
  });
});

test('a currency is read by its code or its name', () => {
  expect(check({ is: 'currency' }, ['cny', '美元', '€', 'XXQ'])).toMatchObject({
    values: ['CNY', 'USD', 'EUR', null],
    problems: { 3: 'unknown-currency' },
  });
});

test('text keeps every value as text, and a formula that failed is told', () => {
  expect(
    check({ is: 'text' }, [42, ' a ', true, '-', null], { marks: [{}, {}, {}, {}, { error: '#REF!' }] }),
  ).toEqual({
    values: ['42', 'a', 'true', '-', null],
    question: null,
    problems: { 4: 'formula-error' },
  });
});

test('a required cell that is empty is told', () => {
  const { problems } = checkColumn(
    { kind: { is: 'text' }, required: true },
    '',
    ['a', ' ', null],
    () => undefined,
  );
  expect([...problems.keys()]).toEqual([1, 2]);
});
