import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { copyFiles, filesFolder } from './attached-files.ts';
import { attachedHashes } from './attachment/query.ts';
import { inWords } from './file-failure.ts';
import { identityOf, refuseOpenBook } from './file-identity.ts';
import { type Book, openBook } from './open.ts';
import { refuseBusy } from './recovery.ts';
import { noted, placeFile } from './work-file.ts';

/** What went along with a copy of a book: the attached files that were there, and those that were not. */
export type CopiedFiles = { readonly copied: number; readonly missing: number };

/**
 * Writes the book as it is now to another path, compacted, with the files attached in it beside. The copy is opened to prove it
 * and appears whole or not at all; an attached file that is missing is missing from the copy as well.
 * @throws Failure book.open-already when the path leads to a book that is open here, book.locked when to one that is open in
 *   another program, book.disk-full, book.no-access
 */
export async function saveCopy(book: Book, file: string): Promise<CopiedFiles> {
  refuseOpenBook(file);
  if (identityOf(file) !== null) refuseBusy(file);
  try {
    await mkdir(path.dirname(file), { recursive: true });
    return await placeFile(file, async (partial) => {
      book.sqlite.prepare('vacuum into ?').run(partial);
      await (await openBook(partial, { key: book.key })).close();
      return copyAttached(book, file);
    });
  } catch (error) {
    throw inWords(error, file);
  }
}

async function copyAttached(book: Book, file: string): Promise<CopiedFiles> {
  if (!book.path) return { copied: 0, missing: 0 };
  const folder = filesFolder(file);
  const hashes = await attachedHashes(book.db);
  const copy = () => copyFiles(filesFolder(book.path ?? ''), folder, hashes);
  return identityOf(folder) === null ? noted([{ is: 'files', folder, book: file }], copy) : copy();
}
