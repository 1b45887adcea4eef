import { type Kysely, sql } from 'kysely';

/** The layouts taken from a company's presentation template, or why none were; nothing for a template chosen before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table letterhead add column stage text check (json_valid(stage))').execute(db);
}
