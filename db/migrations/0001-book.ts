import { type Kysely, sql } from 'kysely';

/**
 * The book itself, who is in it (account, contact), what they bought (contract), what was said (note), what is to do
 * (task), and the change log under all of them. Money is integer minor units; dates are ISO texts; booleans are 0 or 1.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const isDate = (column: string) =>
  `check (${column} is null or ${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;

const statements = [
  `create table book (
    id integer primary key check (id = 1),
    name text not null,
    owner text not null,
    base_currency text not null,
    fiscal_year_start_month integer not null check (fiscal_year_start_month between 1 and 12),
    language text not null check (language in ('en', 'zh-CN')),
    time_zone text not null,
    is_sample integer not null default 0 check (is_sample in (0, 1)),
    created_at text not null
  ) strict`,

  `create table exchange_rate (
    id integer primary key autoincrement,
    currency text not null,
    valid_on text not null ${isDate('valid_on')},
    base_per_unit real not null check (base_per_unit > 0),
    unique (currency, valid_on)
  ) strict`,

  `create table account (
    id integer primary key autoincrement,
    key text unique,
    name text not null check (name <> ''),
    legal_name text,
    industry text,
    size text check (size in ('small', 'mid', 'large')),
    region text,
    tier text,
    owner text,
    sales_owner text,
    status text not null default 'active' check (status in ('prospect', 'active', 'churned')),
    tags text not null default '[]' check (json_valid(tags)),
    description text,
    customer_since text ${isDate('customer_since')},
    archived_at text
  ) strict`,
  'create index account_by_name on account (name collate nocase) where archived_at is null',
  'create index account_by_tier on account (tier, name collate nocase) where archived_at is null',
  'create index account_by_owner on account (owner, name collate nocase) where archived_at is null',
  'create index account_by_status on account (status, name collate nocase) where archived_at is null',
  'create index account_by_region on account (region, name collate nocase) where archived_at is null',

  `create table contact (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    name text not null check (name <> ''),
    title text,
    role text check (role in ('sponsor', 'champion', 'key-user', 'technical', 'finance', 'detractor')),
    influence integer check (influence between 1 and 5),
    sentiment integer check (sentiment between -2 and 2),
    email text,
    phone text,
    languages text,
    last_touched_on text ${isDate('last_touched_on')}
  ) strict`,
  'create index contact_by_account on contact (account_id, name)',

  `create table contract (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    key text unique,
    product text,
    seats integer check (seats >= 0),
    amount_minor integer not null check (amount_minor >= 0),
    currency text not null,
    billing_period text not null check (billing_period in ('month', 'quarter', 'half-year', 'year', 'term')),
    annual_minor integer,
    start_on text not null ${isDate('start_on')},
    end_on text ${isDate('end_on')},
    first_paid_on text ${isDate('first_paid_on')},
    notice_days integer check (notice_days >= 0),
    auto_renews integer check (auto_renews in (0, 1)),
    is_trial integer not null default 0 check (is_trial in (0, 1)),
    renews_contract_id integer references contract (id) on delete set null,
    check (end_on is null or end_on >= start_on)
  ) strict`,
  'create index contract_by_account on contract (account_id, start_on)',
  'create index contract_by_end on contract (end_on)',
  'create index contract_by_renewed on contract (renews_contract_id)',

  `create table note (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    contact_id integer references contact (id) on delete set null,
    kind text not null default 'note' check (kind in ('note', 'meeting', 'call', 'email', 'visit')),
    occurred_on text not null ${isDate('occurred_on')},
    body text not null check (body <> '')
  ) strict`,
  'create index note_by_account on note (account_id, occurred_on)',
  'create index note_by_contact on note (contact_id)',

  `create table task (
    id integer primary key autoincrement,
    account_id integer references account (id) on delete cascade,
    title text not null check (title <> ''),
    owner text,
    due_on text ${isDate('due_on')},
    done_on text ${isDate('done_on')},
    source_noun text,
    source_id integer
  ) strict`,
  'create index task_by_account on task (account_id, due_on)',
  'create index task_open_by_due on task (due_on) where done_on is null',

  `create table action (
    id integer primary key autoincrement,
    at text not null,
    deed text not null,
    parameters text not null default '{}' check (json_valid(parameters)),
    kind text not null check (kind in ('do', 'undo', 'redo')),
    reverses_id integer references action (id),
    reversed_by_id integer references action (id)
  ) strict`,
  `create index action_undoable on action (id) where kind <> 'undo' and reversed_by_id is null`,

  `create table change (
    id integer primary key autoincrement,
    action_id integer not null references action (id),
    table_name text not null,
    row_id integer not null,
    account_id integer,
    before text,
    after text
  ) strict`,
  'create index change_by_action on change (action_id)',
  'create index change_by_row on change (table_name, row_id)',
  'create index change_by_account on change (account_id, id) where account_id is not null',

  // Contentless: the rowid alone says which row matched (see search/query.ts); the words are not kept a second time.
  `create virtual table search using fts5 (words, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 2")`,
];
