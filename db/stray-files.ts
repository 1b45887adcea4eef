import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { isEncryptedBook } from './book-header.ts';
import { Failure } from './failure.ts';
import { type Book, readFrom } from './open.ts';
import type { BookKey } from './passphrase.ts';

/** How many files nothing refers to, and how large they are together. */
export type StrayFiles = { readonly count: number; readonly bytes: number };

/** A file under its hash, or what a copy that was cut short left of one. */
const ours = /^([0-9a-f]{64})(\.[0-9a-f]{8}\.partial)?$/;
/** A file lies in the folder a moment before its attachment stands in the book. */
const settledAfterMs = 3_600_000;

/**
 * The files in a book's folder that nothing refers to: no attachment, no change in the log, which undo may bring back, and
 * neither in any of the backups, which may be restored. They come of attaching that failed and of backups restored.
 */
export async function findStrayFiles(
  book: Book,
  folder: string,
  backups: readonly string[],
): Promise<StrayFiles> {
  const strays = await strayFiles(book, folder, backups);
  return { count: strays.length, bytes: strays.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** Deletes them for good. @returns what was deleted */
export async function clearStrayFiles(
  book: Book,
  folder: string,
  backups: readonly string[],
): Promise<StrayFiles> {
  let count = 0;
  let bytes = 0;
  for (const stray of await strayFiles(book, folder, backups)) {
    await rm(path.join(folder, stray.name));
    count += 1;
    bytes += stray.bytes;
  }
  return { count, bytes };
}

async function strayFiles(
  book: Book,
  folder: string,
  backups: readonly string[],
): Promise<{ name: string; bytes: number }[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const found = names.flatMap((name) => {
    const [, sha256, partial] = ours.exec(name) ?? [];
    return sha256 === undefined ? [] : { name, sha256, isPartial: partial !== undefined };
  });
  if (found.length === 0) return [];
  const needed = new Set(hashesIn(book.sqlite));
  for (const backup of backups)
    for (const sha256 of await hashesInBackup(backup, book.key)) needed.add(sha256);
  const settledBefore = book.now().getTime() - settledAfterMs;
  const strays: { name: string; bytes: number }[] = [];
  for (const { name, sha256, isPartial } of found) {
    if (needed.has(sha256) && !isPartial) continue;
    const facts = await stat(path.join(folder, name));
    // A copy may keep the day its original was changed; when it came to be here is the later of these.
    const arrived = Math.max(facts.mtimeMs, facts.ctimeMs, facts.birthtimeMs);
    if (facts.isFile() && arrived <= settledBefore) strays.push({ name, bytes: facts.size });
  }
  return strays;
}

/**
 * One that is damaged cannot be restored either, and needs nothing.
 * @throws Failure book.wrong-passphrase for one of an earlier passphrase: what it needs is not known, so nothing may go
 */
async function hashesInBackup(file: string, key: BookKey | null): Promise<string[]> {
  const isEncrypted = await isEncryptedBook(file);
  try {
    return readFrom(file, hashesIn, isEncrypted ? key : null);
  } catch (error) {
    if (!(error instanceof Failure) || (error.code !== 'book.damaged' && error.code !== 'book.not-a-book'))
      throw error;
    if (isEncrypted) throw new Failure('book.wrong-passphrase', { path: file }, { cause: error });
    return [];
  }
}

function hashesIn(sqlite: Database.Database): string[] {
  const hasAttachments = sqlite.prepare("select 1 from sqlite_schema where name = 'attachment'").get();
  if (!hasAttachments) return []; // a backup of an earlier version
  return sqlite
    .prepare<[], string>(
      `select sha256 from attachment
       union select before ->> 'sha256' from change where table_name = 'attachment' and before is not null
       union select after ->> 'sha256' from change where table_name = 'attachment' and after is not null`,
    )
    .pluck()
    .all();
}
