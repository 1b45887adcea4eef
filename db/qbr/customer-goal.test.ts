import { expect, test } from 'vitest';
import type { GoalShown, QbrContent } from './content.ts';
import { sourcedGoal } from './customer-goal.ts';

const review = {
  period: { from: '2026-07-01', to: '2026-09-30' },
  asOf: '2026-09-30',
} as QbrContent['review'];
const reading = (on: string, value: number, source: string | null) => ({ on, value, source });
const goal = (readings: GoalShown['readings']): GoalShown => ({
  metric: 'Stock-outs',
  unit: '%',
  term: 'short',
  valuePoint: null,
  direction: 'decrease',
  baseline: 10,
  baselineOn: '2026-01-01',
  target: 0,
  dueOn: '2026-12-31',
  owner: null,
  definedBy: null,
  confirmedOn: null,
  reading: readings.at(-1) ?? null,
  isStale: false,
  attainment: { kind: 'attained', fraction: 0.9, beyond: null },
  status: 'on-track',
  before: { value: 8, attainment: { kind: 'attained', fraction: 0.2, beyond: null } },
  trend: null,
  redefinedOn: null,
  readings,
});

test('a reading without a source reaches the customer in no figure of its goal', () => {
  const shown = sourcedGoal(
    goal([reading('2026-06-01', 8, null), reading('2026-08-01', 5, 'WMS'), reading('2026-09-20', 1, ' ')]),
    review,
  );
  expect(shown).toMatchObject({
    reading: { value: 5 },
    attainment: { fraction: 0.5 },
    before: null,
    readings: [{ value: 5 }],
  });
});

test('a goal of which every reading is sourced stays as it is, and one of which none is has no figure', () => {
  const sourced = goal([reading('2026-08-01', 5, 'WMS')]);
  expect(sourcedGoal(sourced, review)).toBe(sourced);
  expect(sourcedGoal(goal([reading('2026-08-01', 5, null)]), review)).toMatchObject({
    reading: null,
    status: null,
    attainment: { kind: 'undefined', gap: 'no-reading' },
  });
});
