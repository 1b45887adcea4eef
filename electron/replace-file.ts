import { type FileHandle, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { looksLikeBook } from '../db/book-header.ts';
import { Failure } from '../db/failure.ts';
import { refuseOpenBook } from '../db/file-identity.ts';
import { placeFile } from '../db/work-file.ts';

/**
 * Writes a file whole or not at all, and never over a book: under a temporary name in the same folder, flushed to the disk, then
 * renamed. On any failure the partial file is removed and what was there before stays.
 * @throws Failure book.open-already, file.is-book
 */
export async function replaceFile(
  file: string,
  content: string | Uint8Array | ((handle: FileHandle) => Promise<void>),
): Promise<void> {
  refuseOpenBook(file);
  if (await looksLikeBook(file)) throw new Failure('file.is-book', { path: file });
  await mkdir(path.dirname(file), { recursive: true });
  await placeFile(file, async (partial) => {
    const handle = await open(partial, 'w');
    try {
      if (typeof content === 'function') await content(handle);
      else await handle.writeFile(content);
    } finally {
      await handle.close();
    }
  });
}
