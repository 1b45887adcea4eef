import { type Kysely, sql } from 'kysely';

/** Sheets of the whole book can be remembered like lists: definitions, prices, relations, tasks, goals and promises too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const nouns = [
  ...['custom_field', 'custom_choice', 'segmentation_scheme', 'segment', 'value_point', 'account', 'contact'],
  ...['contact_relation', 'contract', 'contract_price', 'note', 'task', 'goal', 'goal_reading', 'promise'],
];

const statements = [
  `create table import_mapping_next (
    headings text primary key check (json_valid(headings)),
    noun text not null check (noun in (${nouns.map((noun) => `'${noun}'`).join(', ')})),
    fields text not null check (json_valid(fields)),
    answers text not null default '{}' check (json_valid(answers))
  ) strict, without rowid`,
  'insert into import_mapping_next select headings, noun, fields, answers from import_mapping',
  'drop table import_mapping',
  'alter table import_mapping_next rename to import_mapping',
];
