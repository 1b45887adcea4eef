import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '../types/calendar.ts';
import type { Money } from '../types/money.ts';
import {
  type ClaimTerms,
  type ContractPrice,
  claimWorth,
  formulaText,
  isSourced,
  priceWithin,
  proveValue,
  returnOn,
  sourceText,
  sumByCurrency,
} from './proof.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };
const autumn = { from: '2026-09-01', to: '2026-11-30' };
const cny = (minor: number): Money => ({ minor, currency: 'CNY' });
const input = (value: number | null) => ({ label: 'factor', value, unit: '' });
const claim = (changes: Partial<ClaimTerms> = {}): ClaimTerms => ({
  period: autumn,
  inputs: [input(19), input(2140), input(34)],
  currency: 'CNY',
  conversionAgreedOn: '2026-08-20',
  signedOn: '2026-11-12',
  source: 'WMS export',
  evidence: [],
  ...changes,
});
const contract = (changes: Partial<ContractPrice> = {}): ContractPrice => ({
  from: year.from,
  to: year.to,
  money: cny(48_600_000),
  per: 'year',
  ...changes,
});

describe('claimWorth', () => {
  test('multiplies the inputs: 19 h × 2,140 orders × ¥34 an hour', () => {
    expect(claimWorth(claim())).toEqual({ kind: 'worth', money: cny(138_244_000) });
  });

  test.each([
    { title: 'yen have no smaller unit', currency: 'JPY', inputs: [1.5, 3], minor: 5 },
    { title: 'dinars have three places', currency: 'KWD', inputs: [1.2345], minor: 1235 },
    { title: 'a loss is negative', currency: 'CNY', inputs: [-2, 3], minor: -600 },
    { title: 'nothing is nothing', currency: 'CNY', inputs: [-2, 0], minor: 0 },
  ])('is in the smallest unit: $title', ({ currency, inputs, minor }) => {
    expect(claimWorth(claim({ currency, inputs: inputs.map(input) }))).toEqual({
      kind: 'worth',
      money: { minor, currency },
    });
  });

  test.each([
    { changes: { inputs: [] }, gap: 'no-inputs' },
    { changes: { conversionAgreedOn: null }, gap: 'conversion-not-agreed' },
    { changes: { inputs: [input(39), input(null)] }, gap: 'input-missing' },
    { changes: { inputs: [input(1e12), input(1e12)] }, gap: 'out-of-range' },
  ])('is unknown, not 0: $gap', ({ changes, gap }) => {
    expect(claimWorth(claim(changes))).toEqual({ kind: 'unknown', gap });
  });
});

test('a formula reads as its factors, and says what is unknown', () => {
  const inputs = [
    { label: 'Time saved', value: 19, unit: 'h' },
    { label: 'Orders', value: 2140, unit: '' },
    { label: 'Cost of an hour', value: null, unit: '¥/h' },
  ];
  expect(formulaText(inputs, (value) => value.toLocaleString('en'))).toBe('19 h × 2,140 × ? ¥/h');
});

test('a claim is sourced when its source says something', () => {
  expect([null, '', '  ', 'WMS'].map((source) => isSourced({ source }))).toEqual([false, false, false, true]);
});

test.each([
  { source: null, evidence: ['dock log.xlsx'], text: 'dock log.xlsx' },
  { source: ' WMS ', evidence: ['a.pdf', 'b.pdf'], text: 'WMS · a.pdf · b.pdf' },
  { source: ' ', evidence: [], text: '' },
])('a file is a source as well as words are: $text', ({ text, ...claim }) => {
  expect(sourceText(claim)).toBe(text);
  expect(isSourced(claim)).toBe(text !== '');
});

describe('priceWithin', () => {
  test('takes each contract by its days inside the period', () => {
    expect(priceWithin([contract()], year)).toEqual({ kind: 'price', amounts: [cny(48_600_000)] });
    expect(priceWithin([contract()], autumn)).toEqual({
      kind: 'price',
      amounts: [cny(Math.round((48_600_000 * 91) / 365))],
    });
  });

  test.each([
    {
      title: 'a year with 29 February',
      from: '2028-01-01',
      to: '2028-12-31',
      per: 'year' as const,
      minor: 2_900,
    },
    { title: 'a year without an end', from: '2020-01-01', to: null, per: 'year' as const, minor: 2_900 },
    {
      title: 'a term of two months',
      from: '2028-02-01',
      to: '2028-03-31',
      per: 'term' as const,
      minor: 17_690,
    },
    {
      title: 'a contract signed on 29 February',
      from: '2028-02-29',
      to: null,
      per: 'year' as const,
      minor: 100,
    },
  ])('counts the days of February 2028 in $title', ({ title: _, minor, ...terms }) => {
    const february = { from: '2028-02-01', to: '2028-02-29' };
    expect(priceWithin([{ ...terms, money: cny(36_600) }], february)).toEqual({
      kind: 'price',
      amounts: [cny(minor)],
    });
  });

  test('charges every year the same, whichever day it began', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 9 }), (days, years) => {
        const from = addDays('2020-01-01', days);
        const period = {
          from: addMonths(from, 12 * years),
          to: addDays(addMonths(from, 12 * (years + 1)), -1),
        };
        expect(priceWithin([contract({ from, to: null })], period)).toEqual({
          kind: 'price',
          amounts: [cny(48_600_000)],
        });
      }),
    );
  });

  test('is unknown without a contract inside, or with one whose amount is unknown', () => {
    const past = contract({ from: '2025-01-01', to: '2025-12-31', money: null });
    expect(priceWithin([past], autumn)).toEqual({ kind: 'unknown', gap: 'no-contract' });
    const endless = contract({ to: null, per: 'term' });
    for (const unclear of [contract({ money: null }), endless])
      expect(priceWithin([contract(), unclear], autumn)).toEqual({ kind: 'unknown', gap: 'amount-unknown' });
  });
});

