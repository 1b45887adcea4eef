import { type Kysely, sql } from 'kysely';

/**
 * What follows a deal's payment: when it came, when the customer was greeted, what was made of the answers; how much time
 * there is for it and on which days people work; the words of the first message; and the talks of sales and CS.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const isDate = (column: string) =>
  `check (${column} is null or ${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;

const statements = [
  // Instants: the welcome is due minutes after the payment.
  'alter table handoff add column paid_at text',
  'alter table handoff add column welcomed_at text',
  `alter table handoff add column followed_up_on text ${isDate('followed_up_on')}`,

  `create table handoff_clock (
    id integer primary key autoincrement,
    welcome_minutes integer not null check (welcome_minutes >= 1),
    kickoff_working_days integer not null check (kickoff_working_days >= 1)
  ) strict`,

  // No row, or no country: Monday to Friday and nothing else.
  `create table working_calendar (
    id integer primary key autoincrement,
    country text check (length(country) = 2)
  ) strict`,
  // A day on which this book says otherwise than the country's list.
  `create table working_day_change (
    id integer primary key autoincrement,
    day text not null unique ${isDate('day')},
    is_working integer not null check (is_working in (0, 1)),
    name text
  ) strict`,

  `create table mail_template (
    id integer primary key autoincrement,
    kind text not null check (kind in ('welcome')),
    language text not null check (language in ('en', 'zh-CN')),
    subject text not null check (subject <> ''),
    body text not null check (body <> ''),
    unique (kind, language)
  ) strict`,
  `create table mail_sender (
    id integer primary key autoincrement,
    title text,
    email text,
    phone text
  ) strict`,

  `create table sync (
    id integer primary key autoincrement,
    held_on text not null ${isDate('held_on')},
    attendees text,
    notes text
  ) strict`,
  'create index sync_by_day on sync (held_on)',
  // A line says what was so on the day, so that an earlier talk reads as it was held.
  `create table sync_line (
    id integer primary key autoincrement,
    sync_id integer not null references sync (id) on delete cascade,
    position integer not null,
    reason text not null check (reason in
      ('returned', 'waiting', 'gap-late', 'welcome-late', 'kickoff-late', 'often-returned', 'own')),
    handoff_id integer references handoff (id) on delete set null,
    account_name text,
    seller text,
    subject text,
    since text ${isDate('since')},
    decision text
  ) strict`,
  'create index sync_line_by_sync on sync_line (sync_id, position)',
  'create index sync_line_by_handoff on sync_line (handoff_id)',
];
