import { type Kysely, sql } from 'kysely';

/**
 * Notice given on a contract, the gap a product line may have, and what is derived from both: the stage "ended", which has no
 * outcome yet, the end and notice deadline of every product line, and the days from which contacts count as silent. What an
 * open task replaces on Today is told by the contract and the assessment, of which an account may have several.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statusColumns =
  'account_id, sort_name, stage, arr_minor, renewal_on, notice_on, last_touched_on, onboarding_to';

const statements = [
  `alter table contract add column notice_given_on text
    check (notice_given_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`,
  'alter table book add column renewal_gap_days integer not null default 30 check (renewal_gap_days between 0 and 366)',

  `create table account_status_rebuilt (
    account_id integer primary key references account (id) on delete cascade,
    sort_name text not null,
    stage text check (stage <> ''),
    arr_minor integer,
    renewal_on text,
    notice_on text,
    last_touched_on text,
    onboarding_to text,
    sponsor_id integer,
    sponsor_touched_on text,
    sponsor_silent_from text,
    quiet_from text
  ) strict`,
  `insert into account_status_rebuilt (${statusColumns}) select ${statusColumns} from account_status`,
  'drop table account_status',
  'alter table account_status_rebuilt rename to account_status',
  ...[
    ['name', 'sort_name'],
    ['stage', 'stage, sort_name'],
    ['arr', 'arr_minor'],
    ['renewal', 'renewal_on'],
    ['touch', 'last_touched_on'],
  ].map(([name, columns]) => `create index account_status_by_${name} on account_status (${columns})`),

  `create table product_line_status (
    contract_id integer primary key references contract (id) on delete cascade,
    account_id integer not null references account (id) on delete cascade,
    product text,
    stage text not null,
    end_on text not null,
    notice_on text,
    renews_by_itself integer not null check (renews_by_itself in (0, 1)),
    notice_given_on text
  ) strict`,
  'create index product_line_status_by_account on product_line_status (account_id)',
  'create index product_line_status_by_end on product_line_status (end_on)',
  'create index product_line_status_by_notice on product_line_status (notice_on)',
  'delete from status_day',

  `update task set source_id = (
      select id from contract where contract.account_id = task.source_id order by end_on desc limit 1)
    where source_noun = 'renewal' and done_on is null
      and exists (select 1 from contract where contract.account_id = task.source_id)`,
  `update task set source_id = (
      select id from assessment where assessment.account_id = task.source_id order by assessed_on desc, id desc limit 1)
    where source_noun = 'assessment' and done_on is null
      and not exists (select 1 from assessment_step where task_id = task.id)
      and exists (select 1 from assessment where assessment.account_id = task.source_id)`,
];
