import type { Reader } from '../schema.ts';
import { meetingOutcome } from './meeting-query.ts';
import { getQbr } from './query.ts';
import type { QbrRecap } from './recap.ts';

/** What there is to write to the customer after a review. @throws Failure record.not-found */
export async function qbrRecap(db: Reader, id: number): Promise<QbrRecap> {
  const { account, kind, heldOn, meetingOn } = await getQbr(db, id);
  const { decisions, commitments, actionItems, next } = await meetingOutcome(db, id);
  return {
    account: { name: account },
    review: { kind, heldOn: heldOn ?? meetingOn },
    to: await invitedOf(db, id),
    decisions: decisions.map(({ decision, decidedBy }) => ({ decision, decidedBy })),
    commitments: commitments.map(({ text, side, promised_by, due_on }) => ({
      text,
      side,
      promisedBy: promised_by,
      dueOn: due_on,
    })),
    actions: actionItems.map(({ title, owner, dueOn }) => ({ title, owner, dueOn })),
    next: next && { kind: next.kind, meetingOn: next.meetingOn },
  };
}

/** The customer's people of the review, those who did not come too: the recap is how they hear of it. */
function invitedOf(db: Reader, qbrId: number): Promise<{ name: string; address: string | null }[]> {
  return db
    .selectFrom('qbr_attendee')
    .leftJoin('contact', 'contact.id', 'qbr_attendee.contact_id')
    .select(['qbr_attendee.name', 'contact.email as address'])
    .where('qbr_id', '=', qbrId)
    .where('side', '=', 'customer')
    .where((eb) => eb.or([eb('invited_on', 'is not', null), eb('attended', '=', 1)]))
    .orderBy('qbr_attendee.id')
    .execute();
}
