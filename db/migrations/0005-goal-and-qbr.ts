import { type Kysely, sql } from 'kysely';

/**
 * What a customer wants and what came of it (value point, definition of success, goal, reading, value claim), and the
 * reviews that show it. A frozen review is a copy of everything it showed; from then on what it was made of stays as it is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...tables, ...qbrParts.flatMap(staysWhenFrozen), ...qbrStays])
    await sql.raw(statement).execute(db);
}

const isDate = (column: string) =>
  `check (${column} is null or ${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;
const isSection = `check (section in ('why', 'outcomes', 'commitments', 'maturity', 'difficulty', 'plan', 'ask', 'agenda'))`;
const ofQbr = 'qbr_id integer not null references qbr (id) on delete cascade';

const tables = [
  `create table value_point (
    id integer primary key autoincrement,
    name text not null unique collate nocase check (name <> ''),
    product text
  ) strict`,

  `create table success_definition (
    id integer primary key autoincrement,
    account_id integer not null unique references account (id) on delete cascade,
    why_bought text,
    definition text,
    confirmed_on text ${isDate('confirmed_on')},
    confirmed_by text
  ) strict`,

  `create table goal (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    value_point_id integer references value_point (id) on delete set null,
    metric text not null check (metric <> ''),
    unit text not null default '',
    term text not null default 'short' check (term in ('short', 'long')),
    direction text not null check (direction in ('increase', 'decrease')),
    baseline real,
    baseline_on text ${isDate('baseline_on')},
    target real,
    due_on text ${isDate('due_on')},
    owner text,
    defined_by text,
    confirmed_on text ${isDate('confirmed_on')},
    redefined_on text ${isDate('redefined_on')},
    note text,
    closed_on text ${isDate('closed_on')}
  ) strict`,
  'create index goal_by_account on goal (account_id, due_on)',
  'create index goal_by_value_point on goal (value_point_id)',
  'create index goal_open_by_due on goal (due_on) where closed_on is null',

  `create table goal_reading (
    id integer primary key autoincrement,
    goal_id integer not null references goal (id) on delete cascade,
    read_on text not null ${isDate('read_on')},
    value real not null,
    source text
  ) strict`,
  'create index goal_reading_by_goal on goal_reading (goal_id, read_on)',

  `create table value_claim (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    value_point_id integer references value_point (id) on delete set null,
    goal_id integer references goal (id) on delete set null,
    outcome text not null check (outcome <> ''),
    promised text,
    from_on text not null ${isDate('from_on')},
    to_on text not null ${isDate('to_on')},
    inputs text not null default '[]' check (json_valid(inputs)),
    currency text not null,
    conversion_agreed_on text ${isDate('conversion_agreed_on')},
    signed_on text ${isDate('signed_on')},
    signed_by text,
    source text,
    quote text,
    note text,
    check (to_on >= from_on)
  ) strict`,
  'create index value_claim_by_account on value_claim (account_id, to_on)',
  'create index value_claim_by_value_point on value_claim (value_point_id)',
  'create index value_claim_by_goal on value_claim (goal_id)',

  `create table qbr (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    kind text not null check (kind in ('mbr', 'qbr', 'ebr')),
    from_on text not null ${isDate('from_on')},
    to_on text not null ${isDate('to_on')},
    meeting_on text ${isDate('meeting_on')},
    minutes integer not null check (minutes between 1 and 600),
    place text,
    held_on text ${isDate('held_on')},
    check (to_on >= from_on)
  ) strict`,
  'create index qbr_by_account on qbr (account_id, to_on)',
  'create index qbr_open_by_meeting on qbr (meeting_on) where held_on is null',

  `create table qbr_section (
    id integer primary key autoincrement,
    ${ofQbr},
    section text not null ${isSection},
    position integer not null,
    hidden integer not null default 0 check (hidden in (0, 1)),
    so_what text,
    talking_point text,
    question text,
    unique (qbr_id, section)
  ) strict`,

  `create table qbr_difficulty (
    id integer primary key autoincrement,
    ${ofQbr},
    difficulty text not null check (difficulty <> ''),
    lesson text
  ) strict`,
  'create index qbr_difficulty_by_qbr on qbr_difficulty (qbr_id)',

  `create table qbr_ask (
    id integer primary key autoincrement,
    ${ofQbr},
    side text not null check (side in ('us', 'customer')),
    ask text not null check (ask <> ''),
    asked_of text,
    due_on text ${isDate('due_on')}
  ) strict`,
  'create index qbr_ask_by_qbr on qbr_ask (qbr_id)',

  `create table qbr_plan_line (
    id integer primary key autoincrement,
    ${ofQbr},
    goal_id integer references goal (id) on delete set null,
    step text not null check (step <> ''),
    side text not null check (side in ('us', 'customer')),
    owner text,
    due_on text ${isDate('due_on')}
  ) strict`,
  'create index qbr_plan_line_by_qbr on qbr_plan_line (qbr_id)',
  'create index qbr_plan_line_by_goal on qbr_plan_line (goal_id)',

  `create table qbr_attendee (
    id integer primary key autoincrement,
    ${ofQbr},
    contact_id integer references contact (id) on delete set null,
    side text not null check (side in ('us', 'customer')),
    name text not null check (name <> ''),
    title text,
    invited_on text ${isDate('invited_on')},
    attended integer check (attended in (0, 1))
  ) strict`,
  'create index qbr_attendee_by_qbr on qbr_attendee (qbr_id)',
  'create index qbr_attendee_by_contact on qbr_attendee (contact_id)',

  `create table qbr_agenda_line (
    id integer primary key autoincrement,
    ${ofQbr},
    position integer not null,
    section text not null ${isSection},
    minutes integer not null check (minutes between 0 and 600),
    presenter text
  ) strict`,
  'create index qbr_agenda_line_by_qbr on qbr_agenda_line (qbr_id, position)',

  // The copy itself: all that was shown, as JSON (db/qbr/rule.ts).
  `create table qbr_freeze (
    id integer primary key autoincrement,
    qbr_id integer not null unique references qbr (id) on delete cascade,
    frozen_at text not null,
    content text not null check (json_valid(content))
  ) strict`,
];

/**
 * What a frozen review was made of. The columns are those a user writes: references that the database clears when a contact
 * or a goal goes, and who attended, may still change.
 */
