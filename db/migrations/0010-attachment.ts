import { type Kysely, sql } from 'kysely';

/** Files that belong to records. A record is named by its table and row, so one table serves them all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table attachment (
    id integer primary key autoincrement,
    table_name text not null check (table_name in ('account', 'contact', 'contract', 'note', 'assessment',
      'handoff', 'value_claim', 'qbr')),
    row_id integer not null,
    part text check (part <> ''),
    account_id integer references account (id) on delete cascade,
    name text not null check (name <> ''),
    media_type text not null,
    size_bytes integer not null check (size_bytes >= 0),
    sha256 text not null check (length(sha256) = 64 and sha256 not glob '*[^0-9a-f]*'),
    added_on text not null check (added_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
  ) strict`,
  'create index attachment_by_record on attachment (table_name, row_id)',
  'create index attachment_by_account on attachment (account_id)',
];
