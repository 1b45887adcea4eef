import { type Kysely, sql } from 'kysely';

/**
 * Several people answer one assessment, each apart; the assessment's own answer is then the consensus, with the reason where
 * it is not what the answers propose. And models the user writes: a draft that changes until it is published as a version.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table assessment_respondent (
    id integer primary key autoincrement,
    assessment_id integer not null references assessment (id) on delete cascade,
    name text not null collate nocase check (name <> ''),
    title text,
    unique (assessment_id, name)
  ) strict`,
  `create table assessment_response (
    id integer primary key autoincrement,
    respondent_id integer not null references assessment_respondent (id) on delete cascade,
    indicator text not null,
    level integer check (level >= 1),
    is_applicable integer not null default 1 check (is_applicable in (0, 1)),
    reason text,
    confidence text check (confidence in ('low', 'medium', 'high')),
    evidence text,
    note text,
    unique (respondent_id, indicator),
    check (is_applicable = 1 or (level is null and reason is not null and reason <> ''))
  ) strict`,
  'alter table assessment_answer add column consensus_reason text',

  // Every change of one text writes one small row, so that the change log does not keep the whole model each time; what
  // changes the shape of the model folds them into the body.
  `create table maturity_model_draft (
    id integer primary key autoincrement,
    key text not null unique check (key <> ''),
    body text not null check (json_valid(body))
  ) strict`,
  `create table maturity_model_edit (
    id integer primary key autoincrement,
    draft_id integer not null references maturity_model_draft (id) on delete cascade,
    path text not null check (path <> ''),
    value text not null check (json_valid(value)),
    unique (draft_id, path)
  ) strict`,
];
