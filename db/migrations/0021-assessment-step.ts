import { type Kysely, sql } from 'kysely';

/** The plan that came of an assessment: the steps kept from those proposed, worded, ordered and dated by the consultant. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const isDate = (column: string) => `check (${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;

const statements = [
  `create table assessment_step (
    id integer primary key autoincrement,
    assessment_id integer not null references assessment (id) on delete cascade,
    indicator text not null,
    position integer not null,
    step text not null check (step <> ''),
    owner text,
    effort integer not null check (effort between 1 and 3),
    from_on text ${isDate('from_on')},
    to_on text ${isDate('to_on')},
    note text,
    task_id integer references task (id) on delete set null,
    unique (assessment_id, indicator),
    check (from_on is null or to_on is null or from_on <= to_on)
  ) strict`,
  'create index assessment_step_by_task on assessment_step (task_id)',
];
