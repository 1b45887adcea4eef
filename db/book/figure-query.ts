import { sql } from 'kysely';
import { renewableTerms } from '../contract/renewal-query.ts';
import type { BookFigure } from '../maturity/measure.ts';
import type { Reader } from '../schema.ts';
import { addDays, addMonths, type IsoDate } from '../types/calendar.ts';

/**
 * What the book says of its customers over the twelve months up to a day. A customer pays: trials and amounts of 0 are none,
 * and archived accounts do not count. Contracts that end on the day itself are still running.
 */
export async function bookFigures(db: Reader, on: IsoDate): Promise<Record<BookFigure, number>> {
  const since = addDays(addMonths(on, -12), 1);
  const quarters = [0, 1, 2, 3].map((at) => addDays(addMonths(on, -3 * (4 - at)), 1));
  const { rows } = await sql<Record<Exclude<BookFigure, RenewalFigure>, number>>`
    with paid as (
      select account_id, start_on, end_on from contract
        join account on account.id = account_id
      where archived_at is null and is_trial = 0 and amount_minor > 0
    ),
    customer as (
      select distinct account_id from paid where start_on <= ${on} and (end_on is null or end_on >= ${on})
    ),
    latest as (
      select goal_id, value, row_number() over (partition by goal_id order by read_on desc, id desc) as age
      from goal_reading where read_on <= ${on}
    ),
    reached as (
      select distinct account_id from goal join latest on goal_id = goal.id and age = 1
      where target is not null
        and case direction when 'increase' then value >= target else value <= target end
    ),
    won as (
      select account_id, min(start_on) as start_on from paid group by account_id
      having min(start_on) between ${since} and ${on}
    )
    select
      (select count(*) from customer) as "customers",
      (select count(*) from customer join reached using (account_id)) as "customers-with-outcome",
      (select count(*) from won) as "customers-won",
      (select count(*) from won where account_id in (
        select account_id from segment_placement join segment on segment.id = segment_id where is_validated = 1
      )) as "customers-won-in-proven-segment",
      (select min(n) from (
        select (select count(*) from won
          where start_on >= value and start_on < coalesce(
            (select min(later.value) from json_each(${JSON.stringify(quarters)}) later where later.value > quarter.value),
            ${addDays(on, 1)})) as n
        from json_each(${JSON.stringify(quarters)}) quarter
      )) as "customers-won-in-leanest-quarter"`.execute(db);
  const [figures] = rows;
  if (!figures) throw new RangeError('a query of counts gives one row');
  return { ...figures, ...(await renewalFigures(db, since, on)) };
}

type RenewalFigure = 'customers-up-for-renewal' | 'customers-renewed';

/** A customer is judged by the contract that ended last in the time; one whose outcome is open is not counted yet. */
async function renewalFigures(
  db: Reader,
  since: IsoDate,
  on: IsoDate,
): Promise<Record<RenewalFigure, number>> {
  const archived = await db.selectFrom('account').select('id').where('archived_at', 'is not', null).execute();
  const isArchived = new Set(archived.map(({ id }) => id));
  let [due, renewed] = [0, 0];
  for (const [accountId, terms] of await renewableTerms(db, on)) {
    const ended = terms.filter(({ endOn }) => endOn !== null && endOn >= since && endOn < on);
    const lastEnd = ended
      .map(({ endOn }) => endOn ?? '')
      .toSorted()
      .at(-1);
    const outcomes = ended.filter(({ endOn }) => endOn === lastEnd).map(({ outcome }) => outcome);
    if (isArchived.has(accountId) || outcomes.every((outcome) => outcome === 'open')) continue;
    due += 1;
    if (outcomes.includes('renewed')) renewed += 1;
  }
  return { 'customers-up-for-renewal': due, 'customers-renewed': renewed };
}
