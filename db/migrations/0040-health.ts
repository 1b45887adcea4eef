import { type Kysely, sql } from 'kysely';

/**
 * Health: measures of the user's own with their readings, models in versions that never change, colours set by hand, and what
 * follows from them: the latest reading of each measure, where each account stands, and how it stood on earlier days.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const isDate = (column: string) => `check (${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;
const isBand = (column: string) => `check (${column} in ('red', 'yellow', 'green'))`;

/** The latest reading of an account's measure, found again after one of its readings changed or went. */
const refind = (row: 'old' | 'new') => `
  delete from health_latest where account_id = ${row}.account_id and measure_id = ${row}.measure_id;
  insert into health_latest (account_id, measure_id, read_on, value)
    select account_id, measure_id, read_on, value from health_reading
    where account_id = ${row}.account_id and measure_id = ${row}.measure_id order by read_on desc limit 1;`;

const statements = [
  `create table health_measure (
    id integer primary key autoincrement,
    key text not null unique check (key <> ''),
    position integer not null,
    name text not null check (name <> ''),
    name_zh text check (name_zh <> ''),
    unit text not null default '',
    direction text not null check (direction in ('increase', 'decrease', 'range')),
    mode text not null check (mode in ('hand', 'typed', 'imported')),
    least real,
    most real,
    value_point_id integer references value_point (id) on delete set null,
    redefined_on text ${isDate('redefined_on')},
    retired_on text ${isDate('retired_on')},
    check (least is null or most is null or least < most)
  ) strict`,
  'create index health_measure_by_value_point on health_measure (value_point_id)',

  `create table health_reading (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    measure_id integer not null references health_measure (id) on delete cascade,
    read_on text not null ${isDate('read_on')},
    value real not null,
    source text check (source <> ''),
    unique (account_id, measure_id, read_on)
  ) strict`,
  'create index health_reading_by_measure on health_reading (measure_id, read_on)',

  `create table health_latest (
    account_id integer not null references account (id) on delete cascade,
    measure_id integer not null references health_measure (id) on delete cascade,
    read_on text not null,
    value real not null,
    primary key (account_id, measure_id)
  ) strict, without rowid`,
  'create index health_latest_by_measure on health_latest (measure_id)',
  `create trigger health_reading_added after insert on health_reading begin
    insert into health_latest (account_id, measure_id, read_on, value)
      values (new.account_id, new.measure_id, new.read_on, new.value)
      on conflict (account_id, measure_id) do update set read_on = excluded.read_on, value = excluded.value
      where excluded.read_on >= health_latest.read_on;
  end`,
  `create trigger health_reading_changed after update on health_reading begin ${refind('old')} ${refind('new')} end`,
  `create trigger health_reading_removed after delete on health_reading begin ${refind('old')} end`,

  `create table health_model (
    id integer primary key autoincrement,
    position integer not null,
    retired_on text ${isDate('retired_on')}
  ) strict`,
  `create table health_model_version (
    id integer primary key autoincrement,
    model_id integer not null references health_model (id) on delete cascade,
    version integer not null check (version > 0),
    made_on text not null ${isDate('made_on')},
    body text not null check (json_valid(body)),
    unique (model_id, version)
  ) strict`,
  `create table health_model_segment (
    id integer primary key autoincrement,
    model_id integer not null references health_model (id) on delete cascade,
    segment_id integer not null references segment (id) on delete cascade,
    unique (model_id, segment_id)
  ) strict`,
  'create index health_model_segment_by_segment on health_model_segment (segment_id)',

  `create table health_override (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    band text not null ${isBand('band')},
    reason text not null check (reason <> ''),
    from_on text not null ${isDate('from_on')},
    until_on text not null ${isDate('until_on')},
    check (from_on <= until_on)
  ) strict`,
  'create index health_override_by_account on health_override (account_id, until_on)',

  `create table health_outlook (
    id integer primary key autoincrement,
    account_id integer not null unique references account (id) on delete cascade,
    sponsor_committed real check (sponsor_committed in (0, 0.5, 1)),
    product_fits real check (product_fits in (0, 0.5, 1)),
    employees_use real check (employees_use in (0, 0.5, 1))
  ) strict`,

  `create table health_status (
    account_id integer primary key references account (id) on delete cascade,
    version_id integer references health_model_version (id) on delete set null,
    score real,
    band text ${isBand('band')},
    scored_band text ${isBand('scored_band')},
    ungraded text check (ungraded in ('new', 'nothing-known', 'low-coverage')),
    coverage real not null,
    oldest_days integer,
    trend text check (trend in ('up', 'down')),
    band_since text not null,
    detail text not null check (json_valid(detail))
  ) strict, without rowid`,
  'create index health_status_by_score on health_status (score)',
  'create index health_status_by_band on health_status (band)',
  'create index health_status_by_version on health_status (version_id)',
  `create table health_day (
    account_id integer not null references account (id) on delete cascade,
    on_day text not null,
    version_id integer references health_model_version (id) on delete set null,
    score real,
    band text ${isBand('band')},
    coverage real not null,
    band_since text not null,
    detail text not null check (json_valid(detail)),
    primary key (account_id, on_day)
  ) strict, without rowid`,
  'create index health_day_by_version on health_day (version_id)',
  // The day the scores are of; empty while they have to be made anew.
  'create table health_status_day (as_of text primary key) strict, without rowid',
];
