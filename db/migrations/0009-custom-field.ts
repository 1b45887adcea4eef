import { type Kysely, sql } from 'kysely';

/**
 * Fields of an account the user adds. Values hang on the field's and the choice's row, never on a name, so that renaming
 * touches nothing; what is no longer used is retired and keeps its values.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table custom_field (
    id integer primary key autoincrement,
    name text not null unique collate nocase check (name <> ''),
    kind text not null check (kind in ('text', 'number', 'money', 'date', 'choice', 'yes-no')),
    position integer not null,
    is_retired integer not null default 0 check (is_retired in (0, 1))
  ) strict`,

  `create table custom_choice (
    id integer primary key autoincrement,
    field_id integer not null references custom_field (id) on delete cascade,
    name text not null collate nocase check (name <> ''),
    position integer not null,
    is_retired integer not null default 0 check (is_retired in (0, 1)),
    unique (field_id, name)
  ) strict`,

  // The value is what the field's kind says: text, a number, minor units, a day, a choice's id, or 0 and 1.
  `create table custom_value (
    id integer primary key autoincrement,
    field_id integer not null references custom_field (id) on delete cascade,
    account_id integer not null references account (id) on delete cascade,
    value any not null,
    currency text check (currency glob '[A-Z][A-Z][A-Z]'),
    unique (account_id, field_id)
  ) strict`,
  'create index custom_value_by_field on custom_value (field_id, value)',
];
