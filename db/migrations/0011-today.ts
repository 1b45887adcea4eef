import { type Kysely, sql } from 'kysely';

/**
 * What Today asks every morning, kept where an index finds it: when an account's onboarding ended, which sponsor was talked to
 * last, which review was held last. And milestones in both languages: a Chinese label beside the one there is; without one,
 * the one there is serves both.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const label = (column: string) => `${column} text check (${column} <> '')`;

const statements = [
  `alter table milestone_template add column ${label('name_zh')}`,
  `alter table milestone_template_line add column ${label('title_zh')}`,
  `alter table milestone add column ${label('title_zh')}`,
  // Which segments a template serves is asked when it is shown and when it is deleted.
  'create index segment_by_template on segment (milestone_template_id) where milestone_template_id is not null',

  'alter table account_standing add column onboarding_to text',
  'delete from standing_day', // the standings are derived again when they are next asked for
  `create index contact_sponsor on contact (account_id, last_touched_on, name) where role = 'sponsor'`,
  'create index qbr_held on qbr (account_id, held_on, kind)',
];
