import { type AccountFacts, judge, type RuleField, type RuleGroup } from './placement-rule.ts';
import type { Placer } from './rule.ts';

/** A segment with its rule; without one only people and files place accounts there. */
export type RuledSegment = { readonly id: number; readonly rule: RuleGroup | null };

export type PlacedAccount = {
  readonly id: number;
  readonly facts: AccountFacts;
  /** Where it is in the scheme now. */
  readonly placement: { readonly segmentId: number; readonly placedBy: Placer } | null;
};

/** An account and the segments it leaves and enters; null is none. */
export type Move = { readonly accountId: number; readonly from: number | null; readonly to: number | null };

export type PlacementPlan = {
  readonly moves: readonly Move[];
  /** Accounts the rules would move, but a person or a file placed them where they are. */
  readonly kept: readonly Move[];
  /** Accounts a rule cannot be told for: they stay where they are, and what is missing is listed. */
  readonly undecided: readonly { readonly accountId: number; readonly missing: readonly RuleField[] }[];
  readonly segments: readonly SegmentReach[];
  /** Accounts no rule takes. */
  readonly unmatched: number;
};

/** `matches`: for how many accounts the rule holds. `takes`: how many of them no earlier segment took. */
export type SegmentReach = {
  readonly segmentId: number;
  readonly matches: number;
  readonly takes: number;
  /** Whether the rule holds for no account, or for every one; null for some, and where there is no account or no rule. */
  readonly extreme: 'nobody' | 'everybody' | null;
};

/**
 * Where the rules of a scheme would put each account. Segments are tried in order and the first whose rule holds takes the
 * account; where an earlier rule cannot be told, the account stays, since that segment might have been the one.
 * @param moveAll also moves accounts that a person or a file placed
 */
export function planPlacement(
  segments: readonly RuledSegment[],
  accounts: readonly PlacedAccount[],
  { moveAll }: { readonly moveAll: boolean },
): PlacementPlan {
  const matches = new Map<number, number>();
  const takes = new Map<number, number>();
  const moves: Move[] = [];
  const kept: Move[] = [];
  const undecided: { accountId: number; missing: readonly RuleField[] }[] = [];
  let unmatched = 0;
  for (const { id, facts, placement } of accounts) {
    const outcome = outcomeOf(segments, facts);
    for (const segmentId of outcome.matching) count(matches, segmentId);
    if (outcome.missing !== null) {
      undecided.push({ accountId: id, missing: outcome.missing });
      continue;
    }
    const { taker } = outcome;
    if (taker === null) unmatched++;
    else count(takes, taker);
    const from = placement?.segmentId ?? null;
    if (from === taker) continue;
    const mayMove = moveAll || placement === null || placement.placedBy === 'rule';
    // Nobody is sent away by rules that say nothing about them: only a rule's own placement ends when it no longer holds.
    if (taker === null && placement?.placedBy !== 'rule') continue;
    (mayMove ? moves : kept).push({ accountId: id, from, to: taker });
  }
  return {
    moves,
    kept,
    undecided,
    segments: segments.map(({ id, rule }) => {
      const held = matches.get(id) ?? 0;
      const extreme = held === 0 ? 'nobody' : held === accounts.length ? 'everybody' : null;
      return {
        segmentId: id,
        matches: held,
        takes: takes.get(id) ?? 0,
        extreme: rule === null || accounts.length === 0 ? null : extreme,
      };
    }),
    unmatched,
  };
}

function outcomeOf(segments: readonly RuledSegment[], facts: AccountFacts) {
  const matching: number[] = [];
  let taker: number | null = null;
  let missing: readonly RuleField[] | null = null;
  for (const { id, rule } of segments) {
    if (rule === null) continue;
    const verdict = judge(rule, facts);
    if (verdict.holds) matching.push(id);
    if (taker !== null || missing !== null) continue;
    if (verdict.holds) taker = id;
    else if (verdict.holds === null) missing = verdict.missing;
  }
  return { matching, taker, missing };
}

function count(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
