import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type CommitmentStatus,
  commitmentSides,
  commitmentStatuses,
  countCommitments,
  daysLate,
  totalByPromiser,
} from './rule.ts';

describe('a commitment', () => {
  it.each([
    ['open', '2026-11-05', 0],
    ['open', '2026-11-06', 0],
    ['open', '2026-11-03', 2],
    ['open', null, null],
    ['broken', '2026-11-03', null],
  ] as const)('that is %s and due on %s is late by %j days on 5 November', (status, dueOn, days) => {
    expect(daysLate({ status, dueOn }, '2026-11-05')).toBe(days);
  });

  it('is counted by status, and late only while open', () => {
    const due = '2026-11-01';
    const commitments = (['open', 'open', 'kept', 'partly', 'broken'] as const).map((status, at) => ({
      status,
      dueOn: at === 0 ? null : due,
    }));
    expect(countCommitments(commitments, '2026-11-05')).toEqual({
      open: 2,
      kept: 1,
      partly: 1,
      broken: 1,
      late: 1,
    });
  });
});

const judged = (promisedBy: string | null, side: 'us' | 'customer', statuses: readonly CommitmentStatus[]) =>
  statuses.map((status) => ({ promisedBy, side, status, dueOn: '2026-11-01' as const }));

test('totals by promiser: partly counts half, ranks only from five judged and within a side, the unnamed never', () => {
  const totals = totalByPromiser(
    [
      ...judged(null, 'us', ['broken', 'kept', 'kept', 'kept', 'kept']),
      ...judged('Lin', 'us', ['kept', 'kept', 'kept', 'kept', 'partly', 'open']),
      ...judged('Zhou', 'us', ['kept', 'kept', 'kept', 'kept', 'kept']),
      ...judged('Chen', 'us', ['kept', 'kept', 'kept', 'kept', 'open']),
      ...judged('Mei', 'customer', ['open']),
    ],
    '2026-11-22',
  );
  expect(
    totals.map(({ promisedBy, judged, share, rank, late }) => [promisedBy, judged, share, rank, late]),
  ).toEqual([
    ['Zhou', 5, 1, 1, 0],
    ['Lin', 5, 0.9, 2, 1],
    ['Chen', 4, 1, null, 1],
    [null, 5, 0.8, null, 0],
    ['Mei', 0, null, null, 1],
  ]);
});

test('totals lose no commitment and rank nobody on fewer than five', () => {
  const commitments = fc.array(
    fc.record({
      promisedBy: fc.constantFrom('Lin', 'Zhou', null),
      side: fc.constantFrom(...commitmentSides),
      status: fc.constantFrom(...commitmentStatuses),
      dueOn: fc.constantFrom(null, '2026-11-01'),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(commitments, (all) => {
      const totals = totalByPromiser(all, '2026-11-22');
      const counted = totals.reduce((sum, { judged, open }) => sum + judged + open, 0);
      expect(counted).toBe(all.length);
      for (const { rank, judged } of totals) if (rank !== null) expect(judged).toBeGreaterThanOrEqual(5);
    }),
  );
});
