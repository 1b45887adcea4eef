import type { IsoDate } from '../types/calendar.ts';
import { type HandoffDecision, offerDecision } from './decision.ts';
import { answeredCount, type JudgedAnswers, scoreHandoff } from './score.ts';
import { fieldsOf, type HandoffTemplate } from './template.ts';

/** A handoff at a glance, as a list shows it. */
export type HandoffSummary = {
  readonly score: number;
  readonly offered: HandoffDecision;
  readonly answered: number;
  readonly fields: number;
  /** Required fields without an answer. */
  readonly missing: number;
  readonly openGaps: number;
  readonly overdueGaps: number;
  /** When the first open gap is due. */
  readonly nextGapOn: IsoDate | null;
};

export function summariseHandoff(
  handoff: {
    readonly template: HandoffTemplate;
    readonly answers: JudgedAnswers;
    readonly gaps: readonly { readonly dueOn: IsoDate; readonly settledOn: IsoDate | null }[];
  },
  today: IsoDate,
): HandoffSummary {
  const { template, answers, gaps } = handoff;
  const score = scoreHandoff(template, answers);
  const open = gaps.filter(({ settledOn }) => settledOn === null).map(({ dueOn }) => dueOn);
  return {
    score: score.score,
    offered: offerDecision(score).decision,
    answered: answeredCount(template, answers),
    fields: fieldsOf(template).length,
    missing: score.fields.filter(({ field, missing }) => field.need === 'required' && missing !== null)
      .length,
    openGaps: open.length,
    overdueGaps: open.filter((dueOn) => dueOn < today).length,
    nextGapOn: open.toSorted()[0] ?? null,
  };
}
