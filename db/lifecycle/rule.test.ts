import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '../types/calendar.ts';
import {
  type LifecycleContract,
  lifecycleStages,
  nextRenewal,
  runStage,
  contractRuns as runsOn,
  lifecycleStage as stageOn,
} from './rule.ts';

const gapDays = 30;
const lifecycleStage = (
  contracts: readonly LifecycleContract[],
  status: 'prospect' | 'active' | 'churned',
  today: string,
) => stageOn(contracts, status, { today, gapDays });
const contractRuns = (contracts: readonly LifecycleContract[], today = '2026-06-01') =>
  runsOn(contracts, { today, gapDays });

let nextId = 1;
function contract(
  startOn: string,
  endOn: string | null,
  facts: Partial<LifecycleContract> = {},
): LifecycleContract {
  return {
    id: nextId++,
    startOn,
    endOn,
    product: 'Platform',
    firstPaidOn: startOn,
    renewsContractId: null,
    noticeDays: null,
    autoRenews: null,
    noticeGivenOn: null,
    isTrial: false,
    ...facts,
  };
}
const year = contract('2026-01-01', '2026-12-31');

describe('a contract of twelve months', () => {
  test.each([
    ['2025-12-31', 'handoff'],
    ['2026-01-01', 'onboarding'],
    ['2026-03-31', 'onboarding'],
    ['2026-04-01', 'growth'],
    ['2026-10-02', 'growth'],
    ['2026-10-03', 'renewal'],
    ['2026-12-31', 'renewal'],
    ['2027-01-01', 'ended'],
  ])('on %s the stage is %s', (today, stage) => {
    expect(lifecycleStage([year], 'active', today)).toBe(stage);
  });
});

describe('a term shorter than twelve months has windows of a quarter of it', () => {
  // 1 January to 30 June 2026 is 181 days: windows of 45.
  const half = contract('2026-01-01', '2026-06-30');
  test.each([
    ['2026-02-14', 'onboarding'],
    ['2026-02-15', 'growth'],
    ['2026-05-16', 'growth'],
    ['2026-05-17', 'renewal'],
  ])('on %s the stage is %s', (today, stage) => {
    expect(lifecycleStage([half], 'active', today)).toBe(stage);
  });

  test('a contract of one day is too short for either', () => {
    const day = contract('2026-03-01', '2026-03-01');
    expect(lifecycleStage([day], 'active', '2026-03-01')).toBe('growth');
    expect(lifecycleStage([day], 'active', '2026-03-02')).toBe('ended');
  });
});

describe('leap days', () => {
  test('twelve months from 29 February end on 27 February and are not short', () => {
    const leap = contract('2024-02-29', '2025-02-27');
    expect(lifecycleStage([leap], 'active', '2024-05-28')).toBe('onboarding'); // day 90
    expect(lifecycleStage([leap], 'active', '2024-05-29')).toBe('growth');
    expect(lifecycleStage([leap], 'active', '2025-02-27')).toBe('renewal');
  });

  test('a contract may end on 29 February', () => {
    const leap = contract('2023-03-01', '2024-02-29');
    expect(lifecycleStage([leap], 'active', '2024-02-29')).toBe('renewal');
    expect(lifecycleStage([leap], 'active', '2024-03-01')).toBe('ended');
  });
});

describe('onboarding', () => {
  test('counts from the first payment, and from the first day when that is unknown', () => {
    const late = contract('2026-01-01', '2026-12-31', { firstPaidOn: '2026-02-01' });
    expect(lifecycleStage([late], 'active', '2026-01-15')).toBe('handoff');
    expect(lifecycleStage([late], 'active', '2026-05-01')).toBe('onboarding');
    const unpaid = contract('2026-01-01', '2026-12-31', { firstPaidOn: null });
    expect(lifecycleStage([unpaid], 'active', '2026-03-31')).toBe('onboarding');
  });

  test('begins with a payment made before the first day', () => {
    const early = contract('2026-02-01', '2027-01-31', { firstPaidOn: '2026-01-10' });
    expect(lifecycleStage([early], 'active', '2026-01-10')).toBe('onboarding');
  });

  test('is not restarted by a renewal, linked or not', () => {
    const linked = contract('2027-01-01', '2027-12-31', { renewsContractId: year.id, product: 'Platform 2' });
    const following = contract('2027-01-01', '2027-12-31');
    for (const renewal of [linked, following])
      expect(lifecycleStage([year, renewal], 'active', '2027-01-15')).toBe('growth');
  });

  test('is restarted by a new product line, for that line', () => {
    const added = contract('2026-06-01', '2027-05-31', { product: 'Analytics' });
    const stages = contractRuns([year, added]).map((run) => [run.product, runStage(run, '2026-06-15')]);
    expect(stages).toEqual([
      ['Platform', 'growth'],
      ['Analytics', 'onboarding'],
    ]);
    expect(lifecycleStage([year, added], 'active', '2026-06-15')).toBe('onboarding');
  });

  test('is restarted by coming back after days without a contract', () => {
    const back = contract('2027-03-01', '2028-02-29');
    expect(lifecycleStage([year, back], 'active', '2027-02-01')).toBe('handoff');
    expect(lifecycleStage([year, back], 'active', '2027-03-15')).toBe('onboarding');
  });
});

