import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, type IsoDate } from '../types/calendar.ts';
import { type PriceChange, priceOn, priceSteps } from './price.ts';

const contract = {
  startOn: '2024-02-29',
  endOn: '2025-02-27',
  amountMinor: 10_000,
  billingPeriod: 'month',
  seats: 20,
} as const;
const change = (fromOn: IsoDate, amountMinor: number, seats: number | null = null): PriceChange => ({
  fromOn,
  amountMinor,
  seats,
});

test('a contract whose price never changed has one step, its own', () => {
  expect(priceSteps(contract, [])).toEqual([
    { from: '2024-02-29', to: '2025-02-27', amountMinor: 10_000, seats: 20, annualMinor: 120_000 },
  ]);
});

test('each change ends the price before it the day before, and seats stay until they change', () => {
  const changes = [change('2024-09-01', 12_000, 30), change('2024-06-01', 11_000)];
  expect(priceSteps(contract, changes)).toEqual([
    { from: '2024-02-29', to: '2024-05-31', amountMinor: 10_000, seats: 20, annualMinor: 120_000 },
    { from: '2024-06-01', to: '2024-08-31', amountMinor: 11_000, seats: 20, annualMinor: 132_000 },
    { from: '2024-09-01', to: '2025-02-27', amountMinor: 12_000, seats: 30, annualMinor: 144_000 },
  ]);
});

test('a price for the whole term is made annual over that term', () => {
  const half = { ...contract, startOn: '2026-01-01', endOn: '2026-06-30', billingPeriod: 'term' } as const;
  expect(priceOn(half, [change('2026-04-01', 20_000)], '2026-05-01').annualMinor).toBe(40_000);
});

test.each([
  ['before the first day', '2024-01-01', 10_000],
  ['on the first day', '2024-02-29', 10_000],
  ['the day before it changes', '2024-05-31', 10_000],
  ['the day it changes', '2024-06-01', 11_000],
  ['on the last day', '2025-02-27', 11_000],
  ['after it', '2030-01-01', 11_000],
])('%s the price is told', (_, day, amountMinor) => {
  expect(priceOn(contract, [change('2024-06-01', 11_000)], day)).toMatchObject({ amountMinor });
});

test('a change on the first day, or outside the term, does not count', () => {
  const outside = [change('2024-02-29', 1), change('2024-02-28', 2), change('2025-02-28', 3)];
  expect(priceSteps(contract, outside)).toHaveLength(1);
  const oneDay = { ...contract, endOn: contract.startOn };
  expect(priceSteps(oneDay, [change(contract.startOn, 1)])).toHaveLength(1);
});

test('the steps cover the term without a gap or an overlap', () => {
  const months = fc.uniqueArray(fc.integer({ min: 1, max: 11 }));
  fc.assert(
    fc.property(months, (given) => {
      const steps = priceSteps(
        contract,
        given.map((month) => change(addMonths(contract.startOn, month), month)),
      );
      expect(steps).toHaveLength(given.length + 1);
      expect(steps[0]?.from).toBe(contract.startOn);
      expect(steps.at(-1)?.to).toBe(contract.endOn);
      for (const [index, step] of steps.slice(1).entries())
        expect(step.from).toBe(addDays(steps[index]?.to ?? '', 1));
    }),
  );
});
