import { type Kysely, sql } from 'kysely';

/**
 * What lists sort, filter and sum by but nobody types: where each account stands. Derived from contracts, contacts and notes
 * (account/status-query.ts), so neither table has an `id`: the change log leaves them alone and undo derives them again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table account_standing (
    account_id integer primary key references account (id) on delete cascade,
    sort_name text not null,
    stage text check (stage in ('acquisition', 'conversion', 'handoff', 'onboarding', 'growth', 'renewal', 'churned')),
    arr_minor integer,
    renewal_on text,
    notice_on text,
    last_touched_on text
  ) strict`,
  'create index account_standing_by_name on account_standing (sort_name)',
  'create index account_standing_by_stage on account_standing (stage, sort_name)',
  'create index account_standing_by_arr on account_standing (arr_minor)',
  'create index account_standing_by_renewal on account_standing (renewal_on)',
  'create index account_standing_by_touch on account_standing (last_touched_on)',

  // The day the standings were derived for; another day, another renewal window.
  'create table standing_day (as_of text primary key) strict',
];
