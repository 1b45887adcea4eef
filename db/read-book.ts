import { Failure } from './failure.ts';
import { migrate, migrations } from './migrate.ts';
import { type Book, check, hasHotJournal, headerOf, memoryBook, readFrom } from './open.ts';

/**
 * What a book's file holds, as a book in memory brought to the latest version. The file is only read, under the lock every
 * reader takes: it stays byte for byte as it is, and nothing comes to lie beside it. Never of the file of an open book: on
 * Unix, closing it a second time lets go of that book's lock.
 * @throws Failure book.not-found, not-a-book, empty, damaged, newer-schema, no-access, migration-failed; book.locked also
 *   where a change was left unfinished, which only an opening that writes can roll back.
 */
export async function readBook(file: string, options: { readonly now?: () => Date } = {}): Promise<Book> {
  const { writesAhead } = await headerOf(file, migrations);
  if (writesAhead || (await hasHotJournal(file))) throw new Failure('book.locked', { path: file });
  const book = await memoryBook({ ...options, snapshot: snapshotOf(file) });
  try {
    await migrate(book.sqlite, book.db);
  } catch (error) {
    await book.close();
    throw new Failure('book.migration-failed', { path: file, reason: String(error) }, { cause: error });
  }
  return book;
}

function snapshotOf(file: string): Buffer {
  return readFrom(file, (sqlite) => {
    check(sqlite, file);
    return sqlite.serialize();
  });
}
