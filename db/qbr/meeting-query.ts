import { type CommitmentEntry, listCommitments } from '../commitment/query.ts';
import { Failure } from '../failure.ts';
import { confirmSuccessDefinition } from '../goal/success-definition-query.ts';
import type { Reader, Writer } from '../schema.ts';
import { listTasksFrom, type Task } from '../task/query.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { QbrKind } from './kind.ts';
import { proposeQbr } from './proposal-query.ts';
import { createQbr, getQbr, holdQbr, listQbrs, type Qbr } from './query.ts';

export type Decision = { readonly id: number; readonly decision: string; readonly decidedBy: string | null };

/** What came out of a review's meeting. */
export type MeetingOutcome = {
  readonly decisions: readonly Decision[];
  /** What either side promised in it: entries of the commitment ledger. */
  readonly commitments: readonly CommitmentEntry[];
  /** Tasks that came of it, done ones too. */
  readonly actionItems: readonly Task[];
  /** The account's next review that has a day; null while none was set. */
  readonly next: Qbr | null;
};

/** @throws Failure record.not-found */
export async function meetingOutcome(db: Reader, id: number): Promise<MeetingOutcome> {
  const qbr = await getQbr(db, id);
  const commitments = await listCommitments(db, qbr.accountId);
  const day = qbr.heldOn ?? qbr.meetingOn ?? qbr.period.to;
  const later = (await listQbrs(db, qbr.accountId)).filter(
    ({ heldOn, meetingOn }) => heldOn === null && meetingOn !== null && meetingOn > day,
  );
  return {
    decisions: await db
      .selectFrom('qbr_decision')
      .select(['id', 'decision', 'decided_by as decidedBy'])
      .where('qbr_id', '=', id)
      .orderBy('id')
      .execute(),
    commitments: commitments.filter(
      ({ source_noun, source_id }) => source_noun === 'qbr' && source_id === id,
    ),
    actionItems: await listTasksFrom(db, { noun: 'qbr', id }),
    next: later.sort((a, b) => ((a.meetingOn ?? '') < (b.meetingOn ?? '') ? -1 : 1))[0] ?? null,
  };
}

export async function addDecision(
  trx: Writer,
  qbrId: number,
  { decision, decidedBy }: Omit<Decision, 'id'>,
): Promise<void> {
  await trx.insertInto('qbr_decision').values({ qbr_id: qbrId, decision, decided_by: decidedBy }).execute();
}

/** @throws Failure record.not-found */
export async function removeDecision(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('qbr_decision')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'qbr_decision', id });
}

/** What is settled before hanging up. */
export type WrapUp = {
  readonly heldOn: IsoDate;
  /** The invited by their line, and whether they came. */
  readonly attendance: readonly { readonly id: number; readonly attended: boolean }[];
  readonly preparationMinutes: number | null;
  /** Who confirmed that the definition of success still holds; null where nobody was asked. */
  readonly successConfirmedBy: string | null;
  readonly next: { readonly kind: QbrKind; readonly meetingOn: IsoDate } | null;
};

/**
 * Ends a meeting: held, who came, the definition of success confirmed, and the next review begun on its day.
 * @throws Failure record.not-found
 */
export async function wrapUpQbr(trx: Writer, id: number, wrapUp: WrapUp): Promise<void> {
  const { accountId } = await getQbr(trx, id);
  await holdQbr(trx, id, wrapUp.heldOn);
  await trx
    .updateTable('qbr')
    .set({ preparation_minutes: wrapUp.preparationMinutes })
    .where('id', '=', id)
    .execute();
  for (const { id: lineId, attended } of wrapUp.attendance)
    await trx
      .updateTable('qbr_attendee')
      .set({ attended: attended ? 1 : 0 })
      .where('id', '=', lineId)
      .where('qbr_id', '=', id)
      .execute();
  if (wrapUp.successConfirmedBy !== null)
    await confirmSuccessDefinition(trx, accountId, wrapUp.heldOn, wrapUp.successConfirmedBy);
  if (wrapUp.next === null) return;
  const { kind, meetingOn } = wrapUp.next;
  const proposed = await proposeQbr(trx, { kind, accountId, on: meetingOn });
  await createQbr(trx, { accountId, kind, meetingOn, place: null, ...proposed });
}
