import type { AssessedMaturity } from './change.ts';

/** What became of a planned step's indicator by a later assessment. */
export type StepProgress = {
  readonly id: number;
  readonly indicator: string;
  readonly before: number | null;
  readonly now: number | null;
  /** Unknown where either level is, or where the two were made on different scales. */
  readonly outcome: 'raised' | 'same' | 'fallen' | 'unknown';
};

/**
 * Which steps of the plan of an earlier assessment raised their indicator by this one, in the plan's order. It tells that
 * both happened, not that one caused the other.
 */
export function planProgress(
  steps: readonly { readonly id: number; readonly indicator: string }[],
  now: AssessedMaturity,
  before: AssessedMaturity,
): StepProgress[] {
  const sameScale = now.model.scale.length === before.model.scale.length;
  return steps.map(({ id, indicator }) => {
    const [was, is] = [levelIn(before, indicator), levelIn(now, indicator)];
    return { id, indicator, before: was, now: is, outcome: sameScale ? outcomeOf(was, is) : 'unknown' };
  });
}

function outcomeOf(before: number | null, now: number | null): StepProgress['outcome'] {
  if (before === null || now === null) return 'unknown';
  if (now === before) return 'same';
  return now > before ? 'raised' : 'fallen';
}

function levelIn({ answers }: AssessedMaturity, indicator: string): number | null {
  const answer = answers.find((each) => each.indicator === indicator);
  return answer?.applicable ? answer.level : null;
}
