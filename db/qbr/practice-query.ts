import { sql } from 'kysely';
import { renewableTerms } from '../contract/renewal-query.ts';
import type { Reader } from '../schema.ts';
import type { Slice } from '../segment/rule.ts';
import { isInSlice } from '../segment/slice-query.ts';
import { addMonths, type IsoDate } from '../types/calendar.ts';
import type { Period } from '../types/period.ts';
import type { PracticeFacts } from './practice.ts';

/** Gathers how reviews were held within the days given (both inclusive); db/qbr/practice.ts counts. */
export async function practiceFacts(
  db: Reader,
  { from, to }: Period,
  slice: Slice,
  today: IsoDate,
): Promise<PracticeFacts> {
  const inSlice = isInSlice('account.id', slice);
  const accounts = await sql<{ tier: string | null; isReviewed: number }>`
    select tier, exists (
      select 1 from qbr where qbr.account_id = account.id and kind <> 'mbr' and held_on between ${from} and ${to}
    ) as isReviewed
    from account where archived_at is null and status = 'active' and ${inSlice}`.execute(db);
  const reviews = await sql<{ sponsorCame: number | null; minutes: number | null; rating: number | null }>`
    select preparation_minutes as minutes,
      (select avg(score) from qbr_rating where qbr_rating.qbr_id = qbr.id) as rating,
      (select max(attended) from qbr_attendee join contact on contact.id = contact_id
        where qbr_attendee.qbr_id = qbr.id and role = 'sponsor') as sponsorCame
    from qbr join account on account.id = qbr.account_id
    where held_on between ${from} and ${to} and ${inSlice} order by qbr.id`.execute(db);
  const commitments = await sql<PracticeFacts['commitments'][number]>`
    select side, commitment.status from commitment join account on account.id = commitment.account_id
    where source_noun = 'qbr' and due_on between ${from} and ${to} and ${inSlice}`.execute(db);
  const held = await sql<{ accountId: number; heldOn: IsoDate }>`
    select account_id as accountId, held_on as heldOn from qbr
    where kind <> 'mbr' and held_on is not null`.execute(db);
  const heldOf = Map.groupBy(held.rows, ({ accountId }) => accountId);
  const endings = [...(await renewableTerms(db, today, slice))].flatMap(([accountId, terms]) =>
    terms.flatMap(({ endOn, outcome }) => {
      if (endOn === null || endOn < from || endOn > to || outcome === 'open') return [];
      const yearBefore = addMonths(endOn, -12);
      const isReviewed = (heldOf.get(accountId) ?? []).some(
        ({ heldOn }) => heldOn >= yearBefore && heldOn <= endOn,
      );
      return [{ isReviewed, isRenewed: outcome === 'renewed' }];
    }),
  );
  return {
    accounts: accounts.rows.map(({ tier, isReviewed }) => ({ tier, isReviewed: isReviewed === 1 })),
    reviews: reviews.rows.map(({ sponsorCame, minutes, rating }) => ({
      sponsorCame: sponsorCame === null ? null : sponsorCame === 1,
      preparationMinutes: minutes,
      rating,
    })),
    commitments: commitments.rows,
    endings,
  };
}
