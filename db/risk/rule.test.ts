import { expect, test } from 'vitest';
import {
  branchOf,
  riskBranches,
  riskCauseKeys,
  riskCauses,
  riskClosedOn,
  riskScore,
  riskWrittenOn,
} from './rule.ts';

test('the tree of causes has six branches and sixteen leaves, each on one branch', () => {
  expect(riskBranches.map((branch) => [branch, riskCauses[branch].length])).toEqual([
    ['motivation', 4],
    ['ability', 4],
    ['behaviour', 3],
    ['product', 2],
    ['fit', 2],
    ['external', 1],
  ]);
  expect(new Set(riskCauseKeys).size).toBe(16);
  expect(riskCauseKeys.map((cause) => branchOf({ cause }))).toEqual(
    riskBranches.flatMap((branch) => riskCauses[branch].map(() => branch)),
  );
});

test.each([
  [1, 1, 1],
  [4, 5, 20],
  [5, 5, 25],
])('severity %i and likelihood %i weigh %i', (severity, likelihood, score) => {
  expect(riskScore({ severity, likelihood })).toBe(score);
});

test.each([
  ['open', '2026-11-01', null],
  ['acting', null, null],
  ['averted', null, '2026-11-22'],
  ['occurred', '2026-11-01', '2026-11-01'],
  ['accepted', null, '2026-11-22'],
])('a risk that is %s and was closed on %j is closed on %j', (status, closedOn, expected) => {
  expect(riskClosedOn({ status, closedOn }, { today: '2026-11-22' })).toBe(expected);
});

test('the day of writing is today once and stays, whenever the first sign was', () => {
  expect(riskWrittenOn({ writtenOn: null }, { today: '2026-11-22' })).toBe('2026-11-22');
  expect(riskWrittenOn({ writtenOn: '2026-11-05' }, { today: '2026-11-22' })).toBe('2026-11-05');
});
