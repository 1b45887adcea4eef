import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../types/calendar.ts';
import {
  attainment,
  expectedProgress,
  type GoalTerms,
  goalProgress,
  goalStatus,
  isStaleReading,
  type Reading,
  readingInForce,
  trendWithin,
} from './rule.ts';

const figure = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 100);
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days));

describe('attainment', () => {
  test.each([
    { title: 'higher is better', baseline: 0, target: 80, current: 83, percent: 104 },
    { title: 'lower is better', baseline: 46, target: 24, current: 27, percent: 86 },
    { title: 'lower is better, part of the way', baseline: 120, target: 60, current: 81, percent: 65 },
    { title: 'a target of zero', baseline: 50, target: 0, current: 20, percent: 60 },
    { title: 'from below zero to above', baseline: -10, target: 10, current: 0, percent: 50 },
    { title: 'no movement', baseline: 5, target: 9, current: 5, percent: 0 },
    { title: 'exactly the upper bound', baseline: 0, target: 10, current: 15, percent: 150 },
  ])('is the part of the way done: $title', ({ baseline, target, current, percent }) => {
    const result = attainment({ baseline, target }, current);
    expect(result).toMatchObject({ kind: 'attained', beyond: null });
    if (result.kind === 'attained') expect(Math.round(result.fraction * 100)).toBe(percent);
  });

  test('is cut at 0 and 150 % and says on which side', () => {
    expect(attainment({ baseline: 10, target: 20 }, 4)).toEqual({
      kind: 'attained',
      fraction: 0,
      beyond: 'worse-than-baseline',
    });
    expect(attainment({ baseline: 10, target: 5 }, 0)).toEqual({
      kind: 'attained',
      fraction: 1.5,
      beyond: 'over-150-percent',
    });
  });

  test.each([
    { baseline: 7, target: 7, current: 9, gap: 'target-equals-baseline' },
    { baseline: 7, target: 7, current: null, gap: 'target-equals-baseline' },
    { baseline: 7, target: 9, current: null, gap: 'no-reading' },
    { baseline: null, target: 9, current: 9, gap: 'no-baseline' },
    { baseline: 7, target: null, current: 9, gap: 'no-target' },
  ])('is undefined, not 0: $gap', ({ gap, baseline, target, current }) => {
    expect(attainment({ baseline, target }, current)).toEqual({ kind: 'undefined', gap });
  });

  test('lies between 0 and 1.5, is the same when the scale is mirrored and never falls as the metric nears the target', () => {
    fc.assert(
      fc.property(figure, figure, figure, figure, (baseline, target, current, step) => {
        fc.pre(baseline !== target);
        const result = attainment({ baseline, target }, current);
        const mirrored = attainment({ baseline: -baseline, target: -target }, -current);
        expect(mirrored).toEqual(result);
        const further = attainment(
          { baseline, target },
          current + Math.abs(step) * Math.sign(target - baseline),
        );
        if (result.kind !== 'attained' || further.kind !== 'attained') throw new Error('undefined');
        expect(result.fraction).toBeGreaterThanOrEqual(0);
        expect(result.fraction).toBeLessThanOrEqual(1.5);
        expect(further.fraction).toBeGreaterThanOrEqual(result.fraction);
      }),
    );
  });

  test('is exactly 1 at the target', () => {
    fc.assert(
      fc.property(figure, figure, (baseline, target) => {
        fc.pre(baseline !== target);
        expect(attainment({ baseline, target }, target)).toMatchObject({ fraction: 1 });
      }),
    );
  });
});

describe('readingInForce', () => {
  const readings: Reading[] = [
    { on: '2026-03-31', value: 3 },
    { on: '2026-01-31', value: 1 },
    { on: '2026-02-28', value: 2 },
    { on: '2026-02-28', value: 2.5 },
  ];
  test.each([
    ['2026-01-30', null],
    ['2026-01-31', 1],
    ['2026-02-27', 1],
    ['2026-02-28', 2.5],
    ['2026-12-31', 3],
  ])('on %s is %s', (at, value) => {
    expect(readingInForce(readings, at)?.value ?? null).toBe(value);
  });
});

describe('isStaleReading', () => {
  test.each([
    [0, false],
    [60, false],
    [61, true],
    [-3, false],
  ])('after %i days: %s', (days, stale) => {
    expect(isStaleReading({ on: '2026-01-01' }, addDays('2026-01-01', days))).toBe(stale);
  });
});

