import { type Kysely, sql } from 'kysely';

/** What may cost a customer, with its cause, weight, owner and outcome. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const day = (column: string) => `check (${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;

const statements = [
  `create table risk (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    what text not null check (what <> ''),
    cause text not null check (cause <> ''),
    branch text not null check (branch <> ''),
    severity integer not null check (severity between 1 and 5),
    likelihood integer not null check (likelihood between 1 and 5),
    score integer not null check (score = severity * likelihood),
    at_stake_minor integer check (at_stake_minor >= 0),
    at_stake_currency text check (length(at_stake_currency) = 3),
    first_signal_on text not null ${day('first_signal_on')},
    written_on text not null ${day('written_on')},
    owner text,
    due_on text ${day('due_on')},
    status text not null check (status <> ''),
    evidence text,
    result text,
    raised_by text not null check (raised_by <> ''),
    closed_on text ${day('closed_on')},
    check ((at_stake_minor is null) = (at_stake_currency is null))
  ) strict`,
  'create index risk_by_account on risk (account_id)',
  'create index risk_by_score on risk (score desc, due_on)',
];
