import { expect, test } from 'vitest';
import type { LedgerEntry } from './commitment-type.ts';
import { ledgerRows, sortLedger } from './ledger-view.ts';

const entry = (
  id: number,
  facts: Partial<Pick<LedgerEntry, 'accountName' | 'due_on' | 'promised_by' | 'status'>>,
): LedgerEntry => ({
  id,
  account_id: 1,
  accountName: 'Yunji Supply',
  text: 'Train the team',
  side: 'us',
  promised_by: null,
  promised_to: null,
  made_on: null,
  due_on: null,
  status: 'open',
  scored_on: null,
  comment: null,
  source_noun: null,
  source_id: null,
  foundIn: null,
  ...facts,
});

const rows = ledgerRows(
  [
    entry(1, { due_on: '2026-11-20', promised_by: 'Lin Yue' }),
    entry(2, { due_on: '2026-11-02', promised_by: 'Zhou Ming', accountName: 'Harbor Retail' }),
    entry(3, {}),
    entry(4, { due_on: '2026-10-01', status: 'kept', promised_by: 'Lin Yue' }),
  ],
  '2026-11-22',
);
const ids = (column: string, descending: boolean) =>
  sortLedger(rows, { column, descending }).map(({ id }) => id);

test('the ledger keeps its own order until a column is chosen', () => {
  expect(sortLedger(rows, null)).toEqual(rows);
});

test.each([
  ['due', false, [4, 2, 1, 3]],
  ['due', true, [1, 2, 4, 3]],
  ['by', false, [1, 4, 2, 3]],
  ['account', false, [2, 1, 3, 4]],
  ['status', false, [2, 1, 3, 4]],
  ['status', true, [4, 3, 1, 2]],
] as const)('sorted by %s, descending %s, those that say nothing stand last', (column, descending, order) => {
  expect(ids(column, descending)).toEqual(order);
});
