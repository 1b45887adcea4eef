import type { Reader } from '../schema.ts';
import type { Slice } from '../segment/rule.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { Period } from '../types/period.ts';
import { dueDays } from './cadence.ts';
import { listCadences } from './due-query.ts';
import type { QbrKind } from './kind.ts';
import type { FiscalStart } from './period.ts';
import { listQbrs } from './query.ts';

/** An account's reviews over a year: those held, those that have a day, and when more are due. */
export type QbrYearRow = {
  readonly accountId: number;
  readonly account: string;
  /** The month its own fiscal year begins with; null where it is the book's. */
  readonly fiscalStart: FiscalStart | null;
  readonly reviews: readonly {
    readonly id: number;
    readonly kind: QbrKind;
    readonly on: IsoDate;
    readonly isHeld: boolean;
  }[];
  readonly dueOn: readonly IsoDate[];
};

/**
 * Every active account of the slice by name. A review that has a day already stands for the due day nearest after the last
 * held one. Expects the standings to be today's.
 */
export async function qbrYear(db: Reader, year: Period, today: IsoDate, slice: Slice): Promise<QbrYearRow[]> {
  const planned = Map.groupBy(await listQbrs(db), ({ accountId }) => accountId);
  const cadences = (await listCadences(db, slice)).sort(byName);
  return cadences.map(({ id, name, fiscalStart, sortName: _, ...facts }) => {
    const reviews = (planned.get(id) ?? []).flatMap((qbr) => {
      const on = qbr.heldOn ?? qbr.meetingOn;
      return on === null ? [] : [{ id: qbr.id, kind: qbr.kind, on, isHeld: qbr.heldOn !== null }];
    });
    // The review with a day counts as held on it: the next is due an interval after.
    const coming = reviews.filter(({ kind, on }) => kind !== 'mbr' && on >= today).map(({ on }) => on);
    const lastDay =
      [facts.lastHeldOn, ...coming]
        .filter((day) => day !== null)
        .sort()
        .at(-1) ?? null;
    return {
      accountId: id,
      account: name,
      fiscalStart,
      reviews: reviews.filter(({ on }) => on >= year.from && on <= year.to),
      dueOn: dueDays({ ...facts, lastHeldOn: lastDay }, today, year),
    };
  });
}

function byName(a: Named, b: Named): number {
  const [one, other] = [a.sortName ?? a.name, b.sortName ?? b.name];
  return one < other ? -1 : one > other ? 1 : a.id - b.id;
}

type Named = { readonly id: number; readonly name: string; readonly sortName: string | null };
