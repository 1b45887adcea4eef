import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyFacts, anyRule } from '../testing/segment-arbitrary.ts';
import { type AccountFacts, type RuleGroup, wordFields } from './placement-rule.ts';
import { type PlacedAccount, planPlacement, type RuledSegment } from './plan.ts';

const atLeast = (number: number): RuleGroup => ({
  match: 'all',
  parts: [{ field: 'seats', comparison: 'at-least', number }],
});
const seats = (count: number | null): AccountFacts => ({
  words: Object.fromEntries(wordFields.map((field) => [field, null])) as AccountFacts['words'],
  numbers: { 'annual-revenue': null, seats: count, motivation: null },
  dates: { 'customer-since': null },
});
const account = (
  id: number,
  count: number | null,
  placement: PlacedAccount['placement'] = null,
): PlacedAccount => ({ id, facts: seats(count), placement });

const large = 1;
const mid = 2;
const byHand = 3;
const segments: RuledSegment[] = [
  { id: large, rule: atLeast(100) },
  { id: mid, rule: atLeast(10) },
  { id: byHand, rule: null },
];
const plan = (accounts: PlacedAccount[], moveAll = false) => planPlacement(segments, accounts, { moveAll });

test('the first segment whose rule holds takes the account', () => {
  expect(plan([account(1, 200), account(2, 20), account(3, 2)])).toMatchObject({
    moves: [
      { accountId: 1, from: null, to: large },
      { accountId: 2, from: null, to: mid },
    ],
    unmatched: 1,
    segments: [
      { segmentId: large, matches: 1, takes: 1, extreme: null },
      { segmentId: mid, matches: 2, takes: 1, extreme: null },
      { segmentId: byHand, matches: 0, takes: 0, extreme: null },
    ],
  });
});

test('what a rule placed moves on or out with the rule; what a person placed stays unless told otherwise', () => {
  const accounts = [
    account(1, 200, { segmentId: mid, placedBy: 'rule' }),
    account(2, 2, { segmentId: mid, placedBy: 'rule' }),
    account(3, 200, { segmentId: byHand, placedBy: 'hand' }),
    account(4, 20, { segmentId: large, placedBy: 'import' }),
    account(5, 2, { segmentId: large, placedBy: 'hand' }),
  ];
  const ruled = [
    { accountId: 1, from: mid, to: large },
    { accountId: 2, from: mid, to: null },
  ];
  const placed = [
    { accountId: 3, from: byHand, to: large },
    { accountId: 4, from: large, to: mid },
  ];
  expect(plan(accounts)).toMatchObject({ moves: ruled, kept: placed });
  expect(plan(accounts, true)).toMatchObject({ moves: [...ruled, ...placed], kept: [] });
});

test('an account whose rule cannot be told stays where it is, and what is missing is said', () => {
  const accounts = [account(1, null, { segmentId: mid, placedBy: 'rule' })];
  expect(plan(accounts)).toMatchObject({ moves: [], undecided: [{ accountId: 1, missing: ['seats'] }] });
});

test.each([
  ['nobody', [account(1, 2), account(2, 3)], ['nobody', 'nobody', null]],
  ['everybody', [account(1, 200), account(2, 300)], ['everybody', 'everybody', null]],
  ['no account at all', [], [null, null, null]],
])('a rule that matches %s is pointed out', (_, accounts, expected) => {
  expect(plan(accounts).segments.map(({ extreme }) => extreme)).toEqual(expected);
});

const anyAccounts = fc
  .array(
    fc.record({
      facts: anyFacts,
      placement: fc.option(
        fc.record({
          segmentId: fc.integer({ min: 1, max: 3 }),
          placedBy: fc.constantFrom('hand' as const, 'import' as const, 'rule' as const),
        }),
        { nil: null },
      ),
    }),
    { maxLength: 12 },
  )
  .map((accounts) => accounts.map((one, at): PlacedAccount => ({ id: at + 1, ...one })));

test('done twice, the second time moves nobody; and nobody is in two lists', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(anyRule, { nil: null }), { minLength: 1, maxLength: 3 }),
      anyAccounts,
      fc.boolean(),
      (rules, accounts, moveAll) => {
        const ruled = rules.map((rule, at) => ({ id: at + 1, rule }));
        const first = planPlacement(ruled, accounts, { moveAll });
        const listed = [...first.moves, ...first.kept, ...first.undecided].map(({ accountId }) => accountId);
        expect(new Set(listed).size).toBe(listed.length);
        const moved = new Map(first.moves.map(({ accountId, to }) => [accountId, to]));
        const after = accounts.map((one): PlacedAccount => {
          const to = moved.get(one.id);
          if (to === undefined) return one;
          return { ...one, placement: to === null ? null : { segmentId: to, placedBy: 'rule' } };
        });
        expect(planPlacement(ruled, after, { moveAll }).moves).toEqual([]);
      },
    ),
  );
});
