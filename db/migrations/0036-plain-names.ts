import { type Kysely, sql } from 'kysely';

/**
 * Tables and columns take the names the trade uses: a promise becomes a commitment, an account's standing its status, and an
 * action is known by its key. The lists of nouns in two checks go for good: every new noun would have to rebuild the tables.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const attachmentColumns =
  'id, table_name, row_id, part, account_id, name, media_type, size_bytes, sha256, added_on';

const statements = [
  'alter table promise rename to commitment',
  'drop index promise_by_account',
  'create index commitment_by_account on commitment (account_id, due_on)',
  'drop index promise_open_by_due',
  `create index commitment_open_by_due on commitment (due_on) where status = 'open'`,
  `update change set table_name = 'commitment' where table_name = 'promise'`,
  'alter table action rename column deed to key',
  `update action set key = 'commitment.' || substr(key, 9) where key like 'promise.%'`,

  'alter table account_standing rename to account_status',
  'alter table standing_day rename to status_day',
  ...[
    ['name', 'sort_name'],
    ['stage', 'stage, sort_name'],
    ['arr', 'arr_minor'],
    ['renewal', 'renewal_on'],
    ['touch', 'last_touched_on'],
  ].flatMap(([name, columns]) => [
    `drop index account_standing_by_${name}`,
    `create index account_status_by_${name} on account_status (${columns})`,
  ]),

  `create table import_mapping_rebuilt (
    headings text primary key check (json_valid(headings)),
    noun text not null check (noun <> ''),
    fields text not null check (json_valid(fields)),
    answers text not null default '{}' check (json_valid(answers))
  ) strict, without rowid`,
  `insert into import_mapping_rebuilt (headings, noun, fields, answers)
    select headings, iif(noun = 'promise', 'commitment', noun), fields, answers from import_mapping`,
  'drop table import_mapping',
  'alter table import_mapping_rebuilt rename to import_mapping',

  `create table attachment_rebuilt (
    id integer primary key autoincrement,
    table_name text not null check (table_name <> ''),
    row_id integer not null,
    part text check (part <> ''),
    account_id integer references account (id) on delete cascade,
    name text not null check (name <> ''),
    media_type text not null,
    size_bytes integer not null check (size_bytes >= 0),
    sha256 text not null check (length(sha256) = 64 and sha256 not glob '*[^0-9a-f]*'),
    added_on text not null check (added_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
  ) strict`,
  `insert into attachment_rebuilt (${attachmentColumns}) select ${attachmentColumns} from attachment`,
  // Numbers once given out are not given to another row: undo and history know rows by them.
  `delete from sqlite_sequence where name = 'attachment_rebuilt'`,
  `insert into sqlite_sequence (name, seq) select 'attachment_rebuilt', seq from sqlite_sequence where name = 'attachment'`,
  'drop table attachment',
  'alter table attachment_rebuilt rename to attachment',
  'create index attachment_by_record on attachment (table_name, row_id)',
  'create index attachment_by_account on attachment (account_id)',
];
