import { expect, test } from 'vitest';
import { type BackTestDays, backTest, type EndedContract } from './back-test.ts';
import type { BookFacts } from './book-measure.ts';
import { bookMeasureValues } from './book-measure.ts';
import {
  availableHours,
  careNeed,
  effortRule,
  plannedHours,
  potential,
  simulateCapacity,
  usualPlan,
} from './capacity.ts';
import { measureConflict, readingProblem } from './measure.ts';
import type { HealthModel } from './model.ts';
import { usualRules } from './model.ts';
import { outlook } from './outlook.ts';
import { countMoves, gridPlay, moveKind } from './portfolio.ts';

const today = '2026-12-01';

test('potential and need are 53.25 and 35', () => {
  expect(
    potential({ maturity: 2.5, motivation: 9, neededPoints: 4, neededUnsold: 1, arrPercentile: 0.6 }),
  ).toBeCloseTo(53.25, 10);
  expect(careNeed(60, 'growth')).toBe(35);
  expect(careNeed(60, 'renewal')).toBe(70);
  expect(careNeed(null, 'renewal')).toBeNull();
});

test.each([
  [1, 1, 0, false, 80],
  [1, 1, 1, false, 100],
  [1, 1, 1, true, 60],
  [0.5, 1, 0.5, false, 70],
  [0, 0.5, 0, true, 20],
] as const)(
  'sponsor %d, product %d, employees %d, sponsor lost %s: outlook %d',
  (sponsorCommitted, productFits, employeesUse, lost, expected) => {
    expect(outlook({ sponsorCommitted, productFits, employeesUse }, lost)).toBe(expected);
  },
);
test('an outlook with an answer missing is unknown', () => {
  expect(outlook({ sponsorCommitted: null, productFits: 1, employeesUse: 1 }, false)).toBeNull();
});

test('hours are planned by touch model and stage, and six more accounts show what gives', () => {
  expect(plannedHours('high', 'growth', usualPlan)).toBe(8);
  expect(plannedHours('high', 'onboarding', usualPlan)).toBe(16);
  expect(plannedHours('mid', 'renewal', usualPlan)).toBe(4.5);
  expect(plannedHours('high', 'churned', usualPlan)).toBe(0);
  expect(availableHours(usualPlan)).toBe(104);
  const accounts = [
    { id: 1, touch: 'high', stage: 'growth', potential: 80, need: 60 },
    { id: 2, touch: 'high', stage: 'growth', potential: 10, need: 20 },
    { id: 3, touch: 'tech', stage: 'growth', potential: 0, need: 0 },
  ] as const;
  expect(simulateCapacity(accounts, { count: 0, touch: 'mid' }, usualPlan)).toMatchObject({
    planned: 16.5,
    over: 0,
    gives: [],
  });
  const plan = { ...usualPlan, weekHours: 20 }; // 52 hours a month
  expect(simulateCapacity(accounts, { count: 6, touch: 'mid' }, plan)).toEqual({
    planned: 52.5,
    available: 52,
    over: 0.5,
    gives: [{ id: 2, to: 'mid', hours: 5 }],
    left: 0,
  });
});

test('hours beyond the plan go by maturity: immature and non-ideal none', () => {
  expect(effortRule('immature', false)).toBe('none');
  expect(effortRule('high', true)).toBe('none');
  expect(effortRule('low', false)).toBe('capped');
  expect(effortRule('medium', false)).toBe('first');
  expect(effortRule('high', false)).toBe('light');
  expect(effortRule(null, false)).toBeNull();
});

const nothing: BookFacts = {
  contacts: [],
  talks: [],
  goals: [],
  milestones: [],
  commitments: [],
  contracts: [],
  cadence: null,
  maturity: null,
};
test('a book that says nothing but who is there gives only the missing sponsor', () => {
  expect([...bookMeasureValues(nothing, today)]).toEqual([['sponsor', { value: 0, on: today }]]);
});

test('every measure of the book is read as of the day, later days left out', () => {
  const facts: BookFacts = {
    contacts: [
      { id: 1, role: 'sponsor', lastTouchedOn: '2026-11-10' },
      { id: 2, role: 'technical', lastTouchedOn: '2026-11-30' },
    ],
    talks: [
      { on: '2026-10-27', contactIds: [1] },
      { on: '2026-11-03', contactIds: [1] },
      { on: '2026-12-09', contactIds: [1] },
    ],
    goals: [
      {
        baseline: 0,
        target: 100,
        readings: [
          { on: '2026-09-01', value: 50 },
          { on: '2026-12-05', value: 99 },
        ],
      },
      { baseline: 10, target: 0, readings: [{ on: '2026-11-01', value: -20 }] },
      { baseline: 0, target: 10, readings: [] },
      { baseline: 5, target: 5, readings: [{ on: '2026-11-01', value: 5 }] },
    ],
    milestones: [
      { dueOn: '2026-11-30', reachedOn: null },
      { dueOn: '2026-11-30', reachedOn: '2026-12-01' },
      { dueOn: '2026-12-01', reachedOn: null },
    ],
    commitments: [
      { side: 'us', status: 'broken', dueOn: '2026-10-01', scoredOn: '2026-10-02' },
      { side: 'us', status: 'broken', dueOn: '2025-10-01', scoredOn: '2025-10-02' },
      { side: 'us', status: 'open', dueOn: '2026-11-30', scoredOn: null },
      { side: 'customer', status: 'broken', dueOn: '2026-11-30', scoredOn: '2026-11-30' },
    ],
    contracts: [
      { startOn: '2026-11-01', endOn: '2027-10-31', firstPaidOn: '2026-12-20' },
      { startOn: '2025-11-01', endOn: '2026-10-31', firstPaidOn: '2026-12-20' },
    ],
    cadence: { segmentPerYear: 4, size: null, lastHeldOn: '2026-08-11', onboardingEndsOn: null },
    maturity: { overall: 2.5, assessedOn: '2026-06-01' },
  };
  expect(Object.fromEntries([...bookMeasureValues(facts, today)])).toEqual({
    'contact-recency': { value: 21 / 14, on: today }, // a weekly rhythm, quiet for three weeks
    sponsor: { value: 1, on: today },
    'goal-attainment': { value: 75, on: '2026-09-01' }, // 50 and 300 % capped at 100
    'milestones-late': { value: 1, on: today },
    'commitments-broken': { value: 2, on: today },
    'review-overdue': { value: 20, on: today },
    'payment-late': { value: 30, on: today },
    maturity: { value: 2.5, on: '2026-06-01' },
  });
});

