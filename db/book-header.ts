import { access, constants, open as openFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from './failure.ts';
import { inWords } from './file-failure.ts';
import { latestVersion, type Migration } from './migrate.ts';

/** 'TNUR' in the file's header: what tells a book from any other SQLite file. */
export const applicationId = 0x54_4e_55_52;
const headerLength = 100;

/** `version` is null, and `salt` is not, where the book is encrypted: the rest is known once its key is. */
type BookHeader = {
  readonly version: number | null;
  readonly writesAhead: boolean;
  readonly salt: Buffer | null;
};

/** What the first 100 bytes say, before SQLite touches the file. */
export async function headerOf(file: string, steps: readonly Migration[]): Promise<BookHeader> {
  const facts = await stat(file).catch((error: unknown) => {
    throw inWords(error, file);
  });
  if (!facts.isFile()) throw new Failure('book.not-a-book', { path: file });
  if (facts.size === 0) throw new Failure('book.empty', { path: file });
  const header = await firstBytes(file, headerLength).catch((error: unknown) => {
    throw inWords(error, file);
  });
  if (isEncrypted(header)) return { version: null, writesAhead: false, salt: header.subarray(0, 16) };
  if (!isBookHeader(header)) throw new Failure('book.not-a-book', { path: file });
  const version = header.readUInt32BE(60);
  if (version === 0) throw new Failure('book.not-a-book', { path: file }); // no book was ever left without its first step
  if (version > latestVersion(steps)) throw new Failure('book.newer-schema', { path: file, version });
  return { version, writesAhead: header[18] === 2, salt: null };
}

/** The header of a book that may be opened for writing. */
export async function inspect(file: string, steps: readonly Migration[]): Promise<BookHeader> {
  const header = await headerOf(file, steps);
  for (const place of [file, path.dirname(file)])
    await access(place, constants.W_OK).catch(() => {
      throw new Failure('book.read-only', { path: file });
    });
  return header;
}

/** Whether a file looks like a book by its first bytes. Not for the file of a book this process has open. */
export async function looksLikeBook(file: string): Promise<boolean> {
  const header = await firstBytes(file, headerLength).catch(() => Buffer.alloc(0));
  return isBookHeader(header) || isEncrypted(header);
}

function isBookHeader(header: Buffer): boolean {
  return (
    header.length === headerLength &&
    header.toString('latin1', 0, 16) === 'SQLite format 3\0' &&
    header.readUInt32BE(68) === applicationId
  );
}

/**
 * An encrypted book begins with its salt; what SQLite must know to read on stands open behind it: pages of 4,096 bytes, written in
 * place, with 32 bytes of each kept for nonce and tag.
 */
function isEncrypted(header: Buffer): boolean {
  return header.length === headerLength && header.toString('hex', 16, 24) === '1000010120402020';
}

/** Not for the file of a book this process has open. */
export async function isEncryptedBook(file: string): Promise<boolean> {
  return isEncrypted(await firstBytes(file, headerLength).catch(() => Buffer.alloc(0)));
}

/** A journal with its magic in place is a change that was under way; a finished one is left zeroed or empty. */
export async function hasHotJournal(file: string): Promise<boolean> {
  const bytes = await firstBytes(`${file}-journal`, 8).catch(() => null);
  return bytes?.toString('hex') === 'd9d505f920a163d7';
}

async function firstBytes(file: string, count: number): Promise<Buffer> {
  const handle = await openFile(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
