import { copyFile, link, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { filesFolder, shareFiles } from './attached-files.ts';
import { backupsToKeep } from './backup-rotation.ts';
import { hasHotJournal } from './book-header.ts';
import { Failure } from './failure.ts';
import { identityOf, refuseOpenBook } from './file-identity.ts';
import { type Access, type Book, openBook } from './open.ts';
import { refuseBusy } from './recovery.ts';
import { noted, placeFile } from './work-file.ts';

/** A backup on disk; `at` is when it was made. */
export type Backup = { readonly path: string; readonly at: string };

/** `2026-11-22T09-00-00-000Z.tenure`: an instant that every file system takes as a name. */
const fileName = (at: string) => `${at.replaceAll(/[:.]/g, '-')}.tenure`;
const namePattern = /^(\d{4}-\d{2}-\d{2}T)(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.tenure$/;

/** The backups in a folder, newest first. */
export async function listBackups(folder: string): Promise<Backup[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names
    .flatMap((name) => {
      const match = namePattern.exec(name);
      if (!match) return [];
      return [
        { path: path.join(folder, name), at: `${match[1]}${match[2]}:${match[3]}:${match[4]}.${match[5]}Z` },
      ];
    })
    .sort((a, b) => b.at.localeCompare(a.at));
}

/** Copies the open book page by page to a temporary name, opens the copy to prove it, names it, and lets old ones go. */
export async function backUp(book: Book, folder: string): Promise<Backup> {
  await mkdir(folder, { recursive: true });
  await clearPartials(folder);
  const at = book.now().toISOString();
  const file = path.join(folder, fileName(at));
  await placeFile(file, async (partial) => {
    if (book.key)
      book.sqlite.prepare('vacuum into ?').run(partial); // the backup API takes no key for what it writes
    else await book.sqlite.backup(partial);
    await (await openBook(partial, { key: book.key })).close();
  });
  const backups = await listBackups(folder);
  const kept = backupsToKeep(
    backups.map((backup) => backup.at),
    book.now(),
  );
  for (const backup of backups) if (!kept.has(backup.at)) await rm(backup.path, { force: true });
  return { path: file, at };
}

/** What earlier versions left of backups that were cut short. */
async function clearPartials(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (/^\d{4}-\d{2}-\d{2}T.*\.tenure\.partial/.test(name))
      await rm(path.join(folder, name), { force: true });
}

/**
 * Puts a backup in the place of a closed book. The book it replaces stays beside it under a name that tells when, with its
 * attached files, so that nothing is lost. At every moment there is a whole book at the path: the old one gets its second name
 * first, and one rename comes last.
 * @returns where the replaced book lies now, or null when there was none
 * @param access for a backup that is encrypted
 * @throws Failure book.damaged and the like when the backup itself does not open, book.locked when another program has the book
 *   open, book.open-already when this one has; the book is then untouched.
 */
export async function restoreBackup(
  backup: string,
  file: string,
  now: Date,
  access: Access = {},
): Promise<string | null> {
  refuseOpenBook(backup);
  refuseOpenBook(file);
  const isThere = identityOf(file) !== null;
  if (isThere) refuseBusy(file);
  const replaced = isThere ? freeName(file, now) : null;
  const leftovers =
    replaced === null
      ? []
      : [{ is: 'name', path: replaced, book: file, folder: filesFolder(replaced) } as const];
  await noted(leftovers, () =>
    placeFile(file, async (partial) => {
      await copyFile(backup, partial);
      await provenAs(backup, file, partial, access);
      if (replaced !== null) await keepReplaced(file, replaced, access);
    }),
  );
  return replaced;
}

async function provenAs(backup: string, file: string, partial: string, access: Access): Promise<void> {
  try {
    await (await openBook(partial, access)).close();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(error.code, { ...error.parameters, path: backup, book: file }, { cause: error });
  }
}

/** Gives the book a second name, with all that belongs to it: its files, and a change that was under way. */
async function keepReplaced(file: string, replaced: string, access: Access): Promise<void> {
  await rollBack(file, access);
  await link(file, replaced).catch(() => copyFile(file, replaced)); // where a disk knows no links
  await shareFiles(filesFolder(file), filesFolder(replaced));
  if (!(await hasHotJournal(file))) return;
  await copyFile(`${file}-journal`, `${replaced}-journal`);
  await rm(`${file}-journal`, { force: true }); // it would be played into the backup
}

/** An unfinished change is taken back before the book goes aside; a book too damaged for that goes with its journal. */
async function rollBack(file: string, access: Access): Promise<void> {
  if (!(await hasHotJournal(file))) return;
  await openBook(file, access).then(
    (book) => book.close(),
    (error: unknown) => {
      if (!(error instanceof Failure)) throw error;
    },
  );
}

/** `East (2026-11-22T09-00-00).tenure`, or one more where there is one of that second already. */
function freeName(file: string, now: Date): string {
  const { dir, name, ext } = path.parse(file);
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-');
  for (let copy = 1; ; copy++) {
    const candidate = path.join(dir, `${name} (${stamp}${copy === 1 ? '' : ` ${copy}`})${ext}`);
    if (identityOf(candidate) === null) return candidate;
  }
}
