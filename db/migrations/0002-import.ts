import { type Kysely, sql } from 'kysely';

/**
 * What the user said of a file's columns, kept by its headings for the next file that has the same ones. It is a habit and
 * no content of the book: without an id it stays out of the change log, and undoing an import does not forget it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create table import_mapping (
      headings text primary key check (json_valid(headings)),
      noun text not null check (noun in ('account', 'contact', 'contract', 'note')),
      fields text not null check (json_valid(fields)),
      answers text not null default '{}' check (json_valid(answers))
    ) strict, without rowid`)
    .execute(db);
}
