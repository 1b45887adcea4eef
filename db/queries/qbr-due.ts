import type { IsoDate } from '../domain/calendar.ts';
import { contractRuns, type LifecycleContract } from '../domain/lifecycle.ts';
import { type NextReview, nextReview } from '../domain/qbr-cadence.ts';
import type { Slice } from '../domain/segment.ts';
import type { Reader } from '../schema.ts';
import { isInSlice } from './segment-slice.ts';

/** When an account's next review is due, and the one that is being prepared already. */
export type QbrDue = {
  readonly accountId: number;
  readonly account: string;
  readonly next: NextReview;
  readonly openQbrId: number | null;
};

/** Every active account of the slice with the review it is due, the most overdue first and those of whom it is unknown last. */
export async function listQbrsDue(db: Reader, today: IsoDate, slice: Slice = []): Promise<QbrDue[]> {
  const accounts = await db
    .selectFrom('account')
    .select(['account.id', 'account.name', 'account.size'])
    .select((eb) => [
      eb
        .selectFrom('qbr')
        .whereRef('qbr.account_id', '=', 'account.id')
        .where('kind', '<>', 'mbr')
        .select((max) => max.fn.max('held_on').as('held_on'))
        .as('heldOn'),
      eb
        .selectFrom('qbr')
        .whereRef('qbr.account_id', '=', 'account.id')
        .where('held_on', 'is', null)
        .select((min) => min.fn.min('id').as('id'))
        .as('openQbrId'),
    ])
    .select((eb) =>
      eb
        .selectFrom('segment_placement')
        .innerJoin('segment', 'segment.id', 'segment_placement.segment_id')
        .whereRef('segment_placement.account_id', '=', 'account.id')
        .select((max) => max.fn.max('reviews_per_year').as('reviews_per_year'))
        .as('perYear'),
    )
    .where('archived_at', 'is', null)
    .where('status', '=', 'active')
    .where(isInSlice('account.id', slice))
    .execute();
  const contracts = Map.groupBy(await contractTerms(db), ({ account_id }) => account_id);
  return accounts
    .map(({ id, name, size, heldOn, openQbrId, perYear }) => ({
      accountId: id,
      account: name,
      openQbrId,
      next: nextReview(
        {
          segmentPerYear: perYear, // of several schemes the most frequent cadence counts
          size,
          lastHeldOn: heldOn,
          onboardingEndsOn: onboardingEnd(contracts.get(id) ?? [], today),
        },
        today,
      ),
    }))
    .sort((a, b) => (dueOn(a) < dueOn(b) ? -1 : dueOn(a) > dueOn(b) ? 1 : a.accountId - b.accountId));
}

function dueOn({ next }: QbrDue): IsoDate {
  return next.kind === 'next' ? next.dueOn : '9999-12-31';
}

/** The end of the first onboarding among the contracts still running: a further product line postpones no review. */
function onboardingEnd(contracts: readonly LifecycleContract[], today: IsoDate): IsoDate | null {
  const [first] = contractRuns(contracts)
    .filter(({ endOn }) => endOn === null || endOn >= today)
    .map(({ onboardingTo }) => onboardingTo)
    .sort();
  return first ?? null;
}

async function contractTerms(db: Reader): Promise<(LifecycleContract & { account_id: number })[]> {
  const contracts = await db
    .selectFrom('contract')
    .select(['id', 'account_id', 'product', 'start_on', 'end_on', 'first_paid_on', 'notice_days', 'is_trial'])
    .select(['renews_contract_id', 'amount_minor'])
    .execute();
  return contracts.map((contract) => ({
    id: contract.id,
    account_id: contract.account_id,
    product: contract.product,
    startOn: contract.start_on,
    endOn: contract.end_on,
    firstPaidOn: contract.first_paid_on,
    renewsContractId: contract.renews_contract_id,
    noticeDays: contract.notice_days,
    isTrial: contract.is_trial === 1 || contract.amount_minor === 0,
  }));
}
