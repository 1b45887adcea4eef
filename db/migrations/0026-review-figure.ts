import { type Kysely, sql } from 'kysely';

/**
 * Pages of a review whose figures the book does not record by itself: usage, support and feedback for both sides, health and
 * risks for the house alone, in a table of their own so that no column of it ever reaches a customer; and the pages on
 * stakeholders and on expansion. Every review still being prepared gets the new pages of its kind.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    ...rebuilt('qbr_section', sectionColumns, 'unique (qbr_id, section)'),
    ...rebuilt('qbr_agenda_line', agendaColumns),
    'create index qbr_agenda_line_by_qbr on qbr_agenda_line (qbr_id, position)',
    ...figureTable('qbr_figure', `'usage', 'support', 'feedback'`),
    ...figureTable('qbr_inside_figure', `'usage', 'risk'`),
    ...newPages,
    ...staysWhenFrozen('qbr_section', sectionsStay),
    ...staysWhenFrozen('qbr_agenda_line', 'qbr_id, position, section, minutes, presenter'),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const ofQbr = 'qbr_id integer not null references qbr (id) on delete cascade';
const key = 'id integer primary key autoincrement';

const isSection = `section text not null check (section in ('why', 'outcomes', 'usage', 'support', 'commitments', 'maturity',
  'risk', 'difficulty', 'feedback', 'stakeholder', 'expansion', 'plan', 'ask', 'agenda'))`;

const sectionColumns = [
  key,
  ofQbr,
  isSection,
  'position integer not null',
  'hidden integer not null default 0 check (hidden in (0, 1))',
  'so_what text',
  'talking_point text',
  'question text',
  'happened text',
  'what_next text',
];
const agendaColumns = [
  key,
  ofQbr,
  'position integer not null',
  isSection,
  'minutes integer not null check (minutes between 0 and 600)',
  'presenter text',
];
const sectionsStay =
  'qbr_id, section, position, hidden, happened, so_what, what_next, talking_point, question';

/** The same table with other checks, its rows and the numbers it has given out. The triggers on it go with the old one. */
function rebuilt(table: string, columns: readonly string[], constraint?: string): string[] {
  const names = columns.map((column) => column.split(' ')[0]).join(', ');
  return [
    `create table ${table}_rebuilt (${[...columns, ...(constraint ? [constraint] : [])].join(', ')}) strict`,
    `insert into ${table}_rebuilt (${names}) select ${names} from ${table}`,
    `delete from sqlite_sequence where name = '${table}_rebuilt'`,
    `insert into sqlite_sequence (name, seq) select '${table}_rebuilt', seq from sqlite_sequence where name = '${table}'`,
    `drop table ${table}`,
    `alter table ${table}_rebuilt rename to ${table}`,
  ];
}

function figureTable(table: string, sections: string): string[] {
  return [
    `create table ${table} (
      ${key},
      ${ofQbr},
      section text not null check (section in (${sections})),
      label text not null check (label <> ''),
      value real,
      before real,
      unit text not null default '',
      remark text,
      source text,
      as_of text check (as_of glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
    ) strict`,
    `create index ${table}_by_qbr on ${table} (qbr_id)`,
    ...staysWhenFrozen(table, 'qbr_id, section, label, value, before, unit, remark, source, as_of'),
  ];
}

function staysWhenFrozen(table: string, columns: string): string[] {
  const frozen = (row: 'old' | 'new') =>
    `when exists (select 1 from qbr_freeze where qbr_id = ${row}.qbr_id)
     begin select raise(abort, 'a frozen review never changes'); end`;
  return [
    `create trigger ${table}_stays_insert before insert on ${table} ${frozen('new')}`,
    `create trigger ${table}_stays_update before update of ${columns} on ${table} ${frozen('old')}`,
    `create trigger ${table}_stays_delete before delete on ${table} ${frozen('old')}`,
  ];
}

/** The new pages, each after a page that every kind has; positions only tell the order. */
const pages: readonly {
  readonly section: string;
  readonly after: string;
  readonly place: number;
  readonly kinds: string;
}[] = [
  { section: 'usage', after: 'outcomes', place: 1, kinds: `'mbr', 'qbr'` },
  { section: 'support', after: 'outcomes', place: 2, kinds: `'mbr', 'qbr'` },
  { section: 'risk', after: 'difficulty', place: -1, kinds: `'mbr', 'qbr', 'ebr'` },
  { section: 'feedback', after: 'difficulty', place: 1, kinds: `'mbr', 'qbr'` },
  { section: 'stakeholder', after: 'difficulty', place: 2, kinds: `'qbr', 'ebr'` },
  { section: 'expansion', after: 'difficulty', place: 3, kinds: `'qbr', 'ebr'` },
];
const isOpen = 'not exists (select 1 from qbr_freeze where qbr_freeze.qbr_id = qbr.id)';
const newPages = [
  `update qbr_section set position = position * 10 where qbr_id in (select id from qbr where ${isOpen})`,
  ...pages.map(
    ({ section, after, place, kinds }) => `insert into qbr_section (qbr_id, section, position)
      select qbr.id, '${section}', anchor.position + ${place} from qbr
      join qbr_section anchor on anchor.qbr_id = qbr.id and anchor.section = '${after}'
      where ${isOpen} and qbr.held_on is null and qbr.kind in (${kinds})`,
  ),
];
