import { type Kysely, sql } from 'kysely';

/** Templates are told in both languages: a Chinese label beside the one there is. Without one, the one there is serves both. */
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
];
