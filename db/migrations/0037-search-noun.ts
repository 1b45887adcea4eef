import { type Kysely, sql } from 'kysely';

/**
 * Search packs a row's id and its noun's number into one rowid. The numbers were places in a list of 16, of which the code had
 * used 11: the seventeenth noun would have taken the words of another's rows. Now each noun has its number in the book, of 1024.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table search_noun (
    slot integer primary key check (slot between 0 and 1023),
    noun text not null unique
  ) strict`,
  'delete from search', // made anew after the migration
];
