import { copyFile, rename } from 'node:fs/promises';
import Database from 'better-sqlite3';

/** What a power cut leaves: pages of a change already in the file, and the journal that takes them back beside it. */
export async function leaveHotJournal(
  book: string,
  open = (file: string) => new Database(file),
): Promise<void> {
  const sqlite = open(book);
  sqlite.pragma('cache_size = 2'); // so small that changed pages reach the file before the commit
  sqlite.exec('begin immediate');
  sqlite.exec("update account set description = printf('%.*c', 200000, 'x'), name = 'half done'");
  await copyFile(book, `${book}.cut`);
  await copyFile(`${book}-journal`, `${book}.cut-journal`);
  sqlite.exec('rollback');
  sqlite.close();
  await rename(`${book}.cut`, book);
  await rename(`${book}.cut-journal`, `${book}-journal`);
}
