import { bookSettings } from '../db/book/query.ts';
import { Failure } from '../db/failure.ts';
import { inWords } from '../db/file-failure.ts';
import { identityOf } from '../db/file-identity.ts';
import type { Book } from '../db/open.ts';
import { readBook } from '../db/read-book.ts';
import type { Reader } from '../db/schema.ts';

export type OtherBook<T> = { readonly path: string; readonly name: string; readonly found: T };
export type RefusedBook = { readonly path: string; readonly failure: Pick<Failure, 'code' | 'parameters'> };

/**
 * What `read` finds in each of these books, in their order. No file is touched, and nothing of them is kept. One that cannot
 * be read is named with the reason; so is the open book's own file and a file that was named before.
 */
export async function readOtherBooks<T>(
  open: Book,
  files: readonly string[],
  read: (db: Reader) => Promise<T>,
): Promise<{ books: OtherBook<T>[]; refused: RefusedBook[] }> {
  const books: OtherBook<T>[] = [];
  const refused: RefusedBook[] = [];
  const seen = new Set(open.path === null ? [] : [identityOf(open.path)]);
  for (const file of files) {
    try {
      const found = identity(file);
      if (seen.has(found)) throw new Failure('book.compared-already', { path: file });
      seen.add(found);
      books.push(await readOne(open, file, read));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      refused.push({ path: file, failure: { code: error.code, parameters: error.parameters } });
    }
  }
  return { books, refused };
}

async function readOne<T>(open: Book, file: string, read: (db: Reader) => Promise<T>): Promise<OtherBook<T>> {
  const book = await readBook(file, { now: open.now });
  try {
    return { path: file, name: (await bookSettings(book.db)).name, found: await read(book.db) };
  } catch (error) {
    throw new Failure('book.damaged', { path: file }, { cause: error }); // its pages are whole, its content is not
  } finally {
    await book.close();
  }
}

/** @throws Failure book.not-found and the like */
function identity(file: string): string {
  try {
    const found = identityOf(file);
    if (found !== null) return found;
  } catch (error) {
    throw inWords(error, file);
  }
  throw new Failure('book.not-found', { path: file });
}