describe('renewal', () => {
  const signed = contract('2027-01-01', '2027-12-31', { renewsContractId: year.id });

  test('ends when the next contract is signed, not when it starts', () => {
    expect(lifecycleStage([year], 'active', '2026-12-01')).toBe('renewal');
    expect(lifecycleStage([year, signed], 'active', '2026-12-01')).toBe('growth');
    expect(nextRenewal(contractRuns([year, signed]), '2026-12-01')?.endOn).toBe('2027-12-31');
  });

  test('goes on through the days between a contract and the one that renews it', () => {
    const late = contract('2027-01-15', '2028-01-14', { renewsContractId: year.id });
    expect(lifecycleStage([year, late], 'active', '2027-01-05')).toBe('renewal');
    expect(lifecycleStage([year, late], 'active', '2027-01-20')).toBe('growth');
  });

  test('comes before everything else another line may be doing', () => {
    const added = contract('2026-11-01', '2027-10-31', { product: 'Analytics' });
    expect(lifecycleStage([year, added], 'active', '2026-11-15')).toBe('renewal');
  });

  test('never comes for an open-ended contract', () => {
    const open = contract('2020-01-01', null);
    expect(lifecycleStage([open], 'active', '2090-01-01')).toBe('growth');
    expect(nextRenewal(contractRuns([open]), '2026-01-01')).toBe(null);
  });

  test('says the notice deadline of the contract that ends', () => {
    const [run] = contractRuns([contract('2026-01-01', '2026-12-31', { noticeDays: 30 })]);
    expect(run?.noticeOn).toBe('2026-12-01');
  });

  test('links in a circle are one line', () => {
    const a = contract('2026-01-01', '2026-12-31', { id: 901, renewsContractId: 902 });
    const b = contract('2027-01-01', '2027-12-31', { id: 902, renewsContractId: 901, product: 'Other' });
    expect(contractRuns([a, b])).toHaveLength(1);
  });
});

describe('a contract that is over', () => {
  test('has ended until somebody records the loss: notice on the contract, or the status of the account', () => {
    const lost = contract('2026-01-01', '2026-12-31', { noticeGivenOn: '2027-01-10' });
    expect(lifecycleStage([lost], 'active', '2027-01-09')).toBe('ended');
    expect(lifecycleStage([lost], 'active', '2027-01-10')).toBe('churned');
    expect(lifecycleStage([year], 'churned', '2027-01-01')).toBe('churned');
    expect(lifecycleStage([lost], 'active', '2026-12-31')).toBe('renewal');
  });

  test('is continued by one of its line within the gap tolerance, not a day later', () => {
    const within = contract('2027-01-30', '2027-12-31');
    const beyond = contract('2027-01-31', '2027-12-31');
    expect(contractRuns([year, within])).toHaveLength(1);
    expect(contractRuns([year, beyond])).toHaveLength(2);
    expect(lifecycleStage([year, within], 'active', '2027-02-05')).toBe('growth');
    expect(lifecycleStage([year, beyond], 'active', '2027-02-05')).toBe('onboarding');
  });

  test('leaves the account at the stage of a line that goes on', () => {
    const added = contract('2026-06-01', '2027-12-31', { product: 'Analytics' });
    expect(lifecycleStage([year, added], 'active', '2027-01-15')).toBe('growth');
  });
});

