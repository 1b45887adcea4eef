import type { Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';

/** Notes the last review an account had before it was in the book; its rhythm is counted from it. */
export async function setEarlierReview(trx: Writer, accountId: number, heldOn: IsoDate): Promise<void> {
  await trx
    .insertInto('earlier_review')
    .values({ account_id: accountId, held_on: heldOn })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ held_on: heldOn }))
    .execute();
}
