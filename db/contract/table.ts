import type { Generated } from 'kysely';
import type { LifecycleStage } from '../lifecycle/rule.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { Flag } from '../types/column.ts';
import type { BillingPeriod } from './rule.ts';

export interface ContractTable {
  id: Generated<number>;
  account_id: number;
  key: string | null;
  product: string | null;
  seats: number | null;
  /** What is paid per billing period, in minor units of `currency`. */
  amount_minor: number;
  currency: string;
  billing_period: BillingPeriod;
  /** The amount made annual by contract/rule.ts when the row is written; null where a term has no end. */
  annual_minor: number | null;
  start_on: IsoDate;
  /** The last day, inclusive; null while open-ended. */
  end_on: IsoDate | null;
  first_paid_on: IsoDate | null;
  notice_days: number | null;
  auto_renews: Flag | null;
  /** When the customer gave notice or said that it will not renew: the loss on record. */
  notice_given_on: Generated<IsoDate | null>;
  is_trial: Generated<Flag>;
  renews_contract_id: number | null;
}

/**
 * Where each product line that ends stands, by its last contract: derived by account/status-query.ts for the day in
 * `status_day`, never written by hand.
 */
export interface ProductLineStatusTable {
  contract_id: number;
  account_id: number;
  product: string | null;
  stage: LifecycleStage;
  end_on: IsoDate;
  notice_on: IsoDate | null;
  renews_by_itself: Flag;
  notice_given_on: IsoDate | null;
}