test.each([
  ['an NPS answer of 11', { least: 0, most: 10 }, 11, today, 'too-high'],
  ['an NPS answer of −1', { least: 0, most: 10 }, -1, today, 'too-low'],
  ['tomorrow', { least: null, most: null }, 5, '2026-12-02', 'in-future'],
  ['no number', { least: null, most: null }, Number.NaN, today, 'not-a-number'],
  ['an answer of 10 today', { least: 0, most: 10 }, 10, today, null],
] as const)('a reading of %s', (_, measure, value, on, problem) => {
  expect(readingProblem(measure, value, on, today)).toBe(problem);
});

test('a file that counts in another unit or the other way is not read', () => {
  const seats = { unit: '%', direction: 'increase' } as const;
  expect(measureConflict(seats, { unit: '％', direction: 'increase' })).toBeNull();
  expect(measureConflict(seats, { unit: null, direction: null })).toBeNull();
  expect(measureConflict(seats, { unit: 'seats', direction: null })).toBe('other-unit');
  expect(measureConflict(seats, { unit: '%', direction: 'decrease' })).toBe('other-direction');
});

test('the grid names the play, and moves add up', () => {
  expect(gridPlay('red', 'medium')).toBe('rescue-first');
  expect(gridPlay('none', 'none')).toBe('start-both');
  const moves = countMoves([
    { from: 'green', to: 'yellow' },
    { from: 'green', to: 'green' },
    { from: 'joined', to: 'none' },
    { from: 'red', to: 'left' },
  ]);
  expect(moves.green).toMatchObject({ green: 1, yellow: 1 });
  expect(moves.joined.none + moves.red.left).toBe(2);
  expect(moveKind({ from: 'green', to: 'yellow' })).toBe('worse');
  expect(moveKind({ from: 'red', to: 'yellow' })).toBe('better');
  expect(moveKind({ from: 'red', to: 'none' })).toBe('lost-grade');
  expect(moveKind({ from: 'none', to: 'green' })).toBeNull();
});

const model: HealthModel = {
  ...usualRules,
  name: { en: 'x', 'zh-CN': '文' },
  groups: ['use', 'mood'].map((measure) => ({
    key: measure,
    name: { en: measure, 'zh-CN': measure },
    weight: measure === 'use' ? 90 : 10,
    measures: [
      {
        measure,
        weight: 1,
        curve: [
          [0, 0],
          [100, 100],
        ],
        maximumAgeDays: null,
      },
    ],
  })),
  exceptions: [],
};
function ended(contractId: number, outcome: 'left' | 'renewed', use: number | null): EndedContract {
  const on = '2026-06-01';
  const known = use === null ? null : { on, since: null, values: { use: { value: use, on } } };
  const before: Record<BackTestDays, typeof known> = { 30: known, 90: known, 180: null };
  return {
    contractId,
    accountId: contractId,
    account: `A${contractId}`,
    product: null,
    endedOn: '2026-09-01',
    outcome,
    before,
  };
}

test('six of eight caught lie between 41 and 93 %, and every contract falls into one cell', () => {
  const left = [10, 20, 30, 40, 45, 49, 80, null].map((use, at) => ended(at, 'left', use));
  const renewed = [90, 80, 45, 60, null].map((use, at) => ended(100 + at, 'renewed', use));
  const result = backTest([...left, ...renewed], model, { days: 90, alarm: 'red' });
  expect(result.counts).toEqual({
    caught: 6,
    missed: 1,
    'not-seen-left': 1,
    'false-alarm': 1,
    calm: 3,
    'not-seen-renewed': 1,
  });
  expect(result.caught.rate).toBe(0.75);
  expect(result.caught.from).toBeCloseTo(0.41, 2);
  expect(result.caught.to).toBeCloseTo(0.93, 2);
  expect(result.precision).toMatchObject({ of: 6, among: 7 });
  expect(result.told).toMatchObject([{ measure: 'use', known: 11 }]);
  expect(result.told[0]?.gap).toBeGreaterThan(25);
  expect(backTest(left, model, { days: 180, alarm: 'red' }).counts['not-seen-left']).toBe(8);
  expect(backTest(renewed, model, { days: 90, alarm: 'red-or-yellow' }).counts['false-alarm']).toBe(2);
  expect(backTest([], model, { days: 90, alarm: 'red' }).caught).toEqual({
    of: 0,
    among: 0,
    rate: null,
    from: null,
    to: null,
  });
});
