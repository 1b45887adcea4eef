import { type Kysely, sql } from 'kysely';

/**
 * What is to be done and when: tasks that repeat and can be put off, milestones and touchpoints with the templates they come
 * from, and the stages somebody set by hand. A milestone's due date is derived from its stage unless it is fixed; it is
 * kept in the row so that late ones are found by an index.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const isDate = (column: string) =>
  `check (${column} is null or ${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;
const isStage = `check (stage in ('acquisition', 'conversion', 'handoff', 'onboarding', 'growth', 'renewal', 'churned'))`;
const rule = `kind text not null check (kind in ('milestone', 'touchpoint')),
    title text not null check (title <> ''),
    stage text not null ${isStage},
    anchor text not null check (anchor in ('start', 'end')),
    offset_days integer not null,
    channel text check (channel in ('meeting', 'call', 'visit', 'email', 'in-app', 'event')),
    is_first_value integer not null default 0 check (is_first_value in (0, 1))`;

const statements = [
  `alter table task add column snoozed_until text ${isDate('snoozed_until')}`,
  `alter table task add column repeat_unit text check (repeat_unit in ('day', 'week', 'month', 'year'))`,
  `alter table task add column repeat_every integer check (repeat_every >= 1)`,
  // The first day of the series, from which the others are counted: the 31st stays the 31st after a February.
  `alter table task add column repeat_from_on text ${isDate('repeat_from_on')}
    check ((repeat_unit is null) = (repeat_every is null) and (repeat_unit is null) = (repeat_from_on is null))`,
  'create index task_done_by_day on task (done_on) where done_on is not null',
  'create index task_open_by_source on task (source_noun, source_id) where done_on is null',

  `create table milestone_template (
    id integer primary key autoincrement,
    name text not null check (name <> '')
  ) strict`,
  `create table milestone_template_line (
    id integer primary key autoincrement,
    template_id integer not null references milestone_template (id) on delete cascade,
    position integer not null,
    ${rule}
  ) strict`,
  'create index milestone_template_line_by_template on milestone_template_line (template_id, position)',

  `create table milestone (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    line_id integer references milestone_template_line (id) on delete set null,
    product text,
    ${rule},
    due_on text ${isDate('due_on')},
    is_due_fixed integer not null default 0 check (is_due_fixed in (0, 1)),
    reached_on text ${isDate('reached_on')}
  ) strict`,
  'create index milestone_by_account on milestone (account_id, due_on)',
  'create index milestone_by_line on milestone (line_id)',
  'create index milestone_open_by_due on milestone (due_on) where reached_on is null',

  `create table lifecycle_override (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    stage text not null ${isStage},
    reason text not null check (reason <> ''),
    from_on text not null ${isDate('from_on')},
    to_on text not null ${isDate('to_on')},
    check (to_on >= from_on)
  ) strict`,
  'create index lifecycle_override_by_account on lifecycle_override (account_id, from_on)',
];
