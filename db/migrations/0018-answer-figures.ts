import { type Kysely, sql } from 'kysely';

/** The figures an answer's level follows from, by input, where its indicator is answered by figures. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      'alter table assessment_answer add column figures text check (figures is null or json_valid(figures))',
    )
    .execute(db);
}
