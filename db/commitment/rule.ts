import { rankFrom } from '../handoff/learning.ts';
import { daysBetween, type IsoDate } from '../types/calendar.ts';

export const commitmentSides = ['us', 'customer'] as const;
export type CommitmentSide = (typeof commitmentSides)[number];

export const commitmentStatuses = ['open', 'kept', 'partly', 'broken'] as const;
export type CommitmentStatus = (typeof commitmentStatuses)[number];

/** Days a commitment is late: 0 until its day has passed, null when it has none or is no longer open. */
export function daysLate(
  { status, dueOn }: { readonly status: CommitmentStatus; readonly dueOn: IsoDate | null },
  today: IsoDate,
): number | null {
  if (status !== 'open' || dueOn === null) return null;
  return Math.max(0, daysBetween(dueOn, today));
}

export type CommitmentCount = Readonly<Record<CommitmentStatus, number>> & { readonly late: number };

/** How many of each status, and how many open ones are late. */
export function countCommitments(
  commitments: readonly { readonly status: CommitmentStatus; readonly dueOn: IsoDate | null }[],
  today: IsoDate,
): CommitmentCount {
  const count = { open: 0, kept: 0, partly: 0, broken: 0, late: 0 };
  for (const commitment of commitments) {
    count[commitment.status] += 1;
    if ((daysLate(commitment, today) ?? 0) > 0) count.late += 1;
  }
  return count;
}

/**
 * What a commitment counts as kept: all of one that was kept, half of one kept partly. The one definition of "kept". Open ones
 * are judged by nobody yet and count in no share. Users: the ledger (below), qbr/practice.ts and contribution/rule.ts.
 */
const keptValue: Readonly<Record<Exclude<CommitmentStatus, 'open'>, number>> = {
  kept: 1,
  partly: 0.5,
  broken: 0,
};

/** How much was kept of how many judged; see `keptValue`. */
export function keptOf(commitments: readonly { readonly status: CommitmentStatus }[]): {
  readonly part: number;
  readonly cases: number;
  readonly unscored: number;
} {
  const values = commitments.flatMap(({ status }) => (status === 'open' ? [] : [keptValue[status]]));
  return {
    part: values.reduce((sum, each) => sum + each, 0),
    cases: values.length,
    unscored: commitments.length - values.length,
  };
}

type CommitmentFacts = {
  readonly side: CommitmentSide;
  /** Null where nobody wrote down who said it. */
  readonly promisedBy: string | null;
  readonly status: CommitmentStatus;
  readonly dueOn: IsoDate | null;
};

export type PromiserTotal = CommitmentCount & {
  readonly side: CommitmentSide;
  readonly promisedBy: string | null;
  /** How many were judged: what the share rests on. */
  readonly judged: number;
  /** 0 to 1 of those judged, one kept partly counting half; null while none is. */
  readonly share: number | null;
  /** Among the named of the same side with enough judged; equals share a rank. Null under five. */
  readonly rank: number | null;
};

/** Commitments by who made them, our side first: the ranked by their share kept, the others by name, those without one last. */
export function totalByPromiser(commitments: readonly CommitmentFacts[], today: IsoDate): PromiserTotal[] {
  const key = ({ side, promisedBy }: CommitmentFacts) => JSON.stringify([side, promisedBy]);
  const totals = [...Map.groupBy(commitments, key).values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const { side, promisedBy } = first;
    const { part, cases: judged } = keptOf(all);
    const share = judged === 0 ? null : part / judged;
    return [{ side, promisedBy, ...countCommitments(all, today), judged, share }];
  });
  const canRank = (total: (typeof totals)[number]) => total.promisedBy !== null && total.judged >= rankFrom;
  const rankOf = (total: (typeof totals)[number]) =>
    canRank(total)
      ? 1 +
        totals.filter(
          (other) => canRank(other) && other.side === total.side && (other.share ?? 0) > (total.share ?? 0),
        ).length
      : null;
  return totals
    .map((total) => ({ ...total, rank: rankOf(total) }))
    .sort(
      (a, b) =>
        commitmentSides.indexOf(a.side) - commitmentSides.indexOf(b.side) ||
        (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
        Number(a.promisedBy === null) - Number(b.promisedBy === null) ||
        (a.promisedBy ?? '').localeCompare(b.promisedBy ?? ''),
    );
}
