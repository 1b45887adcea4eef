import { sql } from 'kysely';
import { bookSettings } from '../book/query.ts';
import type { PaidContract } from '../contract/movement.ts';
import type { PriceChange } from '../contract/price.ts';
import type { Reader } from '../schema.ts';
import type { Slice } from '../segment/rule.ts';
import { isInSlice } from '../segment/slice-query.ts';
import type { IsoDate } from '../types/calendar.ts';
import { claimEvidence } from '../value/claim-query.ts';
import type { ClaimInput } from '../value/proof.ts';
import type { ContributedClaim, ContributionFacts } from './rule.ts';

/**
 * Gathers what customer success contributed, over every account of the slice, archived ones too: what was proven once does not
 * vanish with the customer. db/contribution/rule.ts counts.
 */
export async function contributionFacts(
  db: Reader,
  slice: Slice,
  today: IsoDate,
): Promise<ContributionFacts> {
  const inSlice = isInSlice('account.id', slice);
  const { rows: reviews } = await sql<ContributionFacts['reviews'][number]>`
    select account_id as accountId, held_on as heldOn from qbr join account on account.id = account_id
    where held_on is not null and ${inSlice}`.execute(db);
  const { rows: commitments } = await sql<ContributionFacts['commitments'][number]>`
    select side, commitment.status, due_on as dueOn from commitment join account on account.id = account_id
    where source_noun = 'qbr' and due_on is not null and ${inSlice}`.execute(db);
  const { base_currency: baseCurrency, renewal_gap_days: gapDays } = await bookSettings(db);
  const rates = await db
    .selectFrom('exchange_rate')
    .select(['currency', 'valid_on as validOn', 'base_per_unit as basePerUnit'])
    .execute();
  return {
    claims: await claimsOf(db, slice),
    contracts: await paidContracts(db, slice),
    reviews,
    commitments,
    baseCurrency,
    rates,
    today,
    gapDays,
  };
}

async function claimsOf(db: Reader, slice: Slice): Promise<ContributedClaim[]> {
  const rows = await db
    .selectFrom('value_claim')
    .innerJoin('account', 'account.id', 'value_claim.account_id')
    .leftJoin('value_point', 'value_point.id', 'value_claim.value_point_id')
    .select(['value_claim.id', 'outcome', 'inputs', 'value_claim.currency', 'value_claim.source'])
    .select(['from_on', 'to_on', 'conversion_agreed_on as conversionAgreedOn', 'signed_on as signedOn'])
    .select(['account.id as accountId', 'account.name as account', 'value_point.name as valuePoint'])
    .where(isInSlice('account.id', slice))
    .orderBy('value_claim.id')
    .execute();
  const evidence = await claimEvidence(db);
  return rows.map(({ from_on, to_on, inputs, ...claim }) => ({
    ...claim,
    evidence: evidence.get(claim.id) ?? [],
    period: { from: from_on, to: to_on },
    inputs: JSON.parse(inputs) as ClaimInput[], // written by value/claim-query.ts alone; the column must be JSON
  }));
}

async function paidContracts(db: Reader, slice: Slice): Promise<PaidContract[]> {
  const changes = await db
    .selectFrom('contract_price')
    .select(['contract_id as contractId', 'from_on as fromOn', 'amount_minor as amountMinor', 'seats'])
    .orderBy('from_on')
    .execute();
  const ofContract: ReadonlyMap<number, readonly PriceChange[]> = Map.groupBy(
    changes,
    ({ contractId }) => contractId,
  );
  const rows = await db
    .selectFrom('contract')
    .innerJoin('account', 'account.id', 'contract.account_id')
    .select(['contract.id', 'product', 'seats', 'contract.currency', 'amount_minor as amountMinor'])
    .select(['billing_period as billingPeriod', 'start_on as startOn', 'end_on as endOn'])
    .select(['renews_contract_id as renewsContractId', 'account.id as accountId', 'account.name as account'])
    .select(['notice_days as noticeDays', 'auto_renews', 'notice_given_on as noticeGivenOn'])
    .where('is_trial', '=', 0)
    .where('amount_minor', '>', 0)
    .where(isInSlice('account.id', slice))
    .orderBy('contract.id')
    .execute();
  return rows.map(({ auto_renews, ...row }) => ({
    ...row,
    autoRenews: auto_renews === 1,
    priceChanges: ofContract.get(row.id) ?? [],
  }));
}
