import type { Generated } from 'kysely';
import type { IsoDate } from '../types/calendar.ts';

/** A price that changed while its contract ran; the first price stands in the contract itself. */
export interface ContractPriceTable {
  id: Generated<number>;
  contract_id: number;
  /** The contract's, so that the account's history and its past days tell of the price. */
  account_id: number;
  from_on: IsoDate;
  /** Per billing period of the contract, in minor units of its currency. */
  amount_minor: number;
  seats: number | null;
}
