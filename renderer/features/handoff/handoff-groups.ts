import type { HandoffState } from '../../../db/handoff/state.ts';
import type { GridSort } from '../../ui/grid/column.ts';
import type { HandoffListing } from './handoff-type.ts';

/** What waits for the CSM stands first, what is over last. */
const order: readonly HandoffState[] = [
  'submitted',
  'returned',
  'draft',
  'accepted',
  'kickoff-held',
  'closed',
];

/** The handoffs by state, sorted inside each. */
export function groupHandoffs(
  handoffs: readonly HandoffListing[],
  sort: GridSort | null,
): { rows: HandoffListing[]; groups: { state: HandoffState; count: number }[] } {
  const byState = Map.groupBy(handoffs, ({ state }) => state);
  const groups = order.flatMap((state) => {
    const rows = byState.get(state);
    return rows ? [{ state, rows: sort ? rows.toSorted(by(sort)) : rows }] : [];
  });
  return {
    rows: groups.flatMap(({ rows }) => rows),
    groups: groups.map(({ state, rows }) => ({ state, count: rows.length })),
  };
}

function by({ column, descending }: GridSort) {
  const direction = descending ? -1 : 1;
  return (one: HandoffListing, other: HandoffListing) => direction * compare(one, other, column);
}

function compare(one: HandoffListing, other: HandoffListing, column: string): number {
  if (column === 'score') return one.score - other.score;
  if (column === 'submitted') return (one.submittedOn ?? '').localeCompare(other.submittedOn ?? '');
  return one.accountName.localeCompare(other.accountName);
}
