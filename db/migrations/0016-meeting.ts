import { type Kysely, sql } from 'kysely';

/**
 * What happens in a review's meeting and after it: decisions, how the CSM rates it by the criteria of their time, what the
 * preparation took. A section says what happened and what comes next beside what it means. An account may have a fiscal year
 * of its own, so that "your third quarter" is the customer's.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'alter table account add column fiscal_year_start_month integer check (fiscal_year_start_month between 1 and 12)',
  'alter table qbr add column preparation_minutes integer check (preparation_minutes between 0 and 10000)',

  'alter table qbr_section add column happened text',
  'alter table qbr_section add column what_next text',
  // The trigger names the columns that stay once a review is frozen.
  'drop trigger qbr_section_stays_update',
  `create trigger qbr_section_stays_update
    before update of qbr_id, section, position, hidden, happened, so_what, what_next, talking_point, question on qbr_section
    when exists (select 1 from qbr_freeze where qbr_id = old.qbr_id)
    begin select raise(abort, 'a frozen review never changes'); end`,

  // Taken down in the meeting, so after the freezing too.
  `create table qbr_decision (
    id integer primary key autoincrement,
    qbr_id integer not null references qbr (id) on delete cascade,
    decision text not null check (decision <> ''),
    decided_by text
  ) strict`,
  'create index qbr_decision_by_qbr on qbr_decision (qbr_id)',

  `create table qbr_rating (
    id integer primary key autoincrement,
    qbr_id integer not null references qbr (id) on delete cascade,
    criteria_version integer not null check (criteria_version >= 1),
    criterion text not null check (criterion <> ''),
    score integer not null check (score between 1 and 5),
    comment text,
    unique (qbr_id, criterion)
  ) strict`,
];
