import type { IsoDate } from '../types/calendar.ts';

/** Why something is on the agenda of a talk of sales and CS; `own` is what somebody added. The order is the agenda's. */
export const syncReasons = [
  'welcome-late',
  'kickoff-late',
  'gap-late',
  'returned',
  'waiting',
  'often-returned',
  'own',
] as const;
export type SyncReason = (typeof syncReasons)[number];

export type SyncTopic = {
  readonly reason: SyncReason;
  readonly handoffId: number | null;
  readonly accountName: string | null;
  readonly seller: string | null;
  /** The deal, the gap's owner, or the field that was returned. */
  readonly subject: string | null;
  readonly since: IsoDate | null;
};

type OfHandoff = Pick<SyncTopic, 'handoffId' | 'accountName' | 'seller'>;

export type SyncFacts = {
  readonly late: readonly (OfHandoff & {
    readonly reason: 'welcome-late' | 'kickoff-late' | 'gap-late' | 'returned' | 'waiting';
    readonly subject: string | null;
    readonly since: IsoDate | null;
  })[];
  /** The fields returned in the last weeks by their labels, once for each handoff they were returned in. */
  readonly returnedFields: readonly string[];
};

/** From so many handoffs on a field is a sticking point to talk about, not a slip in one of them. */
const stickingPointFrom = 2;
/** More than a handful nobody settles in one talk. */
const mostStickingPoints = 5;
/** Days whose returns are looked at for sticking points: what was fixed a quarter ago is none. */
export const stickingPointDays = 90;
/** Days between two talks. */
export const syncEveryDays = 14;

/** What sales and CS have to talk about: what is late first, the longest waiting of each kind first, then what sticks. */
export function syncAgenda({ late, returnedFields }: SyncFacts): SyncTopic[] {
  const nobody = { handoffId: null, accountName: null, seller: null, since: null };
  const counts = [...Map.groupBy(returnedFields, (label) => label)]
    .map(([label, all]) => ({ label, count: all.length }))
    .filter(({ count }) => count >= stickingPointFrom)
    .sort((a, b) => b.count - a.count)
    .slice(0, mostStickingPoints);
  const sticking = counts.map(
    ({ label, count }): SyncTopic => ({
      ...nobody,
      reason: 'often-returned',
      subject: `${label} (${count})`,
    }),
  );
  return [...late, ...sticking].sort(
    (a, b) =>
      syncReasons.indexOf(a.reason) - syncReasons.indexOf(b.reason) ||
      (a.reason === 'often-returned' ? 0 : (a.since ?? '').localeCompare(b.since ?? '')),
  );
}
