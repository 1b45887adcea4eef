import type { Generated, Kysely, Transaction } from 'kysely';
import type { IsoDate } from './domain/calendar.ts';
import type { Language } from './domain/language.ts';

/** 0 or 1: SQLite has no booleans. */
type Flag = 0 | 1;
/** An instant, ISO 8601 in UTC with milliseconds. */
type Instant = string;
/** JSON text; parsed where it is read. */
type Json = string;

/** Rows match tables exactly; the domain's own types stand apart in db/domain. */
export interface Schema {
  book: BookTable;
  exchange_rate: ExchangeRateTable;
  account: AccountTable;
  contact: ContactTable;
  contract: ContractTable;
  note: NoteTable;
  task: TaskTable;
  action: ActionTable;
  change: ChangeTable;
  search: SearchTable;
}

export interface BookTable {
  id: Generated<number>;
  name: string;
  owner: string;
  base_currency: string;
  fiscal_year_start_month: number;
  language: Language;
  time_zone: string;
  is_sample: Generated<Flag>;
  created_at: Instant;
}

export interface ExchangeRateTable {
  id: Generated<number>;
  currency: string;
  valid_on: IsoDate;
  /** Units of the book's base currency for one unit of `currency`. */
  base_per_unit: number;
}

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
  archived_at: Instant | null;
}

export interface ContactTable {
  id: Generated<number>;
  account_id: number;
  name: string;
  title: string | null;
  role: 'sponsor' | 'champion' | 'key-user' | 'technical' | 'finance' | 'detractor' | null;
  /** 1 (none) to 5 (decides). */
  influence: number | null;
  /** −2 (against us) to +2 (for us). */
  sentiment: number | null;
  email: string | null;
  phone: string | null;
  languages: string | null;
  last_touched_on: IsoDate | null;
}

export interface ContractTable {
  id: Generated<number>;
  account_id: number;
  key: string | null;
  product: string | null;
  seats: number | null;
  /** What is paid per billing period, in minor units of `currency`. */
  amount_minor: number;
  currency: string;
  billing_period: 'month' | 'quarter' | 'half-year' | 'year' | 'term';
  /** The amount made annual by domain/contract.ts when the row is written; null where a term has no end. */
  annual_minor: number | null;
  start_on: IsoDate;
  /** The last day, inclusive; null while open-ended. */
  end_on: IsoDate | null;
  first_paid_on: IsoDate | null;
  notice_days: number | null;
  auto_renews: Flag | null;
  is_trial: Generated<Flag>;
  renews_contract_id: number | null;
}

export interface NoteTable {
  id: Generated<number>;
  account_id: number;
  contact_id: number | null;
  kind: Generated<'note' | 'meeting' | 'call' | 'email' | 'visit'>;
  occurred_on: IsoDate;
  body: string;
}

export interface TaskTable {
  id: Generated<number>;
  account_id: number | null;
  title: string;
  owner: string | null;
  due_on: IsoDate | null;
  done_on: IsoDate | null;
  /** The noun and row it came from, such as a review or an assessment. */
  source_noun: string | null;
  source_id: number | null;
}

/** One deed of the user; its changes carry its id. */
export interface ActionTable {
  id: Generated<number>;
  at: Instant;
  deed: string;
  parameters: Generated<Json>;
  kind: 'do' | 'undo' | 'redo';
  reverses_id: number | null;
  reversed_by_id: number | null;
}

/** Written by triggers only (change-log.ts). No `before`: a new row; no `after`: a deleted one. */
export interface ChangeTable {
  id: Generated<number>;
  action_id: number;
  table_name: string;
  row_id: number;
  before: Json | null;
  after: Json | null;
}

export interface SearchTable {
  rowid: number;
  words: string;
  search: string;
  rank: number;
}

/** Enough to read and nothing more; a transaction is one as well. */
export type Reader = Pick<
  Kysely<Schema>,
  'selectFrom' | 'with' | 'withRecursive' | 'fn' | 'getExecutor' | 'executeQuery' | 'dynamic' | 'selectNoFrom'
>;

declare const writes: unique symbol;
/** A transaction inside `record`: the only handle that writes, so that no change escapes the change log. */
export type Writer = Transaction<Schema> & { readonly [writes]: true };
