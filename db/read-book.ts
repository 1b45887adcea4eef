import { hasHotJournal, headerOf } from './book-header.ts';
import { Failure } from './failure.ts';
import { reserve } from './file-identity.ts';
import { migrate, migrations } from './migrate.ts';
import { type Book, check, memoryBook, readFrom } from './open.ts';

/**
 * What a book's file holds, as a book in memory brought to the latest version. The file is only read, under the lock every
 * reader takes: it stays byte for byte as it is, and nothing comes to lie beside it.
 * @throws Failure book.not-found, not-a-book, empty, damaged, newer-schema, no-access, migration-failed, open-already, passphrase-needed; book.locked also
 *   where a change was left unfinished, which only an opening that writes can roll back.
 */
export async function readBook(file: string, options: { readonly now?: () => Date } = {}): Promise<Book> {
  const book = await memoryBook({ ...options, snapshot: await snapshotOf(file) });
  try {
    await migrate(book.sqlite, book.db);
  } catch (error) {
    await book.close();
    throw new Failure('book.migration-failed', { path: file, reason: String(error) }, { cause: error });
  }
  return book;
}

async function snapshotOf(file: string): Promise<Buffer> {
  const release = reserve(file);
  try {
    const { writesAhead, salt } = await headerOf(file, migrations);
    if (salt) throw new Failure('book.passphrase-needed', { path: file });
    if (writesAhead || (await hasHotJournal(file))) throw new Failure('book.locked', { path: file });
    return readFrom(file, (sqlite) => {
      check(sqlite, file);
      return sqlite.serialize();
    });
  } finally {
    release();
  }
}
