import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { PriceChange } from './price.ts';
import { isWithinTerm } from './price.ts';
import type { Term } from './rule.ts';

export type ContractPriceChange = PriceChange & { readonly id: number; readonly contractId: number };

/** The price changes of an account's contracts, contract by contract and day by day. */
export async function listPriceChanges(db: Reader, accountId: number): Promise<ContractPriceChange[]> {
  return db
    .selectFrom('contract_price')
    .select(['id', 'contract_id as contractId', 'from_on as fromOn', 'amount_minor as amountMinor', 'seats'])
    .where('account_id', '=', accountId)
    .orderBy('contract_id')
    .orderBy('from_on')
    .execute();
}

/**
 * Changes a contract's price from a day on; a second change on that day takes the first one's place.
 * @throws Failure record.not-found; contract.price-outside-term; contract.price-of-trial, where nothing is paid yet: paying
 *   begins with a contract of its own
 */
export async function changePrice(trx: Writer, contractId: number, change: PriceChange): Promise<void> {
  const contract = await trx
    .selectFrom('contract')
    .select(['account_id', 'start_on as startOn', 'end_on as endOn', 'is_trial', 'amount_minor'])
    .where('id', '=', contractId)
    .executeTakeFirst();
  if (!contract) throw new Failure('record.not-found', { noun: 'contract', id: contractId });
  if (contract.is_trial === 1 || contract.amount_minor === 0) throw new Failure('contract.price-of-trial');
  const { fromOn, amountMinor, seats } = change;
  refuseOutside(contract, fromOn);
  const price = { amount_minor: amountMinor, seats };
  await trx
    .insertInto('contract_price')
    .values({ contract_id: contractId, account_id: contract.account_id, from_on: fromOn, ...price })
    .onConflict((conflict) => conflict.columns(['contract_id', 'from_on']).doUpdateSet(price))
    .execute();
}

/** @throws Failure record.not-found */
export async function removePriceChange(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('contract_price')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'contract_price', id });
}

/** A contract's new days must hold the days its price changed on. @throws Failure contract.price-outside-term */
export async function refusePricesOutside(trx: Writer, contractId: number, term: Term): Promise<void> {
  const changes = await trx
    .selectFrom('contract_price')
    .select('from_on')
    .where('contract_id', '=', contractId)
    .execute();
  for (const { from_on } of changes) refuseOutside(term, from_on);
}

function refuseOutside(term: Term, fromOn: string): void {
  if (isWithinTerm(term, fromOn)) return;
  const { startOn, endOn } = term;
  throw new Failure('contract.price-outside-term', { fromOn, startOn, endOn: endOn ?? '…' });
}
