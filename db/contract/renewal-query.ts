import { sql } from 'kysely';
import { findBookSettings } from '../book/query.ts';
import type { Reader } from '../schema.ts';
import type { Slice } from '../segment/rule.ts';
import { isInSlice } from '../segment/slice-query.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { Flag } from '../types/column.ts';
import {
  defaultGapDays,
  type RenewableContract,
  type RenewalOutcome,
  renewalOutcome,
  withAutomaticRenewals,
} from './renewal.ts';

/** One term of a paid contract and what became of it at its end. */
export type RenewableTerm = RenewableContract & {
  readonly firstPaidOn: IsoDate | null;
  readonly outcome: RenewalOutcome;
};

/**
 * Every term of every paid contract by account, those automatic renewal added among them, in the order they begin. Trials and
 * amounts of 0 are no contracts.
 */
export async function renewableTerms(
  db: Reader,
  today: IsoDate,
  slice: Slice = [],
): Promise<ReadonlyMap<number, readonly RenewableTerm[]>> {
  const gapDays = (await findBookSettings(db))?.renewal_gap_days ?? defaultGapDays;
  const { rows } = await sql<
    Omit<RenewableTerm, 'autoRenews' | 'outcome'> & { accountId: number; autoRenews: Flag | null }
  >`
    select contract.id, account_id as accountId, product, start_on as startOn, end_on as endOn,
      first_paid_on as firstPaidOn, renews_contract_id as renewsContractId, notice_days as noticeDays,
      auto_renews as autoRenews, notice_given_on as noticeGivenOn
    from contract join account on account.id = account_id
    where is_trial = 0 and amount_minor > 0 and ${isInSlice('account.id', slice)}
    order by start_on, contract.id`.execute(db);
  const terms = new Map<number, readonly RenewableTerm[]>();
  for (const [accountId, own] of Map.groupBy(rows, (row) => row.accountId)) {
    const known = own.map(({ accountId: _, autoRenews, ...term }) => ({
      ...term,
      autoRenews: autoRenews === 1,
    }));
    const all = withAutomaticRenewals(known, today, gapDays, 'every');
    terms.set(
      accountId,
      all.map((term) => ({ ...term, outcome: renewalOutcome(term, all, today, gapDays) })),
    );
  }
  return terms;
}
