import { stat } from 'node:fs/promises';
import { bookSettings } from '../db/book/query.ts';
import { Failure } from '../db/failure.ts';
import { type Book, inWords } from '../db/open.ts';
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
  const seen = new Set(open.path === null ? [] : [await identityOf(open.path)]);
  for (const file of files) {
    try {
      const identity = await identityOf(file);
      if (seen.has(identity)) throw new Failure('book.compared-already', { path: file });
      seen.add(identity);
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

/** The same for every path to a file, without opening it. */
async function identityOf(file: string): Promise<string> {
  try {
    const { dev, ino } = await stat(file, { bigint: true });
    return `${dev}:${ino}`;
  } catch (error) {
    throw inWords(error, file);
  }
}
