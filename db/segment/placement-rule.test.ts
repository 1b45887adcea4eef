import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyFacts, anyRule } from '../testing/segment-arbitrary.ts';
import { type AccountFacts, type Condition, judge, wordFields } from './placement-rule.ts';
import { readRule } from './placement-rule-reading.ts';

const nothing: AccountFacts = {
  words: Object.fromEntries(wordFields.map((field) => [field, null])) as AccountFacts['words'],
  numbers: { 'annual-revenue': null, seats: null, motivation: null },
  dates: { 'customer-since': null },
};
const harbor: AccountFacts = {
  words: {
    ...nothing.words,
    industry: ['Retail'],
    size: ['large'],
    region: null,
    tag: ['Reference', '华东'],
    product: [],
  },
  numbers: { 'annual-revenue': 50_000_000, seats: 50, motivation: null },
  dates: { 'customer-since': '2024-03-01' },
};

const table: readonly [string, Condition, boolean | null][] = [
  ['its industry is retail', { field: 'industry', comparison: 'any-of', words: ['retail', 'Food'] }, true],
  [
    'its industry in full-width letters',
    { field: 'industry', comparison: 'any-of', words: ['ＲＥＴＡＩＬ'] },
    true,
  ],
  ['another industry', { field: 'industry', comparison: 'any-of', words: ['Food'] }, false],
  ['any industry but food', { field: 'industry', comparison: 'none-of', words: ['Food'] }, true],
  ['part of the industry', { field: 'industry', comparison: 'contains', words: ['tail'] }, true],
  ['one of its tags', { field: 'tag', comparison: 'any-of', words: ['华东', 'x'] }, true],
  ['all of two tags', { field: 'tag', comparison: 'all-of', words: ['华东', 'reference'] }, true],
  ['a tag too many', { field: 'tag', comparison: 'all-of', words: ['华东', 'x'] }, false],
  ['a product, having none', { field: 'product', comparison: 'any-of', words: ['Planning'] }, false],
  ['no such product, having none', { field: 'product', comparison: 'none-of', words: ['Planning'] }, true],
  ['products known, having none', { field: 'product', comparison: 'known' }, false],
  ['exactly the seats', { field: 'seats', comparison: 'at-least', number: 50 }, true],
  ['below exactly the seats', { field: 'seats', comparison: 'below', number: 50 }, false],
  [
    'a customer since the day',
    { field: 'customer-since', comparison: 'on-or-after', date: '2024-03-01' },
    true,
  ],
  [
    'a customer from before the day',
    { field: 'customer-since', comparison: 'before', date: '2024-03-01' },
    false,
  ],
  ['an unknown region', { field: 'region', comparison: 'any-of', words: ['East'] }, null],
  ['an unknown region is not another', { field: 'region', comparison: 'none-of', words: ['East'] }, null],
  ['an unknown region told as unknown', { field: 'region', comparison: 'unknown' }, true],
  ['unknown motivation', { field: 'motivation', comparison: 'below', number: 7 }, null],
];

test.each(table)('%s', (_, condition, expected) => {
  expect(judge(condition, harbor).holds).toBe(expected);
});

describe('what is unknown', () => {
  const region: Condition = { field: 'region', comparison: 'any-of', words: ['East'] };
  const motivated: Condition = { field: 'motivation', comparison: 'at-least', number: 7 };
  const large: Condition = { field: 'size', comparison: 'any-of', words: ['large'] };
  const small: Condition = { field: 'size', comparison: 'any-of', words: ['small'] };

  test.each([
    ['all, beside something true', 'all', large, null],
    ['all, beside something false', 'all', small, false],
    ['any, beside something true', 'any', large, true],
    ['any, beside something false', 'any', small, null],
  ] as const)('counts in %s', (_, match, beside, expected) => {
    expect(judge({ match, parts: [region, beside] }, harbor).holds).toBe(expected);
  });

  test('is listed where the verdict hangs on it, each field once', () => {
    const rule = { match: 'all', parts: [region, { match: 'any', parts: [motivated, region] }] } as const;
    expect(judge(rule, harbor)).toEqual({ holds: null, missing: ['region', 'motivation'] });
    expect(judge({ match: 'any', parts: [region, large] }, harbor).missing).toEqual([]);
  });
});

test('learning what was unknown never turns a verdict around', () => {
  fc.assert(
    fc.property(anyRule, anyFacts, anyFacts, (rule, known, learnt) => {
      // Whether something is known is the one thing that learning changes.
      fc.pre(!/"(un)?known"/.test(JSON.stringify(rule)));
      const before = judge(rule, known);
      const fill = <T extends object>(from: T, more: T): T =>
        Object.fromEntries(
          Object.entries(from).map(([key, value]) => [key, value ?? more[key as keyof T]]),
        ) as T;
      const after = judge(rule, {
        words: fill(known.words, learnt.words),
        numbers: fill(known.numbers, learnt.numbers),
        dates: fill(known.dates, learnt.dates),
      });
      if (before.holds !== null) expect(after.holds).toBe(before.holds);
      expect(before.missing.length > 0).toBe(before.holds === null);
    }),
  );
});

describe('reading a rule', () => {
  test('gives back every rule as it was written', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(readRule(JSON.parse(JSON.stringify(rule)))).toEqual({ rule, problems: [] });
      }),
    );
  });

  const ofOne = (part: unknown) => ({ match: 'all', parts: [part] });
  test.each([
    ['no object', 'large', '', 'wrong-shape'],
    ['nothing', null, '', 'wrong-shape'],
    ['a condition without its group', { field: 'size', comparison: 'known' }, '', 'wrong-shape'],
    ['an empty group', { match: 'any', parts: [] }, '', 'empty-group'],
    ['an empty group inside', ofOne({ match: 'any', parts: [] }), '0', 'empty-group'],
    [
      'groups too deep',
      ofOne(ofOne(ofOne(ofOne({ field: 'size', comparison: 'known' })))),
      '0.0.0',
      'too-deep',
    ],
    [
      'a field nobody knows',
      ofOne({ field: 'mood', comparison: 'any-of', words: ['x'] }),
      '0',
      'unknown-field',
    ],
    [
      'a comparison of another kind of field',
      ofOne({ field: 'size', comparison: 'at-least', number: 1 }),
      '0',
      'wrong-comparison',
    ],
    ['no comparison', ofOne({ field: 'size' }), '0', 'wrong-comparison'],
    ['no words', ofOne({ field: 'size', comparison: 'any-of', words: [' '] }), '0', 'no-value'],
    ['no number', ofOne({ field: 'seats', comparison: 'below', number: Number.NaN }), '0', 'no-value'],
    [
      'a day that does not exist',
      ofOne({ field: 'customer-since', comparison: 'before', date: '2026-02-29' }),
      '0',
      'no-value',
    ],
  ])('refuses %s and says where', (_, source, path, problem) => {
    expect(readRule(source)).toEqual({ rule: null, problems: [{ path, problem }] });
  });

  test('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (source) => void readRule(source)));
  });
});
