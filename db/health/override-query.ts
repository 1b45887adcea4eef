import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { HealthOverride } from './gather-query.ts';
import type { OutlookAnswers } from './outlook.ts';

/** Sets a colour by hand, for a reason and up to a day. One that holds already ends the day before. @throws Failure record.ends-before-start */
export async function overrideHealth(
  trx: Writer,
  accountId: number,
  { band, reason, fromOn, untilOn }: Omit<HealthOverride, 'id'>,
): Promise<void> {
  if (untilOn < fromOn) throw new Failure('record.ends-before-start');
  await trx
    .insertInto('health_override')
    .values({ account_id: accountId, band, reason, from_on: fromOn, until_on: untilOn })
    .execute();
}

/** Takes a colour set by hand away, as if it had never been. @throws Failure record.not-found */
export async function endOverride(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('health_override')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'health_override', id });
}

const unknown: OutlookAnswers = { sponsorCommitted: null, productFits: null, employeesUse: null };

export async function findOutlook(db: Reader, accountId: number): Promise<OutlookAnswers> {
  const row = await db
    .selectFrom('health_outlook')
    .select([
      'sponsor_committed as sponsorCommitted',
      'product_fits as productFits',
      'employees_use as employeesUse',
    ])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row ?? unknown;
}

export async function setOutlook(trx: Writer, accountId: number, answers: OutlookAnswers): Promise<void> {
  const row = {
    sponsor_committed: answers.sponsorCommitted,
    product_fits: answers.productFits,
    employees_use: answers.employeesUse,
  };
  await trx
    .insertInto('health_outlook')
    .values({ account_id: accountId, ...row })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
    .execute();
}

/** Colours set by hand that ran out lately and were not set again: somebody has to look whether they still hold. */
export async function expiredOverrides(
  db: Reader,
  today: IsoDate,
  since: IsoDate,
): Promise<{ id: number; accountId: number; accountName: string; untilOn: IsoDate }[]> {
  return db
    .selectFrom('health_override')
    .innerJoin('account', 'account.id', 'account_id')
    .select([
      'health_override.id',
      'account_id as accountId',
      'account.name as accountName',
      'until_on as untilOn',
    ])
    .where('until_on', '<', today)
    .where('until_on', '>=', since)
    .where('archived_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('health_override as later')
            .select('later.id')
            .whereRef('later.account_id', '=', 'health_override.account_id')
            .where('later.until_on', '>=', today),
        ),
      ),
    )
    .orderBy('until_on')
    .execute();
}
