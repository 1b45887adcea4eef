import { rename, rm } from 'node:fs/promises';
import { Failure } from './failure.ts';
import { type Book, inWords } from './open.ts';

/**
 * Writes the book as it is now to another path, compacted. The copy appears whole or not at all.
 * @throws Failure book.locked when the path is the open book's own, book.disk-full, book.no-access
 */
export async function saveCopy(book: Book, file: string): Promise<void> {
  if (file === book.path) throw new Failure('book.locked', { path: file });
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  try {
    book.sqlite.prepare('vacuum into ?').run(partial);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw inWords(error, file);
  }
}
