import type { QbrKind } from '../../../db/qbr/kind.ts';
import { fiscalQuarterOf } from '../../../db/qbr/period.ts';
import { addMonths, type IsoDate } from '../../../db/types/calendar.ts';
import type { Period } from '../../../db/types/period.ts';
import type { QbrYear } from './qbr-type.ts';

/** A review in a month of the year view. Without an id it is only due. */
export type MonthMark = {
  readonly state: 'held' | 'planned' | 'due' | 'overdue';
  readonly on: IsoDate;
  readonly id: number | null;
  readonly kind: QbrKind | null;
};

/** The months of a year, written `2026-04`. */
export function monthsOf({ from }: Period): string[] {
  return Array.from({ length: 12 }, (_, index) => addMonths(from, index).slice(0, 7));
}

/** The marks of a row by month, in the order of their days. */
export function rowMarks(row: QbrYear['rows'][number], today: IsoDate): Map<string, MonthMark[]> {
  const marks = [
    ...row.reviews.map(({ id, kind, on, isHeld }) => ({
      state: isHeld ? ('held' as const) : ('planned' as const),
      on,
      id,
      kind,
    })),
    ...row.dueOn.map((on) => ({
      state: on < today ? ('overdue' as const) : ('due' as const),
      on,
      id: null,
      kind: null,
    })),
  ];
  return Map.groupBy(
    marks.sort((a, b) => (a.on < b.on ? -1 : 1)),
    ({ on }) => on.slice(0, 7),
  );
}

/** The quarter of the customer's fiscal year that begins with this month, or null. */
export function quarterBeginning(month: string, fiscalStart: number): number | null {
  const first = `${month}-01`;
  const { quarter } = fiscalQuarterOf(first, fiscalStart);
  return fiscalQuarterOf(addMonths(first, -1), fiscalStart).quarter === quarter ? null : quarter;
}
