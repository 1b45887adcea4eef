import { indicatorsOf, type MaturityModel } from './model.ts';
import type { MaturityAnswer } from './result.ts';

/** What one of several respondents answered, apart from the others. */
export type Response = MaturityAnswer & { readonly respondent: number };

export type Spread = {
  readonly indicator: string;
  /** Respondents who settled it: with a level, or as not applicable. */
  readonly settled: number;
  /** How many chose each level, from the scale's lowest. */
  readonly votes: readonly number[];
  readonly notApplicable: number;
  /** Levels between the highest and the lowest; null while nobody chose one. */
  readonly apart: number | null;
  /** Everyone who settled it said the same. */
  readonly isUnanimous: boolean;
  readonly proposal: Proposal | null;
};

/** What to propose as the consensus. It is only ever proposed: somebody chooses it, or says why another. */
export type Proposal = { readonly level: number; readonly applicable: true } | { readonly applicable: false };

/**
 * How far the respondents lie apart, per indicator in the model's order. Proposed is the median, between two levels the
 * lower one, because a level counts only with all lower ones; “not applicable” where more than half say so.
 */
export function spreads(model: MaturityModel, responses: readonly Response[]): readonly Spread[] {
  const given = Map.groupBy(responses, ({ indicator }) => indicator);
  return indicatorsOf(model).map(({ indicator: { key } }) =>
    spreadOf(model.scale.length, key, given.get(key) ?? []),
  );
}

function spreadOf(highest: number, indicator: string, responses: readonly Response[]): Spread {
  const levels = responses
    .flatMap(({ level, applicable }) => (applicable && level !== null ? [level] : []))
    .sort((a, b) => a - b);
  const notApplicable = responses.filter(({ applicable }) => !applicable).length;
  const settled = levels.length + notApplicable;
  const [lowest, top] = [levels[0], levels.at(-1)];
  const apart = lowest === undefined || top === undefined ? null : top - lowest;
  return {
    indicator,
    settled,
    votes: Array.from({ length: highest }, (_, at) => levels.filter((level) => level === at + 1).length),
    notApplicable,
    apart,
    isUnanimous: settled > 0 && (notApplicable === settled || (notApplicable === 0 && apart === 0)),
    proposal: proposalOf(levels, notApplicable),
  };
}

function proposalOf(sorted: readonly number[], notApplicable: number): Proposal | null {
  if (notApplicable > sorted.length) return { applicable: false };
  const level = sorted[Math.floor((sorted.length - 1) / 2)];
  return level === undefined ? null : { level, applicable: true };
}

/** Whether the chosen value may stand without a reason: it is what was proposed, or there was nothing to choose among. */
export function followsProposal(spread: Spread | undefined, level: number): boolean {
  if (!spread?.proposal) return true;
  return spread.proposal.applicable && spread.proposal.level === level;
}