describe('goalStatus', () => {
  const year: GoalTerms = {
    direction: 'increase',
    baseline: 0,
    baselineOn: '2026-01-01',
    target: 100,
    dueOn: '2026-12-31',
  };
  const half = '2026-07-02';

  test('the straight line is half done in the middle of the year', () => {
    expect(expectedProgress(year, half)).toBe(0.5);
  });

  test.each([
    { value: 100, status: 'achieved' },
    { value: 50, status: 'on-track' },
    { value: 40, status: 'on-track' },
    { value: 39.9, status: 'at-risk' },
    { value: 16.7, status: 'at-risk' },
    { value: 16.6, status: 'delayed' },
    { value: -5, status: 'delayed' },
  ])('half-way through, $value of 100 is $status', ({ value, status }) => {
    expect(goalStatus(year, { on: half, value }, half)).toBe(status);
  });

  test('a goal just begun is on track although nothing moved', () => {
    expect(goalStatus(year, { on: '2026-01-20', value: 0 }, '2026-01-20')).toBe('on-track');
  });

  test('a reading is compared with the line at its own day, not at today', () => {
    expect(goalStatus(year, { on: half, value: 50 }, '2026-08-30')).toBe('on-track');
  });

  test('the due date itself is in time; the day after is not', () => {
    const late = { on: '2026-12-30', value: 95 };
    expect(goalStatus(year, late, '2026-12-31')).toBe('on-track');
    expect(goalStatus(year, late, '2027-01-01')).toBe('delayed');
    expect(goalStatus(year, { ...late, value: 100 }, '2027-01-01')).toBe('achieved');
  });

  test('without reading, target, baseline or due date there is no word', () => {
    const reading = { on: half, value: 50 };
    expect(goalStatus(year, null, half)).toBeNull();
    expect(goalStatus({ ...year, target: null }, reading, half)).toBeNull();
    expect(goalStatus({ ...year, baseline: null }, reading, half)).toBeNull();
    expect(goalStatus({ ...year, dueOn: null }, reading, half)).toBeNull();
    expect(goalStatus({ ...year, baselineOn: null }, reading, half)).toBeNull();
    expect(goalStatus({ ...year, dueOn: null }, { on: half, value: 100 }, half)).toBe('achieved');
  });

  test('a goal due before its baseline is expected at once', () => {
    const backwards = { ...year, dueOn: '2025-12-01' };
    expect(expectedProgress(backwards, '2025-11-01')).toBe(1);
    expect(goalStatus(backwards, { on: half, value: 99 }, half)).toBe('delayed');
  });

  test.each([
    { direction: 'decrease' as const, value: 2, today: half, status: 'on-track' },
    { direction: 'decrease' as const, value: 2.1, today: half, status: 'at-risk' },
    { direction: 'decrease' as const, value: 1, today: '2027-01-01', status: 'achieved' },
    { direction: 'increase' as const, value: 1, today: '2027-01-01', status: 'delayed' },
  ])('holding at 2 ($direction), $value on $today is $status', ({ direction, value, today, status }) => {
    const hold = { ...year, direction, baseline: 2, target: 2 };
    expect(goalStatus(hold, { on: half, value }, today)).toBe(status);
  });

  test('never worsens when the same day shows a better reading', () => {
    const order = ['delayed', 'at-risk', 'on-track', 'achieved'];
    fc.assert(
      fc.property(figure, figure, day, day, (value, better, on, today) => {
        const [low, high] = value < better ? [value, better] : [better, value];
        const rank = (v: number) => order.indexOf(goalStatus(year, { on, value: v }, today) ?? '');
        expect(rank(high)).toBeGreaterThanOrEqual(rank(low));
      }),
    );
  });
});

test('goalStanding looks at a day with the readings of that day, as if later ones were not there', () => {
  const goal: GoalTerms = {
    direction: 'decrease',
    baseline: 120,
    baselineOn: '2026-01-01',
    target: 60,
    dueOn: '2026-12-31',
  };
  const readings = [
    { on: '2026-03-31', value: 110, source: 'WMS' },
    { on: '2026-11-18', value: 60, source: 'WMS' },
  ];
  expect(goalProgress(goal, readings, '2026-06-30')).toMatchObject({
    reading: { value: 110, source: 'WMS' },
    isStale: true,
    status: 'on-track',
  });
  expect(goalProgress(goal, readings, '2026-11-22')).toMatchObject({ isStale: false, status: 'achieved' });
  expect(goalProgress(goal, [], '2026-11-22')).toMatchObject({ reading: null, isStale: false, status: null });
});

describe('trendWithin', () => {
  const goal = { direction: 'decrease' as const, baseline: 100, target: 0 };
  const quarter = { from: '2026-04-01', to: '2026-06-30' };
  const at = (on: string, value: number): Reading => ({ on, value });

  test('starts from where the metric stood before the period', () => {
    const trend = trendWithin(goal, [at('2026-02-01', 80), at('2026-06-30', 60)], quarter);
    expect(trend).toMatchObject({ word: 'better', change: -20 });
  });

  test('else from the first reading inside, and ignores what comes after', () => {
    const readings = [at('2026-06-01', 75), at('2026-04-01', 70), at('2026-07-01', 0)];
    expect(trendWithin(goal, readings, quarter)).toMatchObject({ word: 'worse', change: 5 });
  });

  test.each([
    { title: 'no reading inside', readings: [at('2026-03-31', 80), at('2026-07-01', 60)] },
    { title: 'a single reading', readings: [at('2026-05-01', 80)] },
    { title: 'none at all', readings: [] },
  ])('is unknown with $title', ({ readings }) => {
    expect(trendWithin(goal, readings, quarter)).toBeNull();
  });

  test('calls a movement within 2 % of the way steady', () => {
    const steady = trendWithin(goal, [at('2026-04-01', 80), at('2026-05-01', 78)], quarter);
    const moved = trendWithin(goal, [at('2026-04-01', 80), at('2026-05-01', 77.9)], quarter);
    expect([steady?.word, moved?.word]).toEqual(['steady', 'better']);
  });
});
