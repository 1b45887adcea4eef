import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../types/calendar.ts';
import { type LifecycleContract, lifecycleStage } from './rule.ts';
import { overrideOn, type StageOverride, stageHistory as stagesUntil } from './stage-history.ts';

const gapDays = 30;
const stageHistory = (
  contracts: readonly LifecycleContract[],
  status: 'prospect' | 'active' | 'churned',
  overrides: readonly StageOverride[],
  today: string,
) => stagesUntil(contracts, status, overrides, { today, gapDays });

const contract = (facts: Partial<LifecycleContract> = {}): LifecycleContract => ({
  id: 1,
  product: 'Platform',
  startOn: '2025-01-01',
  endOn: '2025-12-31',
  firstPaidOn: '2025-01-01',
  renewsContractId: null,
  noticeDays: null,
  autoRenews: null,
  noticeGivenOn: null,
  isTrial: false,
  ...facts,
});
const renewed = contract({ id: 2, startOn: '2026-01-01', endOn: '2026-12-31', renewsContractId: 1 });
const reported = (contracts: LifecycleContract[], today: string, overrides: StageOverride[] = []) =>
  stageHistory(contracts, 'active', overrides, today).map(({ stage, from, days }) => [stage, from, days]);

describe('the history of stages', () => {
  test('goes through a contract and its renewal, the renewal stage before it kept', () => {
    expect(reported([contract(), renewed], '2026-11-22')).toEqual([
      ['onboarding', '2025-01-01', 90],
      ['growth', '2025-04-01', 185],
      ['renewal', '2025-10-03', 90],
      ['growth', '2026-01-01', 275],
      ['renewal', '2026-10-03', 51],
    ]);
  });

  test('has no renewal stage where the renewal is signed already', () => {
    expect(reported([contract(), renewed], '2025-11-22').at(-1)).toEqual(['growth', '2025-04-01', 236]);
  });

  test('says ended while nobody recorded an outcome, and a return begins anew', () => {
    const back = contract({ id: 3, startOn: '2026-06-01', endOn: '2027-05-31', firstPaidOn: '2026-06-01' });
    const spans = stageHistory([contract(), back], 'active', [], '2026-06-30');
    expect(spans.map(({ stage }) => stage)).toEqual([
      'onboarding',
      'growth',
      'renewal',
      'ended',
      'onboarding',
    ]);
    expect(spans.every(({ isRegression }) => !isRegression)).toBe(true);
  });

  test('waits in handoff for the first payment', () => {
    expect(reported([contract({ firstPaidOn: '2025-01-20' })], '2025-01-31')).toEqual([
      ['handoff', '2025-01-01', 19],
      ['onboarding', '2025-01-20', 12],
    ]);
  });

  test('is as short as today where nothing is on file', () => {
    expect(stageHistory([], 'prospect', [], '2026-11-22')).toMatchObject([{ stage: 'acquisition', days: 1 }]);
    expect(stageHistory([], 'active', [], '2026-11-22')).toEqual([]);
  });
});

test('a contract that renews itself goes through its terms, and churns only after notice', () => {
  const monthly = contract({ endOn: '2025-06-30', autoRenews: true, noticeGivenOn: '2026-06-01' });
  expect(reported([monthly], '2026-07-02')).toEqual([
    ['onboarding', '2025-01-01', 45],
    ['growth', '2025-02-15', 91],
    ['renewal', '2025-05-17', 45],
    ['growth', '2025-07-01', 138],
    ['renewal', '2025-11-16', 46],
    ['growth', '2026-01-01', 136],
    ['renewal', '2026-05-17', 45],
    ['churned', '2026-07-01', 2],
  ]);
});

describe('a stage set by hand', () => {
  const override: StageOverride = {
    id: 1,
    stage: 'onboarding',
    reason: 'New owner, trained again',
    fromOn: '2025-06-01',
    toOn: '2025-06-30',
  };

  test('holds for its days, says why, and a way back is a regression', () => {
    const spans = stageHistory([contract()], 'active', [override], '2025-07-15');
    expect(
      spans.map(({ stage, from, to, reason, isRegression }) => [stage, from, to, reason, isRegression]),
    ).toEqual([
      ['onboarding', '2025-01-01', '2025-03-31', null, false],
      ['growth', '2025-04-01', '2025-05-31', null, false],
      ['onboarding', '2025-06-01', '2025-06-30', 'New owner, trained again', true],
      ['growth', '2025-07-01', null, null, false],
    ]);
  });

  test('gives way to the one entered later', () => {
    const later = { ...override, id: 2, stage: 'renewal' } as const;
    expect(overrideOn([later, override], '2025-06-15')).toBe(later);
    expect(overrideOn([later, override], '2025-07-01')).toBeNull();
  });
});

const contracts = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 900 }),
      days: fc.integer({ min: 0, max: 500 }),
      line: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) =>
    list.map(({ start, days, line }, id) => {
      const startOn = addDays('2024-01-01', start);
      return contract({
        id,
        product: line ? 'A' : 'B',
        startOn,
        endOn: addDays(startOn, days),
        firstPaidOn: null,
      });
    }),
  );

test('the spans follow each other without a gap, and the last one is where the account stands today', () => {
  fc.assert(
    fc.property(contracts, fc.integer({ min: 0, max: 1500 }), (list, day) => {
      const today = addDays('2024-01-01', day);
      const spans = stageHistory(list, 'active', [], today);
      spans.forEach((span, at) => {
        const next = spans[at + 1];
        if (next) {
          expect(next.from).toBe(addDays(span.to ?? '', 1));
          expect(next.stage).not.toBe(span.stage);
        } else expect(span.to).toBeNull();
        expect(span.days).toBeGreaterThan(0);
      });
      expect(spans.at(-1)?.stage ?? null).toBe(lifecycleStage(list, 'active', { today, gapDays }));
    }),
  );
});
