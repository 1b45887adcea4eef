import type { Generated } from 'kysely';
import type { Json } from '../types/column.ts';
import type { Month } from './month.ts';

/** The monthly company sheet. Amounts in minor units of its currency; null is not known. */
export interface CompanyMonthTable {
  id: Generated<number>;
  month: Month;
  currency: string;
  sales_and_marketing: number | null;
  renewal_cost: number | null;
  research_and_development: number | null;
  general_and_administrative: number | null;
  cost_of_revenue: number | null;
  customer_success: number | null;
  billings: number | null;
  revenue: number | null;
  ebitda: number | null;
  cash_change: number | null;
  quota_per_head: number | null;
  sales_forecast: number | null;
  visitors: number | null;
  trials: number | null;
  paid_from_trial: number | null;
  sales_heads: number | null;
}

/** Sales and marketing cost allocated to a slice, named as the report names it: `channel=referral`. */
export interface CompanyCostTable {
  id: Generated<number>;
  month: Month;
  slice: string;
  currency: string;
  amount_minor: number;
}

export interface ReportSettingTable {
  id: number;
  /** What differs from the default policies (policy.ts). */
  policies: Generated<Json>;
  opening_cash_minor: Generated<number>;
  opening_deferred_minor: Generated<number>;
  /** Of the opening balances; null for the book's. */
  currency: string | null;
}

export interface ReportTargetTable {
  id: Generated<number>;
  /** A line of the report, such as `closing` or `grr12`. */
  figure: string;
  month: Month;
  value: number;
}

export interface ReportNoteTable {
  id: Generated<number>;
  month: Month;
  text: string;
}
