import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import { type ContractPriceChange, listPriceChanges, refusePricesOutside } from './price-query.ts';
import { annualMinor, type BillingPeriod } from './rule.ts';

export type ContractFacts = {
  key: string | null;
  product: string | null;
  seats: number | null;
  /** Per billing period, in minor units of `currency`. */
  amountMinor: number;
  currency: string;
  billingPeriod: BillingPeriod;
  startOn: IsoDate;
  /** Inclusive; null while open-ended. */
  endOn: IsoDate | null;
  firstPaidOn: IsoDate | null;
  noticeDays: number | null;
  autoRenews: boolean | null;
  /** When the customer gave notice or said that it will not renew. */
  noticeGivenOn: IsoDate | null;
  isTrial: boolean;
  renewsContractId: number | null;
};
export type Contract = ContractFacts & {
  id: number;
  /** Of the price it begins with. */
  annualMinor: number | null;
  /** Changes of the price while it runs, by day. */
  priceChanges: ContractPriceChange[];
};

/** The latest first. */
export async function listContracts(db: Reader, accountId: number): Promise<Contract[]> {
  const rows = await db
    .selectFrom('contract')
    .select(['id', 'key', 'product', 'seats', 'currency', 'amount_minor as amountMinor'])
    .select(['billing_period as billingPeriod', 'annual_minor as annualMinor', 'start_on as startOn'])
    .select(['end_on as endOn', 'first_paid_on as firstPaidOn', 'notice_days as noticeDays'])
    .select(['auto_renews as autoRenews', 'is_trial as isTrial', 'renews_contract_id as renewsContractId'])
    .select('notice_given_on as noticeGivenOn')
    .where('account_id', '=', accountId)
    .orderBy('start_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const changes = Map.groupBy(await listPriceChanges(db, accountId), ({ contractId }) => contractId);
  return rows.map(({ autoRenews, isTrial, ...same }) => ({
    ...same,
    priceChanges: changes.get(same.id) ?? [],
    autoRenews: autoRenews === null ? null : autoRenews === 1,
    isTrial: isTrial === 1,
  }));
}

/** @throws Failure contract.end-before-start, contract.key-taken, contract.renews-foreign */
export async function createContract(trx: Writer, accountId: number, facts: ContractFacts): Promise<number> {
  await refuseUnsound(trx, accountId, null, facts);
  const { id } = await trx
    .insertInto('contract')
    .values({ ...rowOf(facts), account_id: accountId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws Failure record.not-found and those of `createContract`, contract.renews-itself, contract.price-outside-term */
export async function editContract(trx: Writer, id: number, facts: ContractFacts): Promise<void> {
  const { accountId } = await owner(trx, id);
  await refuseUnsound(trx, accountId, id, facts);
  await refusePricesOutside(trx, id, facts);
  await trx.updateTable('contract').set(rowOf(facts)).where('id', '=', id).execute();
}

/** A contract that renewed it stays and loses the link. @throws Failure record.not-found */
export async function deleteContract(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx.deleteFrom('contract').where('id', '=', id).executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw notFound(id);
}

async function owner(db: Reader, id: number) {
  const found = await db
    .selectFrom('contract')
    .select('account_id as accountId')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw notFound(id);
  return found;
}

async function refuseUnsound(trx: Writer, accountId: number, id: number | null, facts: ContractFacts) {
  const { startOn, endOn, key } = facts;
  if (endOn !== null && endOn < startOn) throw new Failure('contract.end-before-start', { startOn, endOn });
  if (key !== null) {
    const other = await trx.selectFrom('contract').select('id').where('key', '=', key).executeTakeFirst();
    if (other && other.id !== id) throw new Failure('contract.key-taken', { key });
  }
  await refuseCircle(trx, accountId, id, facts.renewsContractId);
}

/** Follows the renewals back: none may lead to another account, nor round to the contract itself. */
async function refuseCircle(trx: Writer, accountId: number, id: number | null, renewed: number | null) {
  const seen = new Set<number>();
  let link = renewed;
  while (link !== null && !seen.has(link)) {
    if (link === id) throw new Failure('contract.renews-itself');
    seen.add(link);
    const found = await trx
      .selectFrom('contract')
      .select(['account_id', 'renews_contract_id'])
      .where('id', '=', link)
      .executeTakeFirst();
    if (found?.account_id !== accountId) throw new Failure('contract.renews-foreign');
    link = found.renews_contract_id;
  }
}

function rowOf(facts: ContractFacts) {
  return {
    key: facts.key,
    product: facts.product,
    seats: facts.seats,
    amount_minor: facts.amountMinor,
    currency: facts.currency,
    billing_period: facts.billingPeriod,
    annual_minor: annualMinor(facts),
    start_on: facts.startOn,
    end_on: facts.endOn,
    first_paid_on: facts.firstPaidOn,
    notice_days: facts.noticeDays,
    auto_renews: facts.autoRenews === null ? null : flag(facts.autoRenews),
    notice_given_on: facts.noticeGivenOn,
    is_trial: flag(facts.isTrial),
    renews_contract_id: facts.renewsContractId,
  };
}

function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}

function notFound(id: number): Failure {
  return new Failure('record.not-found', { noun: 'contract', id });
}
