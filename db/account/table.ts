import type { Generated } from 'kysely';
import type { LifecycleStage } from '../lifecycle/rule.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { Instant, Json } from '../types/column.ts';

export interface AccountTable {
  id: Generated<number>;
  /** The customer's key in another system (CRM id); the first thing imports match by. */
  key: string | null;
  name: string;
  legal_name: string | null;
  industry: string | null;
  size: 'small' | 'mid' | 'large' | null;
  region: string | null;
  tier: string | null;
  /** The CSM who owns the account. */
  owner: string | null;
  sales_owner: string | null;
  status: Generated<'prospect' | 'active' | 'churned'>;
  tags: Generated<Json>;
  description: string | null;
  customer_since: IsoDate | null;
  /** The month the customer's own fiscal year begins with, 1–12; null where it is the book's. */
  fiscal_year_start_month: Generated<number | null>;
  archived_at: Instant | null;
}

/** Where an account stands: derived by account/status-query.ts, never written by hand. */
export interface AccountStatusTable {
  account_id: number;
  /** What the name sorts by: pinyin for Chinese, without case and accents. */
  sort_name: string;
  /** Null where nothing says. */
  stage: LifecycleStage | null;
  /** Of the paid contracts live today, in minor units of the base currency; null where a rate or an end is missing. */
  arr_minor: number | null;
  /** When the first of its product lines ends, and until when notice can be given. */
  renewal_on: IsoDate | null;
  notice_on: IsoDate | null;
  /** The last day of the first onboarding among the product lines still running; a further one postpones nothing. */
  onboarding_to: IsoDate | null;
  /** The last meeting, call, e-mail or visit, or what a contact says. */
  last_touched_on: IsoDate | null;
  /** Of the sponsors the one that becomes silent last; see contact/silence.ts. Null without a sponsor. */
  sponsor_id: number | null;
  sponsor_touched_on: IsoDate | null;
  /** The first day on which that sponsor is silent; null where there is none, or none was ever touched. */
  sponsor_silent_from: IsoDate | null;
  /** The first day on which everybody there is silent; null where nobody was ever touched. */
  quiet_from: IsoDate | null;
}

export interface StatusDayTable {
  as_of: IsoDate;
}
