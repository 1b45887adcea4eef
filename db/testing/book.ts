import type { Insertable } from 'kysely';
import type { AccountTable } from '../account/table.ts';
import type { BookTable } from '../book/table.ts';
import type { ContractTable } from '../contract/table.ts';

/** The settings of a book in Shanghai, for tests. */
export const testSettings: Omit<Insertable<BookTable>, 'id'> = {
  name: 'East China',
  owner: 'Lin Yue',
  base_currency: 'CNY',
  fiscal_year_start_month: 1,
  language: 'en',
  time_zone: 'Asia/Shanghai',
  created_at: '2026-01-01T00:00:00.000Z',
};

/** An account of which only the name is known. */
export const testAccount: Omit<Insertable<AccountTable>, 'name'> = {
  key: null,
  legal_name: null,
  industry: null,
  size: null,
  region: null,
  tier: null,
  owner: null,
  sales_owner: null,
  description: null,
  customer_since: null,
  archived_at: null,
};

/** A contract over 2026, a year of 100 yuan. */
export function testContract(
  accountId: number,
  facts: Partial<Insertable<ContractTable>> = {},
): Insertable<ContractTable> {
  return {
    account_id: accountId,
    key: null,
    product: 'Platform',
    seats: null,
    amount_minor: 10_000,
    currency: 'CNY',
    billing_period: 'year',
    annual_minor: 10_000,
    start_on: '2026-01-01',
    end_on: '2026-12-31',
    first_paid_on: '2026-01-01',
    notice_days: null,
    auto_renews: null,
    renews_contract_id: null,
    ...facts,
  };
}
