import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MaturityMeasure, measured } from './measure.ts';

const name = { en: 'name', 'zh-CN': '名称' };
const input = (key: string, unit: MaturityMeasure['unit']) => ({ key, name, unit, source: null });

const ltvToCac: MaturityMeasure = {
  inputs: [input('ltv', 'money'), input('cac', 'money')],
  over: ['ltv'],
  under: ['cac'],
  unit: 'number',
  better: 'higher',
  marks: [2, 3],
};
const payback: MaturityMeasure = {
  inputs: [input('cac', 'money'), input('mrr', 'money'), input('margin', 'percent')],
  over: ['cac'],
  under: ['mrr', 'margin'],
  unit: 'months',
  better: 'lower',
  marks: [18, 12],
};
const renewal: MaturityMeasure = {
  inputs: [input('renewed', 'number'), input('due', 'number')],
  over: ['renewed'],
  under: ['due'],
  unit: 'percent',
  better: 'higher',
  marks: [60, 80],
};

test.each([
  // The published example: LTV 15,000 and CAC 6,000 come to 2.5 and a payback of 16 months.
  { measure: ltvToCac, figures: { ltv: 15_000, cac: 6_000 }, value: 2.5, level: 2 },
  { measure: ltvToCac, figures: { ltv: 18_000, cac: 6_000 }, value: 3, level: 3 },
  { measure: ltvToCac, figures: { ltv: 17_999.99, cac: 6_000 }, value: 2.99, level: 2 },
  { measure: ltvToCac, figures: { ltv: 11_999, cac: 6_000 }, value: 1.99, level: 1 },
  { measure: ltvToCac, figures: { ltv: 0, cac: 6_000 }, value: 0, level: 1 },
  { measure: payback, figures: { cac: 6_000, mrr: 500, margin: 75 }, value: 16, level: 2 },
  { measure: payback, figures: { cac: 4_500, mrr: 500, margin: 75 }, value: 12, level: 3 },
  { measure: payback, figures: { cac: 4_500.01, mrr: 500, margin: 75 }, value: 12.01, level: 2 },
  { measure: payback, figures: { cac: 6_750, mrr: 500, margin: 75 }, value: 18, level: 2 },
  { measure: payback, figures: { cac: 6_751, mrr: 500, margin: 75 }, value: 18.01, level: 1 },
  { measure: renewal, figures: { renewed: 4, due: 5 }, value: 80, level: 3 },
  { measure: renewal, figures: { renewed: 3, due: 5 }, value: 60, level: 2 },
  { measure: renewal, figures: { renewed: 2, due: 3 }, value: 66.67, level: 2 },
  { measure: renewal, figures: { renewed: 59, due: 100 }, value: 59, level: 1 },
])('$figures come to $value, level $level', ({ measure, figures, value, level }) => {
  expect(measured(measure, figures)).toEqual({ value, level, missing: [], dividesByZero: false });
});

describe('without an answer', () => {
  test('what is missing is named', () => {
    expect(measured(payback, { mrr: 500 })).toEqual({
      value: null,
      level: null,
      missing: ['cac', 'margin'],
      dividesByZero: false,
    });
  });

  test('nothing is divided by zero', () => {
    expect(measured(renewal, { renewed: 0, due: 0 })).toEqual({
      value: null,
      level: null,
      missing: [],
      dividesByZero: true,
    });
  });
});

test('a better figure never comes to a lower level', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 1, max: 1_000_000 }), (a, more, cac) => {
      const level = (ltv: number) => measured(ltvToCac, { ltv, cac }).level ?? 0;
      expect(level(a + more)).toBeGreaterThanOrEqual(level(a));
      const months = (cost: number) => measured(payback, { cac: cost, mrr: cac, margin: 50 }).level ?? 0;
      expect(months(a)).toBeGreaterThanOrEqual(months(a + more));
    }),
  );
});
