import { isSettled } from './answered.ts';
import type { ShownAssessment, ShownSpread } from './assessment-type.ts';

/** What the respondents chose of one indicator, and whether the room may see it yet. */
export type Ballot = {
  readonly spread: ShownSpread;
  readonly respondents: number;
  /** Who chose each level, from the lowest. */
  readonly names: readonly (readonly string[])[];
  /** Who said that it does not apply, and why. */
  readonly notApplicable: readonly { readonly name: string; readonly reason: string }[];
  /** Votes stay hidden until everybody has voted, so that nobody follows another; or until they are asked for. */
  readonly isShown: boolean;
};

/** The ballot of an indicator; null where nobody answers apart. */
export function ballotOf(
  { respondents, spreads, model }: ShownAssessment,
  indicator: string,
  isAskedFor: boolean,
): Ballot | null {
  const spread = spreads.find((each) => each.indicator === indicator);
  if (!spread) return null;
  const given = respondents.flatMap(({ name, answers }) => {
    const answer = answers.find((each) => each.indicator === indicator);
    return answer && isSettled(answer) ? [{ name, ...answer }] : [];
  });
  return {
    spread,
    respondents: respondents.length,
    names: model.scale.map(({ level }) =>
      given.filter((answer) => answer.applicable && answer.level === level).map(({ name }) => name),
    ),
    notApplicable: given.flatMap(({ name, applicable, reason }) =>
      applicable ? [] : [{ name, reason: reason ?? '' }],
    ),
    isShown: isAskedFor || given.length === respondents.length,
  };
}
