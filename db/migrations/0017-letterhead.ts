import { type Kysely, sql } from 'kysely';

/** The house's look on what leaves it: a logo, and the colours and fonts taken from a company's presentation template. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table letterhead (
        id integer primary key autoincrement,
        logo text,
        logo_type text check (logo_type in ('png', 'jpeg')),
        logo_ratio real check (logo_ratio > 0),
        template_name text,
        theme text check (json_valid(theme)),
        check ((logo is null) = (logo_type is null) and (logo is null) = (logo_ratio is null)),
        check ((template_name is null) = (theme is null))
      ) strict`,
    )
    .execute(db);
}
