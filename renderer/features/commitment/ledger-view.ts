import { type CommitmentSide, type CommitmentStatus, daysLate } from '../../../db/commitment/rule.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import type { GridSort } from '../../ui/grid/column.ts';
import type { LedgerEntry } from './commitment-type.ts';

export const ledgerStatuses = ['late', 'open', 'kept', 'partly', 'broken'] as const;
export type LedgerStatus = (typeof ledgerStatuses)[number];

/** What the ledger shows; an empty list lets all through. */
export type LedgerFilter = {
  readonly statuses: readonly LedgerStatus[];
  readonly sides: readonly CommitmentSide[];
  /** Null are those nobody wrote down a promiser for. */
  readonly promisers: readonly (string | null)[];
};

export type LedgerRow = LedgerEntry & {
  readonly dueOn: IsoDate | null;
  readonly promisedBy: string | null;
  readonly status: CommitmentStatus;
  /** Days since it was due, while it is open. */
  readonly late: number;
  readonly shownStatus: LedgerStatus;
};

export function ledgerRows(entries: readonly LedgerEntry[], today: IsoDate): LedgerRow[] {
  return entries.map((entry) => {
    const facts = { dueOn: entry.due_on, promisedBy: entry.promised_by };
    const late = daysLate({ status: entry.status, dueOn: entry.due_on }, today) ?? 0;
    return { ...entry, ...facts, late, shownStatus: late > 0 ? 'late' : entry.status };
  });
}

/** The rows by a column; those that say nothing there stand last either way. Without a sort what is late comes first. */
export function sortLedger(rows: readonly LedgerRow[], sort: GridSort | null): readonly LedgerRow[] {
  if (!sort) return rows;
  const direction = sort.descending ? -1 : 1;
  return rows.toSorted((one, other) => {
    if (sort.column === 'status') return direction * (rankOf(one) - rankOf(other) || other.late - one.late);
    const [a, b] = [textIn(one, sort.column), textIn(other, sort.column)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return direction * a.localeCompare(b);
  });
}

function rankOf({ shownStatus }: LedgerRow): number {
  return ledgerStatuses.indexOf(shownStatus);
}

function textIn(row: LedgerRow, column: string): string | null {
  switch (column) {
    case 'due':
      return row.dueOn;
    case 'made':
      return row.made_on;
    case 'by':
      return row.promisedBy;
    case 'to':
      return row.promised_to;
    case 'side':
      return row.side;
    default:
      return row.accountName;
  }
}

export function isShown({ shownStatus, side, promisedBy }: LedgerRow, filter: LedgerFilter): boolean {
  const lets = <Value>(chosen: readonly Value[], value: Value) =>
    chosen.length === 0 || chosen.includes(value);
  return lets(filter.statuses, shownStatus) && lets(filter.sides, side) && lets(filter.promisers, promisedBy);
}
