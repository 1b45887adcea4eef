import { type Kysely, sql } from 'kysely';

/**
 * Who the customers are and what they are to get: segmentation schemes with their segments, where each account is placed,
 * the ideal customer of a segment, how motivated an account is, the value propositions, and which value points an account
 * needs, bought, uses and has proven.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const isDate = (column: string) =>
  `check (${column} is null or ${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;

const statements = [
  `create table segmentation_scheme (
    id integer primary key autoincrement,
    name text not null unique collate nocase check (name <> ''),
    kind text not null check (kind in ('a-priori', 'needs', 'value')),
    purpose text,
    position integer not null
  ) strict`,

  // The milestone template comes with its own table later; until then the column only keeps the place.
  `create table segment (
    id integer primary key autoincrement,
    scheme_id integer not null references segmentation_scheme (id) on delete cascade,
    name text not null check (name <> ''),
    position integer not null,
    description text,
    touch text check (touch in ('high', 'mid', 'tech')),
    reviews_per_year integer check (reviews_per_year between 2 and 52),
    milestone_template_id integer,
    fit_evidence text,
    is_validated integer not null default 0 check (is_validated in (0, 1)),
    rule text check (rule is null or json_valid(rule)),
    unique (scheme_id, id)
  ) strict`,
  'create unique index segment_by_name on segment (scheme_id, name collate nocase)',

  // The scheme stands in the row as well: that is what allows one segment per scheme and no more.
  `create table segment_placement (
    id integer primary key autoincrement,
    scheme_id integer not null,
    segment_id integer not null,
    account_id integer not null references account (id) on delete cascade,
    placed_by text not null check (placed_by in ('hand', 'import', 'rule')),
    unique (account_id, scheme_id),
    foreign key (scheme_id, segment_id) references segment (scheme_id, id) on delete cascade
  ) strict`,
  'create index segment_placement_by_segment on segment_placement (segment_id, account_id)',
  'create index segment_placement_by_scheme on segment_placement (scheme_id, segment_id)',

  `create table segment_research (
    id integer primary key autoincrement,
    segment_id integer not null references segment (id) on delete cascade,
    question text not null
      check (question in ('why-not', 'why', 'attraction', 'need', 'today', 'decision')),
    answer text not null check (answer <> ''),
    unique (segment_id, question)
  ) strict`,

  `create table persona (
    id integer primary key autoincrement,
    segment_id integer not null references segment (id) on delete cascade,
    position integer not null,
    role text not null check (role <> ''),
    needs text,
    scenario text
  ) strict`,
  'create index persona_by_segment on persona (segment_id, position)',

  `create table motivation_score (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    criterion text not null check (criterion in ('budget', 'authority', 'need', 'timeline')),
    score integer check (score between 0 and 3),
    evidence text,
    scored_on text ${isDate('scored_on')},
    unique (account_id, criterion)
  ) strict`,

  `create table value_proposition (
    id integer primary key autoincrement,
    product text not null unique collate nocase check (product <> ''),
    sentence text,
    audience text,
    change text,
    benefit text,
    advantage text
  ) strict`,

  // Every value point is where its product's proposition says what it is for; points named in passing have none yet.
  'alter table value_point add column proposition_id integer references value_proposition (id) on delete set null',
  'alter table value_point add column position integer not null default 0',
  'alter table value_point add column description text',
  'alter table value_point add column proof_metric text',
  'alter table value_point add column proof_unit text',
  `alter table value_point add column proof_direction text
    check (proof_direction in ('increase', 'decrease'))`,
  `insert into value_proposition (product) select product from value_point where product is not null
    group by product collate nocase`,
  `update value_point set proposition_id =
    (select id from value_proposition where value_proposition.product = value_point.product)`,
  'alter table value_point drop column product',
  'create index value_point_by_proposition on value_point (proposition_id, position)',

  `create table value_point_part (
    id integer primary key autoincrement,
    value_point_id integer not null references value_point (id) on delete cascade,
    kind text not null check (kind in ('module', 'service', 'practice', 'offer')),
    name text not null collate nocase check (name <> ''),
    unique (value_point_id, kind, name)
  ) strict`,

  `create table segment_value_point (
    id integer primary key autoincrement,
    segment_id integer not null references segment (id) on delete cascade,
    value_point_id integer not null references value_point (id) on delete cascade,
    unique (segment_id, value_point_id)
  ) strict`,
  'create index segment_value_point_by_point on segment_value_point (value_point_id)',

  `create table account_value_point (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    value_point_id integer not null references value_point (id) on delete cascade,
    state text not null check (state in ('needed', 'sold', 'adopted', 'proven')),
    changed_on text not null ${isDate('changed_on')},
    note text,
    unique (account_id, value_point_id)
  ) strict`,
  'create index account_value_point_by_point on account_value_point (value_point_id, state)',
];
