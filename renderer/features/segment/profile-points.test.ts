import { expect, test } from 'vitest';
import type { AbilityStage } from '../../../db/segment/ideal-profile.ts';
import type { ProfileLine } from '../../../db/segment/ideal-profile-query.ts';
import { profilePoints } from './profile-points.ts';

const account = (
  id: number,
  points: number | null,
  stage: AbilityStage | null,
  overall = 3,
): ProfileLine => ({
  id,
  name: `Account ${id}`,
  arrMinor: null,
  points,
  missing: [],
  ability: stage && { stage, overall, assessedOn: '2026-01-01', assessmentId: id },
  quadrant: points === null || stage === null ? null : 'ideal',
});

test('accounts at the same place are one point, and those not known are none', () => {
  const points = profilePoints([
    account(1, 8, 'medium'),
    account(2, 8, 'medium'),
    account(3, 9, 'medium'),
    account(4, null, 'medium'),
    account(5, 8, null),
  ]);
  expect(points.map(({ accountIds, x }) => [accountIds, x])).toEqual([
    [[1, 2], 8],
    [[3], 9],
  ]);
});

test('a point is drawn at the mean it has, and says where the weakest dimension holds the level down', () => {
  expect(profilePoints([account(1, 8, 'low', 2.96)])).toMatchObject([{ y: 2.96, isHeldDown: true }]);
  expect(profilePoints([account(1, 8, 'medium', 2.5)])).toMatchObject([{ y: 2.5, isHeldDown: false }]);
  expect(profilePoints([account(1, 8, 'low', 2.4)])).toMatchObject([{ y: 2.4, isHeldDown: false }]);
});
