import { expect, test } from 'vitest';
import { toBaseMinor } from './exchange.ts';

const rates = [
  { currency: 'USD', validOn: '2026-01-01', basePerUnit: 7.1 },
  { currency: 'USD', validOn: '2026-07-01', basePerUnit: 7.25 },
  { currency: 'JPY', validOn: '2026-01-01', basePerUnit: 0.048 },
];

test.each([
  ['CNY', '2026-09-01', 10_000],
  ['USD', '2026-09-01', 72_500],
  ['USD', '2026-07-01', 72_500],
  ['USD', '2026-06-30', 71_000],
  ['USD', '2025-12-31', null],
  ['EUR', '2026-09-01', null],
])('10,000 minor units of %s on %s are %s fen', (currency, on, fen) => {
  expect(toBaseMinor(10_000, currency, 'CNY', rates, on)).toBe(fen);
});

test('currencies without cents are scaled', () => {
  expect(toBaseMinor(1000, 'JPY', 'CNY', rates, '2026-09-01')).toBe(4800);
});
