import { rename, rm } from 'node:fs/promises';
import { copyFiles, filesFolder } from './attached-files.ts';
import { attachedHashes } from './attachment/query.ts';
import { Failure } from './failure.ts';
import { type Book, inWords } from './open.ts';

/** What went along with a copy of a book: the attached files that were there, and those that were not. */
export type CopiedFiles = { readonly copied: number; readonly missing: number };

/**
 * Writes the book as it is now to another path, compacted, with the files attached in it beside. The copy appears whole
 * or not at all; an attached file that is missing is missing from the copy as well.
 * @throws Failure book.locked when the path is the open book's own, book.disk-full, book.no-access
 */
export async function saveCopy(book: Book, file: string): Promise<CopiedFiles> {
  if (file === book.path) throw new Failure('book.locked', { path: file });
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  try {
    book.sqlite.prepare('vacuum into ?').run(partial);
    const files = book.path
      ? await copyFiles(filesFolder(book.path), filesFolder(file), await attachedHashes(book.db))
      : { copied: 0, missing: 0 };
    await rename(partial, file);
    return files;
  } catch (error) {
    await rm(partial, { force: true });
    throw inWords(error, file);
  }
}