const qbrParts: readonly { readonly table: string; readonly columns: string }[] = [
  { table: 'qbr_section', columns: 'qbr_id, section, position, hidden, so_what, talking_point, question' },
  { table: 'qbr_difficulty', columns: 'qbr_id, difficulty, lesson' },
  { table: 'qbr_ask', columns: 'qbr_id, side, ask, asked_of, due_on' },
  { table: 'qbr_plan_line', columns: 'qbr_id, step, side, owner, due_on' },
  { table: 'qbr_attendee', columns: 'qbr_id, side, name, title, invited_on' },
  { table: 'qbr_agenda_line', columns: 'qbr_id, position, section, minutes, presenter' },
];

const refuse = `select raise(abort, 'a frozen review never changes')`;

function staysWhenFrozen({ table, columns }: (typeof qbrParts)[number]): string[] {
  const frozen = (row: 'old' | 'new') =>
    `when exists (select 1 from qbr_freeze where qbr_id = ${row}.qbr_id) begin ${refuse}; end`;
  return [
    `create trigger ${table}_stays_insert before insert on ${table} ${frozen('new')}`,
    `create trigger ${table}_stays_update before update of ${columns} on ${table} ${frozen('old')}`,
    `create trigger ${table}_stays_delete before delete on ${table} ${frozen('old')}`,
  ];
}

const isFrozen = 'exists (select 1 from qbr_freeze where qbr_id = old.id)';

/** Taking back the freezing itself is the one way out: the copy goes as a whole, and nothing in it ever changes. */
const qbrStays = [
  `create trigger qbr_stays_update before update of account_id, kind, from_on, to_on, meeting_on, minutes, place on qbr
    when ${isFrozen} begin ${refuse}; end`,
  `create trigger qbr_stays_delete before delete on qbr when ${isFrozen} begin ${refuse}; end`,
  `create trigger qbr_freeze_stays_update before update on qbr_freeze begin ${refuse}; end`,
  `create trigger qbr_freeze_stays_delete before delete on qbr_freeze
    when (select kind from action order by id desc limit 1) is not 'undo' begin ${refuse}; end`,
];
