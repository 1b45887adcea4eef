import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { filesFolder, shareFiles } from './attached-files.ts';
import { backupsToKeep } from './backup-rotation.ts';
import { Failure } from './failure.ts';
import { type Book, openBook } from './open.ts';

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
  const at = book.now().toISOString();
  const file = path.join(folder, fileName(at));
  const partial = `${file}.partial`;
  try {
    await book.sqlite.backup(partial);
    await (await openBook(partial)).close();
    await rename(partial, file);
  } finally {
    await rm(partial, { force: true });
  }
  const backups = await listBackups(folder);
  const kept = backupsToKeep(
    backups.map((backup) => backup.at),
    book.now(),
  );
  for (const backup of backups) if (!kept.has(backup.at)) await rm(backup.path, { force: true });
  return { path: file, at };
}

/**
 * Puts a backup in the place of a closed book. The book it replaces stays beside it under a name that tells
 * when, with the attached files, so that nothing is lost.
 * @returns where the replaced book lies now, or null when there was none
 * @throws Failure book.damaged and the like when the backup itself does not open; the book is then untouched.
 */
export async function restoreBackup(backup: string, file: string, now: Date): Promise<string | null> {
  const { dir, name, ext } = path.parse(file);
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-');
  const replaced = path.join(dir, `${name} (${stamp})${ext}`);
  const partial = `${file}.partial`;
  try {
    await copyFile(backup, partial);
    await (await openBook(partial)).close();
    const wasThere = await rename(file, replaced).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return false;
        throw error;
      },
    );
    if (wasThere) await shareFiles(filesFolder(file), filesFolder(replaced));
    await rm(`${file}-journal`, { force: true });
    await rename(partial, file);
    return wasThere ? replaced : null;
  } catch (error) {
    if (error instanceof Failure)
      throw new Failure(error.code, { ...error.parameters, path: backup }, { cause: error });
    throw error;
  } finally {
    await rm(partial, { force: true });
  }
}
