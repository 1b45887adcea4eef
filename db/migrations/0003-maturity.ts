import { type Kysely, sql } from 'kysely';

/**
 * Maturity assessments: the model versions a book has used, who or what was assessed when, one answer per indicator, and
 * the levels aimed at. A model version never changes once written, so that an old assessment keeps its meaning.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const isDate = (column: string) =>
  `check (${column} is null or ${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;

const statements = [
  `create table maturity_model (
    id integer primary key autoincrement,
    key text not null,
    version integer not null check (version >= 1),
    body text not null check (json_valid(body)),
    unique (key, version)
  ) strict`,
  `create trigger maturity_model_stays before update on maturity_model begin
    select raise(abort, 'a model version never changes; an edit is the next version');
  end`,

  // Of an account, or of the company named: the book's own or a consultant's client. What it came to is written when it is
  // finished, so that lists sort by it; an assessment under way has no result yet.
  `create table assessment (
    id integer primary key autoincrement,
    model_id integer not null references maturity_model (id),
    account_id integer references account (id) on delete cascade,
    company text check (company <> ''),
    assessed_on text not null ${isDate('assessed_on')},
    assessor text,
    finished_on text ${isDate('finished_on')},
    overall_hundredths integer,
    stage text,
    check ((account_id is null) <> (company is null)),
    check (finished_on is not null or (overall_hundredths is null and stage is null))
  ) strict`,
  'create index assessment_by_account on assessment (account_id, assessed_on)',
  'create index assessment_by_model on assessment (model_id)',

  `create table assessment_answer (
    id integer primary key autoincrement,
    assessment_id integer not null references assessment (id) on delete cascade,
    indicator text not null,
    level integer check (level >= 1),
    is_applicable integer not null default 1 check (is_applicable in (0, 1)),
    reason text,
    confidence text check (confidence in ('low', 'medium', 'high')),
    evidence text,
    note text,
    unique (assessment_id, indicator),
    check (is_applicable = 1 or (level is null and reason <> ''))
  ) strict`,

  `create table assessment_target (
    id integer primary key autoincrement,
    assessment_id integer not null references assessment (id) on delete cascade,
    dimension text not null,
    level integer not null check (level >= 1),
    unique (assessment_id, dimension)
  ) strict`,
];
