import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../types/calendar.ts';
import {
  type CadenceFacts,
  cadenceState,
  dueDays,
  latestCountedFrom,
  nextReview,
  reviewsPerYear,
} from './cadence.ts';

const facts: CadenceFacts = {
  segmentPerYear: null,
  size: null,
  lastHeldOn: null,
  onboardingEndsOn: null,
};

describe('reviewsPerYear', () => {
  test.each([
    { segmentPerYear: null, size: null, perYear: 2 },
    { segmentPerYear: null, size: 'small' as const, perYear: 2 },
    { segmentPerYear: null, size: 'mid' as const, perYear: 4 },
    { segmentPerYear: null, size: 'large' as const, perYear: 4 },
    { segmentPerYear: 1, size: 'small' as const, perYear: 2 },
    { segmentPerYear: 3, size: 'large' as const, perYear: 3 },
    { segmentPerYear: 12, size: 'small' as const, perYear: 12 },
    { segmentPerYear: 365, size: null, perYear: 52 },
  ])('segment $segmentPerYear, size $size: $perYear', ({ perYear, ...given }) => {
    expect(reviewsPerYear(given)).toBe(perYear);
  });
});

describe('nextReview', () => {
  test.each([
    { lastHeldOn: '2026-08-31', segmentPerYear: 4, dueOn: '2026-11-30', countedFrom: 'last-held' },
    { lastHeldOn: '2027-11-30', segmentPerYear: 4, dueOn: '2028-02-29', countedFrom: 'last-held' },
    { lastHeldOn: '2026-01-01', segmentPerYear: 5, dueOn: '2026-03-15', countedFrom: 'last-held' },
    { onboardingEndsOn: '2026-03-31', segmentPerYear: 2, dueOn: '2026-09-30', countedFrom: 'onboarding' },
    {
      lastHeldOn: '2024-05-05',
      onboardingEndsOn: '2026-03-31',
      segmentPerYear: 2,
      dueOn: '2026-09-30',
      countedFrom: 'onboarding',
    },
    {
      lastHeldOn: '2026-05-05',
      onboardingEndsOn: '2026-03-31',
      segmentPerYear: 2,
      dueOn: '2026-11-05',
      countedFrom: 'last-held',
    },
  ])('is due $dueOn, counted from $countedFrom', ({ dueOn, countedFrom, ...given }) => {
    expect(nextReview({ ...facts, ...given }, '2026-01-01')).toMatchObject({
      kind: 'next',
      dueOn,
      countedFrom,
    });
  });

  test('is unknown while neither a review nor an onboarding is known', () => {
    expect(nextReview(facts, '2026-01-01')).toEqual({ kind: 'unknown', missing: 'onboarding-end' });
  });

  test('says by how many days it is overdue', () => {
    const held = { ...facts, lastHeldOn: '2026-01-15', segmentPerYear: 4 };
    expect(nextReview(held, '2026-04-15')).toMatchObject({ state: 'due', overdueDays: 0 });
    expect(nextReview(held, '2026-04-25')).toMatchObject({ state: 'overdue', overdueDays: 10 });
  });

  test('leaves at most half a year between reviews', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 60 }), (days, perYear) => {
        const lastHeldOn = addDays('2020-01-01', days);
        const next = nextReview({ ...facts, lastHeldOn, segmentPerYear: perYear }, '2020-01-01');
        if (next.kind !== 'next') throw new Error('unknown');
        expect(daysBetween(lastHeldOn, next.dueOn)).toBeGreaterThan(0);
        expect(daysBetween(lastHeldOn, next.dueOn)).toBeLessThanOrEqual(184);
      }),
    );
  });
});

test('no review is due that is counted from a later day than the latest', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5000 }),
      fc.option(fc.integer({ min: 2, max: 60 }), { nil: null }),
      fc.constantFrom(null, 'small' as const, 'mid' as const, 'large' as const),
      fc.boolean(),
      (days, segmentPerYear, size, isHeld) => {
        const dueBy = addDays('2020-01-01', days);
        const after = addDays(latestCountedFrom(dueBy, segmentPerYear), 1);
        const from = isHeld ? { lastHeldOn: after } : { onboardingEndsOn: after };
        const next = nextReview({ ...facts, ...from, segmentPerYear, size }, dueBy);
        if (next.kind !== 'next') throw new Error('unknown');
        expect(next.dueOn > dueBy).toBe(true);
      },
    ),
  );
});

test.each([
  [-1, 'overdue'],
  [0, 'due'],
  [30, 'due'],
  [31, 'coming'],
])('a review due in %i days is %s', (days, state) => {
  expect(cadenceState(addDays('2026-03-01', days), '2026-03-01')).toBe(state);
});

describe('the reviews due in a span', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' };
  const quarterly = { segmentPerYear: 4, size: null, onboardingEndsOn: null } as const;

  test('are the next one and one interval after another', () => {
    expect(dueDays({ ...quarterly, lastHeldOn: '2026-03-15' }, '2026-04-01', year)).toEqual([
      '2026-06-15',
      '2026-09-15',
      '2026-12-15',
    ]);
  });

  test('go on from today where one is overdue', () => {
    expect(dueDays({ ...quarterly, lastHeldOn: '2025-11-30' }, '2026-04-01', year)).toEqual([
      '2026-02-28',
      '2026-07-01',
      '2026-10-01',
    ]);
  });

  test('are none while nothing says when the first is due', () => {
    expect(dueDays({ ...quarterly, lastHeldOn: null }, '2026-04-01', year)).toEqual([]);
  });

  test('lie in the span, in order, however often a year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 700 }), (perYear, back) => {
        const today = '2026-06-15';
        const facts = { ...quarterly, segmentPerYear: perYear, lastHeldOn: addDays(today, -back) };
        const days = dueDays(facts, today, year);
        expect(days).toEqual([...days].sort());
        expect(new Set(days).size).toBe(days.length);
        for (const day of days) expect(day >= year.from && day <= year.to).toBe(true);
      }),
    );
  });
});
