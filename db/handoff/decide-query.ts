import { Failure } from '../failure.ts';
import type { Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import { needsReason, offerDecision } from './decision.ts';
import { getHandoff, type Handoff, updateHandoff } from './query.ts';
import { type HandoffScore, scoreHandoff } from './score.ts';
import { type HandoffAction, type HandoffState, stateAfter } from './state.ts';

/** Who closes a gap, and by when. */
export type GapAssignment = { readonly field: string; readonly owner: string; readonly dueOn: IsoDate };

/** Hands it to the CSM, for the first time or fixed. @throws Failure handoff.wrong-state, record.not-found */
export async function submitHandoff(trx: Writer, id: number, today: IsoDate): Promise<void> {
  const { state } = await inState(trx, id, 'submit');
  await updateHandoff(trx, id, { state, submitted_on: today });
  await trx
    .updateTable('handoff_return')
    .set({ resubmitted_on: today })
    .where('handoff_id', '=', id)
    .where('resubmitted_on', 'is', null)
    .execute();
}

/**
 * Takes it over. What the rule offered, the score and the reason for deciding otherwise stay with it.
 * @throws Failure handoff.wrong-state, handoff.reason-needed when the rule offers to return it and no reason is given,
 *   handoff.gap-unassigned naming a field that is short and has no owner, record.not-found
 */
export async function acceptHandoff(
  trx: Writer,
  id: number,
  given: { readonly gaps: readonly GapAssignment[]; readonly reason: string | null; readonly today: IsoDate },
): Promise<void> {
  const { handoff, state } = await inState(trx, id, 'accept');
  const score = scoreHandoff(handoff.template, handoff.answers);
  const { decision, toFix } = offerDecision(score);
  if (needsReason(decision, 'accept') && !given.reason) throw new Failure('handoff.reason-needed');
  const owned = new Map(given.gaps.map((gap) => [gap.field, gap]));
  for (const { field } of toFix) {
    const gap = owned.get(field.key);
    if (!gap || gap.owner.trim() === '') throw new Failure('handoff.gap-unassigned', { field: field.key });
    await trx
      .insertInto('handoff_gap')
      .values({
        handoff_id: id,
        field: field.key,
        owner: gap.owner.trim(),
        due_on: gap.dueOn,
        settled_on: null,
      })
      .execute();
  }
  await updateHandoff(trx, id, {
    state,
    accepted_on: given.today,
    accepted_score: score.score,
    offered: decision,
    decision_reason: given.reason,
  });
}

/**
 * Sends it back. Every return is kept, with the fields to fix as the rule finds them now.
 * @throws Failure handoff.wrong-state, handoff.reason-needed when the rule offers to accept it and no reason is given,
 *   record.not-found
 */
export async function returnHandoff(
  trx: Writer,
  id: number,
  given: { readonly reason: string | null; readonly today: IsoDate },
): Promise<void> {
  const { handoff, state } = await inState(trx, id, 'return');
  const score: HandoffScore = scoreHandoff(handoff.template, handoff.answers);
  const { decision, toFix } = offerDecision(score);
  if (needsReason(decision, 'return') && !given.reason) throw new Failure('handoff.reason-needed');
  await trx
    .insertInto('handoff_return')
    .values({
      handoff_id: id,
      returned_on: given.today,
      resubmitted_on: null,
      seller: handoff.seller,
      score: score.score,
      offered: decision,
      fields: JSON.stringify(toFix.map(({ field }) => field.key)),
      reason: given.reason,
    })
    .execute();
  await updateHandoff(trx, id, { state });
}

/** @throws Failure record.not-found */
export async function settleGap(trx: Writer, gapId: number, settledOn: IsoDate | null): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('handoff_gap')
    .set({ settled_on: settledOn })
    .where('id', '=', gapId)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'handoff-gap', id: gapId });
}

/** @throws Failure handoff.wrong-state, record.not-found */
export async function holdKickoff(trx: Writer, id: number, heldOn: IsoDate): Promise<void> {
  const { state } = await inState(trx, id, 'hold-kickoff');
  await updateHandoff(trx, id, { state, kickoff_on: heldOn });
}

/** @throws Failure handoff.wrong-state, handoff.gaps-open while gaps are not settled, record.not-found */
export async function closeHandoff(trx: Writer, id: number, today: IsoDate): Promise<void> {
  const { handoff, state } = await inState(trx, id, 'close');
  const open = handoff.gaps.filter(({ settledOn }) => settledOn === null).length;
  if (open > 0) throw new Failure('handoff.gaps-open', { count: open });
  await updateHandoff(trx, id, { state, closed_on: today });
}

async function inState(
  trx: Writer,
  id: number,
  action: HandoffAction,
): Promise<{ handoff: Handoff; state: HandoffState }> {
  const handoff = await getHandoff(trx, id);
  const state = stateAfter(handoff.state, action);
  if (state === null) throw new Failure('handoff.wrong-state', { state: handoff.state, action });
  return { handoff, state };
}