describe('a contract that renews automatically', () => {
  const automatic = contract('2026-01-01', '2026-12-31', { autoRenews: true, noticeDays: 60 });
  test.each([
    ['2026-12-31', 'renewal'],
    ['2027-01-01', 'growth'],
    ['2027-10-02', 'growth'],
    ['2027-10-03', 'renewal'],
    ['2030-06-01', 'growth'],
  ])('on %s stands in %s, never ended', (today, stage) => {
    expect(lifecycleStage([automatic], 'active', today)).toBe(stage);
  });

  test('ends with the term for which notice was in time', () => {
    const noticed = { ...automatic, noticeGivenOn: '2027-11-01' };
    expect(contractRuns([noticed], '2028-03-01')[0]).toMatchObject({ endOn: '2027-12-31' });
    expect(lifecycleStage([noticed], 'active', '2028-01-01')).toBe('churned');
    const late = { ...automatic, noticeGivenOn: '2027-11-02' };
    expect(contractRuns([late], '2028-03-01')[0]).toMatchObject({ endOn: '2028-12-31' });
  });
});

describe('the window of a short term', () => {
  test('never exceeds ninety days: a day short of twelve months is 364 days, a quarter of them 91', () => {
    const short = contract('2026-01-01', '2026-12-30');
    expect(contractRuns([short])[0]).toMatchObject({
      onboardingTo: '2026-03-31',
      renewalFrom: '2026-10-02',
    });
  });
});

describe('without a paid contract', () => {
  const trial = contract('2026-01-01', '2026-01-31', { isTrial: true });
  test.each([
    ['a prospect is being acquired', [], 'prospect', 'acquisition'],
    ['a prospect on trial is being converted', [trial], 'prospect', 'conversion'],
    ['an active account on trial is being converted', [trial], 'active', 'conversion'],
    ['an active account has no known stage', [], 'active', null],
    ['a churned account is churned', [], 'churned', 'churned'],
  ] as const)('%s', (_, contracts, status, stage) => {
    expect(lifecycleStage(contracts, status, '2026-06-01')).toBe(stage);
  });

  test('a trial before the contract does not count towards onboarding', () => {
    const bought = contract('2026-02-01', '2027-01-31');
    expect(lifecycleStage([trial, bought], 'active', '2026-02-01')).toBe('onboarding');
    expect(lifecycleStage([trial, bought], 'active', '2026-01-20')).toBe('handoff');
  });
});

const history = fc
  .array(
    fc.record({
      start: fc.nat(3000),
      days: fc.option(fc.nat(900)),
      product: fc.constantFrom('A', 'B', null),
      paidAfter: fc.option(fc.integer({ min: -30, max: 120 })),
      isTrial: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ start, days, product, paidAfter, isTrial }, id): LifecycleContract => {
      const startOn = addDays('2020-01-01', start);
      return {
        id,
        startOn,
        endOn: days === null ? null : addDays(startOn, days),
        product,
        firstPaidOn: paidAfter === null ? null : addDays(startOn, paidAfter),
        renewsContractId: id > 0 && id % 3 === 0 ? id - 1 : null,
        noticeDays: 30,
        autoRenews: null,
        noticeGivenOn: null,
        isTrial,
      };
    }),
  );
const anyDay = fc.integer({ min: -100, max: 4000 }).map((days) => addDays('2020-01-01', days));

test('a customer with a live paid contract never ended, one with none live or to come always did', () => {
  fc.assert(
    fc.property(history, anyDay, (contracts, today) => {
      const paid = contracts.filter(({ isTrial }) => !isTrial);
      const stage = lifecycleStage(contracts, 'active', today);
      if (paid.length === 0) return;
      const goesOn = paid.some(({ endOn }) => endOn === null || endOn >= today);
      expect(stage === 'ended').toBe(!goesOn);
      expect(lifecycleStages).toContain(stage);
    }),
  );
});

test('the order in which contracts are written down does not matter', () => {
  fc.assert(
    fc.property(history, anyDay, (contracts, today) => {
      expect(lifecycleStage(contracts.toReversed(), 'active', today)).toBe(
        lifecycleStage(contracts, 'active', today),
      );
    }),
  );
});

test('every paid contract lies in exactly one run', () => {
  fc.assert(
    fc.property(history, (contracts) => {
      const ids = contractRuns(contracts).flatMap((run) => run.contracts.map(({ id }) => id));
      const paid = contracts.filter(({ isTrial }) => !isTrial).map(({ id }) => id);
      expect(ids.sort()).toEqual(paid.sort());
    }),
  );
});

test('renewed year after year, a customer is onboarded once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 91, max: 3000 }), (years, after) => {
      const renewed = Array.from({ length: years }, (_, n) =>
        contract(addMonths('2020-02-29', 12 * n), addDays(addMonths('2020-02-29', 12 * (n + 1)), -1)),
      );
      expect(lifecycleStage(renewed, 'active', addDays('2020-02-29', after))).not.toBe('onboarding');
    }),
  );
});
