import { bookSettings } from '../book/query.ts';
import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { Slice } from '../segment/rule.ts';
import { isInSlice } from '../segment/slice-query.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { LifecycleContract, LifecycleDay, LifecycleStage } from './rule.ts';
import type { StageOverride } from './stage-history.ts';

export type LifecycleSubject = {
  readonly id: number;
  readonly name: string;
  readonly status: 'prospect' | 'active' | 'churned';
  readonly contracts: readonly LifecycleContract[];
  readonly overrides: readonly StageOverride[];
};

/** What the stages of accounts are derived from: of one account, or of all in the slice that are not archived, by name. */
export async function lifecycleSubjects(
  db: Reader,
  accountId?: number,
  slice: Slice = [],
): Promise<LifecycleSubject[]> {
  const accounts = db
    .selectFrom('account')
    .leftJoin('account_status', 'account_status.account_id', 'account.id')
    .select(['account.id', 'account.name', 'account.status'])
    .where((eb) =>
      accountId === undefined ? eb('archived_at', 'is', null) : eb('account.id', '=', accountId),
    )
    .where(isInSlice('account.id', slice))
    .orderBy('sort_name');
  const contracts = db
    .selectFrom('contract')
    .select(['id', 'account_id as accountId', 'product', 'start_on as startOn', 'end_on as endOn'])
    .select(['first_paid_on as firstPaidOn', 'renews_contract_id as renewsContractId'])
    .select(['notice_days as noticeDays', 'notice_given_on as noticeGivenOn', 'auto_renews'])
    .select(['is_trial', 'amount_minor']);
  const overrides = db
    .selectFrom('lifecycle_override')
    .select(['id', 'account_id as accountId', 'stage', 'reason', 'from_on as fromOn', 'to_on as toOn'])
    .orderBy('from_on');
  const ofAccount = accountId === undefined ? null : accountId;
  const [subjects, terms, byHand] = [
    await accounts.execute(),
    await (ofAccount === null ? contracts : contracts.where('account_id', '=', ofAccount)).execute(),
    await (ofAccount === null ? overrides : overrides.where('account_id', '=', ofAccount)).execute(),
  ];
  const contractsOf = Map.groupBy(terms, (term) => term.accountId);
  const overridesOf = Map.groupBy(byHand, (override) => override.accountId);
  return subjects.map((account) => ({
    ...account,
    contracts: (contractsOf.get(account.id) ?? []).map(
      ({ is_trial, amount_minor, auto_renews, accountId: _, ...term }) => ({
        ...term,
        autoRenews: auto_renews === 1,
        isTrial: is_trial === 1 || amount_minor === 0,
      }),
    ),
    overrides: (overridesOf.get(account.id) ?? []).map(({ accountId: _, ...override }) => override),
  }));
}

/** What the stages depend on beside the contracts: the day, and the gap the book tolerates. */
export async function lifecycleDay(db: Reader, today: IsoDate): Promise<LifecycleDay> {
  const { renewal_gap_days: gapDays } = await bookSettings(db);
  return { today, gapDays };
}

/** @throws Failure record.not-found */
export async function lifecycleSubject(db: Reader, accountId: number): Promise<LifecycleSubject> {
  const [subject] = await lifecycleSubjects(db, accountId);
  if (!subject) throw new Failure('record.not-found', { noun: 'account', id: accountId });
  return subject;
}

/** @throws Failure record.ends-before-start */
export async function createOverride(
  trx: Writer,
  accountId: number,
  facts: { stage: LifecycleStage; reason: string; fromOn: IsoDate; toOn: IsoDate },
): Promise<void> {
  const { stage, reason, fromOn, toOn } = facts;
  if (toOn < fromOn) throw new Failure('record.ends-before-start');
  await trx
    .insertInto('lifecycle_override')
    .values({ account_id: accountId, stage, reason, from_on: fromOn, to_on: toOn })
    .execute();
}

/** Takes a stage set by hand away, as if it had never been. @throws Failure record.not-found */
export async function deleteOverride(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('lifecycle_override')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'lifecycle', id });
}
