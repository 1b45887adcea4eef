import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contractRuns } from '../../../db/lifecycle/rule.ts';
import { addDays, daysBetween } from '../../../db/types/calendar.ts';
import { lifecycleSpans } from './lifecycle-spans.ts';

const year = {
  startOn: '2026-01-01',
  onboardingFrom: '2026-01-01',
  onboardingTo: '2026-03-31',
  renewalFrom: '2026-10-03',
  endOn: '2026-12-31',
};

test.each([
  ['2025-12-31', [0, 0, 0]],
  ['2026-01-01', [1 / 90, 0, 0]],
  ['2026-03-31', [1, 0, 0]],
  ['2026-10-02', [1, 1, 0]],
  ['2026-11-16', [1, 1, 0.5]],
  ['2027-06-01', [1, 1, 1]],
])('on %s the spans of a year are filled %j', (today, past) => {
  const spans = lifecycleSpans(year, today);
  expect(spans.map(({ days }) => days)).toEqual([90, 185, 90]);
  expect(spans.map((span) => span.past)).toEqual(past);
});

test('a line without end has no renewal to draw', () => {
  const spans = lifecycleSpans({ ...year, renewalFrom: null, endOn: null }, '2026-06-30');
  expect(spans.map(({ stage }) => stage)).toEqual(['onboarding', 'growth']);
});

test('spans of any contract are as long as the contract', () => {
  fc.assert(
    fc.property(
      fc.nat(800),
      fc.option(fc.integer({ min: -60, max: 200 })),
      fc.nat(1500),
      (days, paid, day) => {
        const startOn = '2026-01-01';
        const signedOn = { today: startOn, gapDays: 30 };
        const [run] = contractRuns(
          [
            {
              id: 1,
              startOn,
              endOn: addDays(startOn, days),
              product: null,
              firstPaidOn: paid === null ? null : addDays(startOn, paid),
              renewsContractId: null,
              noticeDays: null,
              autoRenews: null,
              noticeGivenOn: null,
              isTrial: false,
            },
          ],
          signedOn,
        );
        if (!run?.endOn) return expect.unreachable();
        const spans = lifecycleSpans({ ...run, startOn }, addDays(startOn, day));
        const from = run.onboardingFrom < startOn ? run.onboardingFrom : startOn;
        const total = spans.reduce((sum, span) => sum + span.days, 0);
        expect(total).toBe(daysBetween(from, run.endOn) + 1);
      },
    ),
  );
});
