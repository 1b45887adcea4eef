import { type Kysely, sql } from 'kysely';

/** The last review held before the book was begun, so that a customer is not overdue for want of history. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table earlier_review (
        id integer primary key autoincrement,
        account_id integer not null unique references account (id) on delete cascade,
        held_on text not null check (held_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
      ) strict`,
    )
    .execute(db);
}
