import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Book } from '../open.ts';
import type { Reader, Writer } from '../schema.ts';
import { dateIn, type IsoDate } from '../types/calendar.ts';
import type { BookTable } from './table.ts';

export type BookSettings = Selectable<BookTable>;

/** The book's own settings, or null in a file that was just created and not described yet. */
export async function findBookSettings(db: Reader): Promise<BookSettings | null> {
  return (await db.selectFrom('book').selectAll().executeTakeFirst()) ?? null;
}

export async function bookSettings(db: Reader): Promise<BookSettings> {
  return db.selectFrom('book').selectAll().executeTakeFirstOrThrow();
}

export async function describeBook(trx: Writer, settings: Omit<Insertable<BookTable>, 'id'>): Promise<void> {
  await trx
    .insertInto('book')
    .values({ ...settings, id: 1 })
    .execute();
}

export async function editBookSettings(
  trx: Writer,
  settings: Omit<Updateable<BookTable>, 'id' | 'created_at'>,
): Promise<void> {
  await trx.updateTable('book').set(settings).where('id', '=', 1).execute();
}

/** The calendar date where the book is kept: what every due date is told by. */
export async function today(book: Book): Promise<IsoDate> {
  const { time_zone } = await bookSettings(book.db);
  return dateIn(time_zone, book.now());
}

/** What the book holds at all: screens whose first step needs an account or a contract are offered once there is one. */
export async function bookHolds(
  db: Reader,
): Promise<{ readonly account: boolean; readonly contract: boolean }> {
  const row = await db
    .selectNoFrom((eb) => [
      eb.exists(eb.selectFrom('account').select('id')).as('account'),
      eb.exists(eb.selectFrom('contract').select('id')).as('contract'),
    ])
    .executeTakeFirstOrThrow();
  return { account: Boolean(row.account), contract: Boolean(row.contract) };
}
