import { type Kysely, sql } from 'kysely';

/**
 * Delivery lists in the making, one for each kind; where an answer comes from and what other sources say instead; and how
 * far a deal has come, which tells when CS joins it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const isDate = (column: string) =>
  `check (${column} is null or ${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;
const sources = `('customer', 'sales', 'crm', 'notes', 'assumption')`;

const statements = [
  `create table handoff_template_draft (
    id integer primary key autoincrement,
    kind text not null unique check (kind in ('new-deal', 'expansion', 'csm-to-csm')),
    body text not null check (json_valid(body))
  ) strict`,

  `alter table handoff_answer add column source text check (source in ${sources})`,
  // Why this source was taken where others say something else.
  'alter table handoff_answer add column source_reason text',

  `create table handoff_statement (
    id integer primary key autoincrement,
    handoff_id integer not null references handoff (id) on delete cascade,
    field text not null,
    source text not null check (source in ${sources}),
    answer text not null check (answer <> ''),
    stated_on text not null ${isDate('stated_on')},
    unique (handoff_id, field, source)
  ) strict`,

  'alter table handoff add column deal_percent integer check (deal_percent between 0 and 100)',
  `alter table handoff add column cs_joined_on text ${isDate('cs_joined_on')}`,
];
