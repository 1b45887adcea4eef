import { type Kysely, sql } from 'kysely';

/** The weakest dimensions of a finished assessment, beside the mean that lists show; null in those finished before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table assessment add column weakest text check (json_valid(weakest))').execute(db);
}