describe('returnOn', () => {
  const paid = (...amounts: Money[]) => ({ kind: 'price' as const, amounts });

  test.each([
    { worth: 300, price: 100, ratio: 2 },
    { worth: 100, price: 100, ratio: 0 },
    { worth: 0, price: 100, ratio: -1 },
  ])('of $worth for $price is $ratio', ({ worth, price, ratio }) => {
    expect(returnOn([cny(worth)], paid(cny(price)))).toEqual({ kind: 'roi', ratio });
  });

  test.each([
    { title: 'price zero', worth: [cny(5)], price: paid(cny(0)), gap: 'price-zero' },
    {
      title: 'price unknown',
      worth: [cny(5)],
      price: { kind: 'unknown' as const, gap: 'no-contract' as const },
      gap: 'no-contract',
    },
    { title: 'nothing signed', worth: [], price: paid(cny(5)), gap: 'nothing-signed' },
    {
      title: 'worth in two currencies',
      worth: [cny(5), { minor: 5, currency: 'USD' }],
      price: paid(cny(5)),
      gap: 'mixed-currencies',
    },
    {
      title: 'price in another',
      worth: [cny(5)],
      price: paid({ minor: 5, currency: 'USD' }),
      gap: 'mixed-currencies',
    },
  ])('is undefined: $title', ({ worth, price, gap }) => {
    expect(returnOn(worth, price)).toEqual({ kind: 'undefined', gap });
  });
});

describe('proveValue', () => {
  test('counts worth and price over the same days', () => {
    const proof = proveValue([claim({ period: year })], [contract()], autumn);
    expect(proof).toMatchObject({
      signed: [cny(138_244_000)],
      countedOver: year,
      price: { amounts: [cny(48_600_000)] },
    });
    expect(proof.roi).toEqual({ kind: 'roi', ratio: 1.84 });
  });

  test('the same claim returns the same whatever the period that asks, over its own days', () => {
    const one = claim({ period: { from: '2026-04-15', to: '2026-12-31' } });
    const quarter = { from: '2026-10-01', to: '2026-12-31' };
    const twelveMonths = { from: '2025-12-02', to: '2026-12-01' };
    const proofs = [quarter, twelveMonths].map((period) => proveValue([one], [contract()], period));
    expect(proofs[0]?.roi).toEqual(proofs[1]?.roi);
    expect(proofs.map(({ countedOver }) => countedOver)).toEqual([one.period, one.period]);
  });

  test('shows unsigned worth beside, and leaves it out of the return', () => {
    const proof = proveValue([claim(), claim({ signedOn: null })], [contract()], autumn);
    expect(proof.signed).toEqual(proof.unsigned);
    expect(proof.roi).toEqual(proveValue([claim()], [contract()], autumn).roi);
  });

  test('claims outside the period, without a worth or without a source change nothing', () => {
    const outside = claim({ period: { from: '2026-01-01', to: '2026-08-31' } });
    const proof = proveValue([outside, claim({ inputs: [] }), claim({ source: null })], [contract()], autumn);
    expect(proof).toMatchObject({
      signed: [],
      unsigned: [],
      countedOver: null,
      roi: { gap: 'nothing-signed' },
    });
  });

  test('no sum mixes currencies, and a return exists only within one', () => {
    const currency = fc.constantFrom('CNY', 'USD', 'JPY');
    const amount = fc.record({ minor: fc.integer({ min: -1_000_000, max: 1_000_000 }), currency });
    fc.assert(
      fc.property(fc.array(amount), fc.array(amount), (worth, paid) => {
        const sums = sumByCurrency(worth);
        expect(new Set(sums.map((sum) => sum.currency)).size).toBe(sums.length);
        for (const sum of sums)
          expect(sum.minor).toBe(
            worth.filter((w) => w.currency === sum.currency).reduce((total, w) => total + w.minor, 0),
          );
        const roi = returnOn(sums, { kind: 'price', amounts: sumByCurrency(paid) });
        if (roi.kind === 'roi')
          expect(new Set([...worth, ...paid].map((money) => money.currency)).size).toBe(1);
      }),
    );
  });
});
