import { expect, test } from 'vitest';
import { testEngine, testFacts, testSubscription } from '../testing/report.ts';
import { bridge } from './bridge.ts';
import { cohortGrid, retentionCurve } from './cohort.ts';
import { committedMrr } from './committed.ts';
import { dayNumber } from './month.ts';

const rows = [
  testSubscription({ id: 1, accountId: 1, startOn: '2025-01-01' }),
  testSubscription({ id: 2, accountId: 2, startOn: '2026-01-10', endOn: '2026-02-20' }),
  testSubscription({ id: 3, accountId: 3, startOn: '2026-01-15', amountMinor: 30_000 }),
  testSubscription({ id: 4, accountId: 3, startOn: '2026-03-15', amountMinor: 5_000, line: 'Analytics' }),
  testSubscription({ id: 5, accountId: 4, startOn: '2026-05-01', amountMinor: 7_000 }),
  testSubscription({
    id: 6,
    accountId: 1,
    startOn: '2025-06-01',
    endOn: '2026-04-30',
    amountMinor: 2_000,
    line: 'Analytics',
  }),
];
const engine = testEngine(testFacts(rows), '2026-01', '2026-03');

test('the bridge names what each kind of movement added or took, and whose it was', () => {
  const found = bridge(engine.customers(), engine.firstPlace - 1, engine.lastPlace);
  expect([found.opening, found.closing]).toEqual([12_000, 47_000]);
  expect(found.steps.map(({ kind, minor }) => [kind, minor])).toEqual([
    ['new', 40_000],
    ['expansion', 5_000],
    ['contraction', 0],
    ['churned', -10_000],
    ['reactivated', 0],
    ['exchange', 0],
  ]);
  expect(found.steps[0]?.accounts).toEqual([
    { accountId: 3, minor: 30_000 },
    { accountId: 2, minor: 10_000 },
  ]);
});

test('a cohort is who signed up in a month and what is left of them; the curve puts cohorts of the same age together', () => {
  const cohorts = cohortGrid(engine.customers(), engine.timeline);
  const january = cohorts.find(({ month }) => month === '2026-01');
  expect(january).toMatchObject({ customers: 2, mrr: 40_000 });
  expect(january?.logo.map(({ value }) => value)).toEqual([1, 0.5, 0.5]);
  expect(january?.revenue.map(({ value }) => value)).toEqual([1, 0.75, 0.875]);
  expect(retentionCurve(cohorts)[1]).toEqual({
    logo: { value: 2 / 3, reason: null },
    revenue: { value: 40_000 / 50_000, reason: null },
  });
});

test('committed MRR is the closing with what is signed to start and known to end', () => {
  const found = committedMrr(engine.customers(), engine.timeline, dayNumber('2026-03-31'), 90);
  expect(found).toMatchObject({ closing: 47_000, starts: 7_000, ends: 2_000, committed: 52_000 });
  expect(found.accounts).toEqual([
    { accountId: 1, starts: 0, ends: 2_000 },
    { accountId: 4, starts: 7_000, ends: 0 },
  ]);
});
