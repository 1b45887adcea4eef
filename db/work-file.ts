import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { identityOf, refuseOpenBook } from './file-identity.ts';

/**
 * Files that are only there while something is being made. They lie beside what they become, so that a rename can finish them;
 * what a killed program leaves of them is known from notes in the app's data folder and removed at the next start.
 */
type Leftover =
  | { readonly is: 'file'; readonly path: string }
  /** Parts of a copy of many files: those of the folder whose names end so. */
  | { readonly is: 'parts'; readonly folder: string; readonly suffix: string }
  /** A folder of attached files that was made for a book; it goes unless the book came to be. */
  | { readonly is: 'files'; readonly folder: string; readonly book: string }
  /** A second name for a book about to be replaced, with its files; it goes while both names are still the same file. */
  | { readonly is: 'name'; readonly path: string; readonly book: string; readonly folder: string };

/** This process's own folder for notes and for files on their way; null in programs that keep no data folder. */
let folder: string | null = null;
const ownFolders = new Set<string>();

/** Clears what ended programs left, and makes a place for this one. @returns the place, which `endWork` removes */
export async function beginWork(dataFolder: string): Promise<string> {
  const all = path.join(dataFolder, 'work');
  await mkdir(all, { recursive: true });
  for (const name of await readdir(all)) {
    const place = path.join(all, name);
    if (ownFolders.has(place) || isAlive(Number.parseInt(name, 10))) continue;
    await clear(place);
  }
  const own = path.join(all, `${process.pid}-${randomBytes(4).toString('hex')}`);
  ownFolders.add(own);
  await mkdir(own, { mode: 0o700 });
  folder = own;
  return own;
}

export async function endWork(own: string): Promise<void> {
  ownFolders.delete(own);
  if (folder === own) folder = null;
  await rm(own, { recursive: true, force: true });
}

/** Where this process notes its work, for a thread of it; null where it doesn't. */
export function workFolder(): string | null {
  return folder;
}

export function joinWork(place: string | null): void {
  folder = place;
}

function isAlive(process_: number): boolean {
  if (process_ === process.pid) return false; // a folder of an earlier process that had this number
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function clear(place: string): Promise<void> {
  for (const name of await readdir(place).catch(() => [])) {
    if (!name.startsWith('note-')) continue;
    const text = await readFile(path.join(place, name), 'utf8').catch(() => '');
    for (const leftover of notesIn(text)) await remove(leftover).catch(() => {}); // on a disk that is not there now
  }
  await rm(place, { recursive: true, force: true });
}

/** A note is written in one go before the work begins; one that is cut short was of work that had not begun. */
function notesIn(text: string): Leftover[] {
  try {
    return JSON.parse(text) as Leftover[];
  } catch {
    return [];
  }
}

async function remove(leftover: Leftover): Promise<void> {
  switch (leftover.is) {
    case 'file':
      await rm(leftover.path, { force: true });
      return;
    case 'parts':
      for (const name of await readdir(leftover.folder).catch(() => []))
        if (name.endsWith(leftover.suffix)) await rm(path.join(leftover.folder, name), { force: true });
      return;
    case 'files':
      if (identityOf(leftover.book) === null) await removeFiles(leftover.folder);
      return;
    case 'name':
      if (identityOf(leftover.path) === null || identityOf(leftover.path) !== identityOf(leftover.book))
        return;
      await removeFiles(leftover.folder);
      await rm(`${leftover.path}-journal`, { force: true });
      await rm(leftover.path, { force: true });
  }
}

/** Only what attaching puts there, and the folder when that was all. */
async function removeFiles(files: string): Promise<void> {
  for (const name of await readdir(files).catch(() => []))
    if (/^[0-9a-f]{64}(\.[0-9a-f]{8}\.partial)?$/.test(name))
      await rm(path.join(files, name), { force: true });
  await rmdir(files).catch(() => {});
}

/** Does work that a kill would leave traces of; they are noted until it is done, whichever way it ends. */
export async function noted<T>(leftovers: readonly Leftover[], work: () => Promise<T>): Promise<T> {
  if (folder === null) return work();
  const note = path.join(folder, `note-${randomUUID()}.json`);
  await writeFile(note, JSON.stringify(leftovers));
  try {
    return await work();
  } finally {
    await rm(note, { force: true });
  }
}

/** A name beside a file, for what is to take its place; short, so that it is allowed wherever the file's own name is. */
export function partialBeside(file: string): string {
  return path.join(path.dirname(file), `.tenure-${randomBytes(4).toString('hex')}.partial`);
}

/**
 * Puts a file in its place whole or not at all: made under a temporary name in the same folder, flushed to the disk, renamed.
 * On any failure the partial file is removed and what was there before stays.
 * @throws Failure book.open-already when the path leads to a book this process has open, whatever its name
 */
export async function placeFile<T>(file: string, make: (partial: string) => Promise<T>): Promise<T> {
  refuseOpenBook(file);
  const partial = partialBeside(file);
  return noted(
    [
      { is: 'file', path: partial },
      { is: 'file', path: `${partial}-journal` },
    ],
    async () => {
      try {
        const made = await make(partial);
        await flush(partial);
        refuseOpenBook(file); // it may have been opened meanwhile
        await rename(partial, file);
        await flush(path.dirname(file));
        return made;
      } finally {
        await rm(partial, { force: true });
        await rm(`${partial}-journal`, { force: true });
      }
    },
  );
}

/** Sees to it that a file, or the names in a folder, are on the disk; not every system can do so for a folder. */
async function flush(place: string): Promise<void> {
  const isFolder = (await stat(place)).isDirectory();
  if (isFolder && process.platform === 'win32') return;
  const handle = await open(place, isFolder ? 'r' : 'r+').catch(() => null);
  if (handle === null) return;
  try {
    await handle.sync();
  } catch (error) {
    if (!isFolder) throw error;
  } finally {
    await handle.close();
  }
}
