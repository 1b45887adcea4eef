import { type Kysely, sql } from 'kysely';

/**
 * The SaaS report: the monthly company sheet, cost allocated to a slice, the report's policies and opening balances, targets
 * and notes on a month. An amount or a count that is null is not known; a month without a row is missing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const key = 'id integer primary key autoincrement';
const month = `month text not null check (month glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]')`;
const isCount = (column: string) => `${column} integer check (${column} >= 0)`;

const statements = [
  `create table company_month (
    ${key},
    ${month} unique,
    currency text not null,
    sales_and_marketing integer,
    renewal_cost integer,
    research_and_development integer,
    general_and_administrative integer,
    cost_of_revenue integer,
    customer_success integer,
    billings integer,
    revenue integer,
    ebitda integer,
    cash_change integer,
    quota_per_head integer,
    sales_forecast integer,
    ${isCount('visitors')},
    ${isCount('trials')},
    ${isCount('paid_from_trial')},
    ${isCount('sales_heads')}
  ) strict`,

  // Sales and marketing cost of one channel or segment, such as "channel=referral".
  `create table company_cost (
    ${key},
    ${month},
    slice text not null check (slice <> ''),
    currency text not null,
    amount_minor integer not null,
    unique (month, slice)
  ) strict`,

  `create table report_setting (
    id integer primary key check (id = 1),
    policies text not null default '{}' check (json_valid(policies)),
    opening_cash_minor integer not null default 0,
    opening_deferred_minor integer not null default 0,
    currency text
  ) strict`,

  `create table report_target (
    ${key},
    figure text not null,
    ${month},
    value real not null,
    unique (figure, month)
  ) strict`,

  `create table report_note (
    ${key},
    ${month} unique,
    text text not null check (text <> '')
  ) strict`,
];
