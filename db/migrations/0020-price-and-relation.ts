import { type Kysely, sql } from 'kysely';

/** Prices that change while a contract runs, and who at a customer reports to or knows whom. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table contract_price (
    id integer primary key autoincrement,
    contract_id integer not null references contract (id) on delete cascade,
    account_id integer not null references account (id) on delete cascade,
    from_on text not null check (from_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    amount_minor integer not null check (amount_minor >= 0),
    seats integer check (seats >= 0),
    unique (contract_id, from_on)
  ) strict`,
  'create index contract_price_by_account on contract_price (account_id)',

  `create table contact_relation (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    contact_id integer not null references contact (id) on delete cascade,
    other_id integer not null references contact (id) on delete cascade,
    kind text not null check (kind in ('reports-to', 'knows')),
    check (contact_id <> other_id),
    unique (contact_id, other_id, kind)
  ) strict`,
  // One superior each: a second would make two charts of one house.
  `create unique index contact_relation_superior on contact_relation (contact_id) where kind = 'reports-to'`,
  'create index contact_relation_by_account on contact_relation (account_id)',
  'create index contact_relation_by_other on contact_relation (other_id)',

  // How many of an account's contacts were touched lately, for the list of single-threaded accounts.
  'create index contact_by_touch on contact (account_id, last_touched_on)',
];
