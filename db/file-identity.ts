import { statSync } from 'node:fs';
import { Failure } from './failure.ts';

/**
 * Which files this process has open as books, by device and inode: the same for every path to a file, also through links, and
 * found out without opening it. POSIX drops every lock a process holds on a file when it closes any descriptor of it, so a book
 * that is open must not be opened, read or replaced a second time by any name. Whoever reads or writes a file the user named
 * asks here first.
 */
const open = new Set<string>();

/** Device and inode; null where there is no such file. */
export function identityOf(file: string): string | null {
  const facts = statSync(file, { bigint: true, throwIfNoEntry: false });
  return facts ? `${facts.dev}:${facts.ino}` : null;
}

/**
 * Counts the file as an open book from now on, until the returned function is called. A file that is not there is nobody's.
 * @throws Failure book.open-already
 */
export function reserve(file: string): () => void {
  refuseOpenBook(file);
  const identity = identityOrNull(file);
  if (identity === null) return () => {};
  open.add(identity);
  return () => open.delete(identity);
}

/** For a thread of this process, which has its own memory but the same locks. */
export function openIdentities(): string[] {
  return [...open];
}

export function adoptIdentities(identities: readonly string[]): void {
  for (const identity of identities) open.add(identity);
}

/** @throws Failure book.open-already when the path leads to a book this process has open */
export function refuseOpenBook(file: string): void {
  const identity = identityOrNull(file);
  if (identity !== null && open.has(identity)) throw new Failure('book.open-already', { path: file });
}

/** What cannot be looked at cannot be opened or replaced either, and then says why itself. */
function identityOrNull(file: string): string | null {
  try {
    return identityOf(file);
  } catch {
    return null;
  }
}
