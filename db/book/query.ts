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
