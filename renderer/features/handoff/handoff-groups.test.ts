import { expect, test } from 'vitest';
import { groupHandoffs } from './handoff-groups.ts';
import type { HandoffListing } from './handoff-type.ts';

const listing = (id: number, state: HandoffListing['state'], score: number): HandoffListing => ({
  id,
  state,
  score,
  accountId: id,
  accountName: `Account ${id}`,
  kind: 'new-deal',
  dealPercent: null,
  joinNow: false,
  deal: null,
  seller: null,
  receiver: null,
  submittedOn: `2026-11-0${id}`,
  returns: 0,
  offered: 'return',
  answered: 0,
  fields: 44,
  missing: 0,
  openGaps: 0,
  overdueGaps: 0,
  nextGapOn: null,
});
const handoffs = [
  listing(1, 'closed', 90),
  listing(2, 'submitted', 60),
  listing(3, 'draft', 5),
  listing(4, 'submitted', 80),
];

test('what waits for the CSM stands first, what is over last, states without handoffs are absent', () => {
  const { rows, groups } = groupHandoffs(handoffs, null);
  expect(groups).toEqual([
    { state: 'submitted', count: 2 },
    { state: 'draft', count: 1 },
    { state: 'closed', count: 1 },
  ]);
  expect(rows.map(({ id }) => id)).toEqual([2, 4, 3, 1]);
});

test.each([
  ['score', true, [4, 2, 3, 1]],
  ['score', false, [2, 4, 3, 1]],
  ['submitted', true, [4, 2, 3, 1]],
  ['account', false, [2, 4, 3, 1]],
])('sorting by %s (descending: %s) sorts inside the groups', (column, descending, ids) => {
  expect(groupHandoffs(handoffs, { column, descending }).rows.map(({ id }) => id)).toEqual(ids);
});
