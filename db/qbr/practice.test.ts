import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastCases, type PracticeFacts, qbrPractice } from './practice.ts';

const none: PracticeFacts = { accounts: [], reviews: [], commitments: [], endings: [] };

test('a book without reviews has no figure, and none of them is zero by mistake', () => {
  expect(qbrPractice(none)).toEqual({
    coverage: [],
    coverageOfAll: { part: 0, cases: 0 },
    kept: { us: { part: 0, cases: 0, unscored: 0 }, customer: { part: 0, cases: 0, unscored: 0 } },
    sponsorCame: { part: 0, cases: 0 },
    preparation: { median: null, cases: 0 },
    rating: { mean: null, cases: 0 },
    renewal: {
      reviewed: { part: 0, cases: 0 },
      notReviewed: { part: 0, cases: 0 },
      isComparable: false,
    },
    held: 0,
  });
});

test('coverage is counted by tier, accounts without one last', () => {
  const account = (tier: string | null, isReviewed: boolean) => ({ tier, isReviewed });
  const { coverage, coverageOfAll } = qbrPractice({
    ...none,
    accounts: [account('B', false), account(null, true), account('A', true), account('A', false)],
  });
  expect(coverage).toEqual([
    { tier: 'A', part: 1, cases: 2 },
    { tier: 'B', part: 0, cases: 1 },
    { tier: null, part: 1, cases: 1 },
  ]);
  expect(coverageOfAll).toEqual({ part: 2, cases: 4 });
});

test('a commitment partly kept counts half, and one nobody scored stands apart', () => {
  const { kept } = qbrPractice({
    ...none,
    commitments: [
      { side: 'us', status: 'kept' },
      { side: 'us', status: 'partly' },
      { side: 'us', status: 'broken' },
      { side: 'us', status: 'open' },
      { side: 'customer', status: 'open' },
    ],
  });
  expect(kept).toEqual({
    us: { part: 1.5, cases: 3, unscored: 1 },
    customer: { part: 0, cases: 0, unscored: 1 },
  });
});

test.each([
  { minutes: [30], median: 30 },
  { minutes: [10, 90, 30], median: 30 },
  { minutes: [10, 20, 40, 300], median: 30 },
])('the median of $minutes minutes is $median', ({ minutes, median }) => {
  const reviews = minutes.map((preparationMinutes) => ({
    preparationMinutes,
    sponsorCame: null,
    rating: null,
  }));
  expect(qbrPractice({ ...none, reviews }).preparation).toEqual({ median, cases: minutes.length });
});

test('what nobody said of a review enters no figure', () => {
  const { sponsorCame, rating, held } = qbrPractice({
    ...none,
    reviews: [
      { sponsorCame: true, preparationMinutes: null, rating: 4 },
      { sponsorCame: null, preparationMinutes: null, rating: null },
      { sponsorCame: false, preparationMinutes: null, rating: 5 },
    ],
  });
  expect({ sponsorCame, rating, held }).toEqual({
    sponsorCame: { part: 1, cases: 2 },
    rating: { mean: 4.5, cases: 2 },
    held: 3,
  });
});

test('renewals of reviewed and not reviewed are compared from five cases a side on', () => {
  const endings = (isReviewed: boolean, count: number) =>
    Array.from({ length: count }, (_, index) => ({ isReviewed, isRenewed: index % 2 === 0 }));
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), (reviewed, not) => {
      const { renewal } = qbrPractice({
        ...none,
        endings: [...endings(true, reviewed), ...endings(false, not)],
      });
      expect(renewal.isComparable).toBe(reviewed >= leastCases && not >= leastCases);
      expect(renewal.reviewed).toEqual({ part: Math.ceil(reviewed / 2), cases: reviewed });
      expect(renewal.notReviewed).toEqual({ part: Math.ceil(not / 2), cases: not });
    }),
  );
});
