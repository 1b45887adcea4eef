import type { IsoDate } from '../types/calendar.ts';
import { addWorkingDays, type WorkingCalendar } from '../working-calendar/working-day.ts';
import {
  complete,
  type FieldScore,
  type HandoffScore,
  needWeights,
  type SectionScore,
  usable,
  weightOf,
} from './score.ts';
import type { FieldNeed } from './template.ts';

export const handoffDecisions = ['accept', 'accept-with-gaps', 'return'] as const;
export type HandoffDecision = (typeof handoffDecisions)[number];

/** A section under this score says nothing about its subject, however good the others are. */
export const sectionFloor = 25;
/** From here the CSM can start without asking again. */
export const acceptFrom = 85;
/** From here it is quicker to close the gaps while starting than to send it back. */
export const acceptWithGapsFrom = 70;
/** Working days to close a gap: what was required blocks the kickoff in five, so it comes first. */
export const gapWorkingDays: Readonly<Record<FieldNeed, number>> = {
  required: 2,
  recommended: 5,
  optional: 5,
};

export type GateFailure =
  | { readonly gate: 'field'; readonly field: string; readonly section: string }
  | { readonly gate: 'section'; readonly section: string; readonly score: number };

export type DecisionReason =
  | { readonly reason: 'gates'; readonly failures: readonly GateFailure[] }
  | {
      readonly reason: 'score';
      readonly score: number;
      readonly from: number | null;
      readonly below: number | null;
    };

/** What the rule offers and why. The CSM may decide otherwise, with a reason. */
export type OfferedDecision = {
  readonly decision: HandoffDecision;
  readonly because: DecisionReason;
  /** What lies between this handoff and a plain acceptance, most pressing first; empty when it is accepted. */
  readonly toFix: readonly FieldScore[];
};

/** Fields that must be answered and are not, then sections under the floor. */
export function gateFailures(score: HandoffScore): GateFailure[] {
  return [
    ...score.fields
      .filter(({ field, missing }) => field.gate && missing !== null)
      .map(({ field, section }): GateFailure => ({ gate: 'field', field: field.key, section })),
    ...score.sections
      .filter((section) => section.score < sectionFloor)
      .map(({ section, score: points }): GateFailure => ({ gate: 'section', section, score: points })),
  ];
}

/** A failed gate returns it; from 85 it is accepted, from 70 with gaps, below that it returns. */
export function offerDecision(score: HandoffScore): OfferedDecision {
  const failures = gateFailures(score);
  if (failures.length > 0) {
    return { decision: 'return', because: { reason: 'gates', failures }, toFix: fieldsToFix(score) };
  }
  const because = (from: number | null, below: number | null): DecisionReason => ({
    reason: 'score',
    score: score.score,
    from,
    below,
  });
  if (score.score >= acceptFrom) {
    return { decision: 'accept', because: because(acceptFrom, null), toFix: [] };
  }
  const toFix = fieldsToFix(score);
  return score.score >= acceptWithGapsFrom
    ? { decision: 'accept-with-gaps', because: because(acceptWithGapsFrom, acceptFrom), toFix }
    : { decision: 'return', because: because(null, acceptWithGapsFrom), toFix };
}

/**
 * The fields whose completion makes the handoff acceptable, so that a seller who fixes them is never sent back for
 * another reason: gates that miss an answer and every required or recommended answer short of usable, then, only as
 * far as a section's floor or the whole's 85 ask for it, those that cost the most points. Required ones come first.
 */
export function fieldsToFix(score: HandoffScore): FieldScore[] {
  const chosen = new Set<FieldScore>(
    score.fields.filter(
      ({ field, missing, quality }) =>
        (field.gate && missing !== null) || (field.need !== 'optional' && quality < usable),
    ),
  );
  const costly = score.fields.filter((each) => each.quality < complete).sort((a, b) => loss(b) - loss(a));
  for (const section of score.sections) {
    const own = costly.filter((each) => each.section === section.section);
    addUntil(chosen, own, () => fixed(section, own, chosen) >= sectionFloor);
  }
  addUntil(chosen, costly, () => fixed(score, costly, chosen) >= acceptFrom);
  return [...chosen].sort(
    (a, b) => needWeights[b.field.need] - needWeights[a.field.need] || a.quality - b.quality,
  );
}

/** Deciding against the offer takes a reason; gaps or none is a detail of accepting. */
export function needsReason(offered: HandoffDecision, chosen: 'accept' | 'return'): boolean {
  return (offered === 'return') !== (chosen === 'return');
}

/** When a gap found on the day of acceptance is due. */
export function gapDueOn(need: FieldNeed, acceptedOn: IsoDate, calendar: WorkingCalendar): IsoDate {
  return addWorkingDays(acceptedOn, gapWorkingDays[need], calendar);
}

/** The gaps an acceptance leaves. */
export function gapsOf(score: HandoffScore, acceptedOn: IsoDate, calendar: WorkingCalendar) {
  return fieldsToFix(score).map(({ field }) => ({
    field: field.key,
    dueOn: gapDueOn(field.need, acceptedOn, calendar),
  }));
}

function addUntil(chosen: Set<FieldScore>, candidates: readonly FieldScore[], reached: () => boolean): void {
  for (const candidate of candidates) {
    if (reached()) return;
    chosen.add(candidate);
  }
}

/** The score once the chosen fields are complete. */
function fixed(
  { earned, possible }: Pick<SectionScore, 'earned' | 'possible'>,
  fields: readonly FieldScore[],
  chosen: ReadonlySet<FieldScore>,
): number {
  const gain = fields.filter((each) => chosen.has(each)).reduce((sum, each) => sum + loss(each), 0);
  return Math.floor((100 * (earned + gain)) / possible);
}

function loss({ field, quality }: FieldScore): number {
  return weightOf(field) * (complete - quality);
}
