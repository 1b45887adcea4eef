import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { backUp } from '../../db/backup.ts';
import { type Book, openBook } from '../../db/open.ts';
import { keyOf, reencrypt } from '../../db/passphrase.ts';
import { record } from '../../db/record.ts';
import type { Schema } from '../../db/schema.ts';
import { CachingSqliteDialect } from '../../db/sqlite.ts';
import { pair } from './measure.ts';
import type { Line } from './table.ts';

/**
 * What keeping a book safe costs: opening, committing and backing up beside the same without the digest, the look at the file and
 * the encryption. Deriving the key is slow on purpose, and apart.
 */
export async function measureBookFile(folder: string, source: string, accounts: number): Promise<Line[]> {
  const plain = path.join(folder, `safe-${accounts}.tenure`);
  const secret = path.join(folder, `secret-${accounts}.tenure`);
  const other = path.join(folder, `unwatched-${accounts}.tenure`);
  for (const file of [plain, secret, other]) await copyFile(source, file);
  const began = performance.now();
  const key = await keyOf('correct horse battery');
  const deriving = performance.now() - began;
  await reencrypt(secret, null, key, async (partial) => (await openBook(partial, { key })).close());

  const bare = () => openBare(plain);
  const opening = await pair(async () => (await openBook(plain)).close(), bare);
  const openingEncrypted = await pair(async () => (await openBook(secret, { key })).close(), bare);

  const book = await openBook(plain);
  const encrypted = await openBook(secret, { key });
  const alike = await openBook(other);
  try {
    const unwatched: Book = {
      ...alike,
      db: new Kysely<Schema>({ dialect: new CachingSqliteDialect(alike.sqlite) }),
    };
    const commit = await pair(
      () => edit(book),
      () => edit(unwatched),
    );
    const commitEncrypted = await pair(
      () => edit(encrypted),
      () => edit(unwatched),
    );
    const backup = await pair(
      () => backUp(book, path.join(folder, 'backups-safe')),
      () => backUpBare(book, path.join(folder, 'bare.tenure')),
    );
    const backupEncrypted = await pair(
      () => backUp(encrypted, path.join(folder, 'backups-secret')),
      () => backUpBare(book, path.join(folder, 'bare.tenure')),
    );
    return [
      { name: 'open and close / with a quick check, no digest', accounts, ...opening, most: 1.05 },
      { name: 'open and close, encrypted / plain, no digest', accounts, ...openingEncrypted, most: 1.3 },
      { name: 'deriving the key', accounts, product: deriving, floor: null, ratio: null },
      { name: 'edit and commit / without a look at the file', accounts, ...commit, most: 1.05 },
      { name: 'edit and commit, encrypted / plain', accounts, ...commitEncrypted, most: 1.3 },
      { name: 'backup / without digest', accounts, ...backup, most: 1.05 },
      { name: 'backup, encrypted / plain without digest', accounts, ...backupEncrypted, most: 1.3 },
    ];
  } finally {
    await book.close();
    await encrypted.close();
    await alike.close();
  }
}

/** Opening as it was without a digest: the lock, and a look through every page. */
function openBare(file: string): void {
  const sqlite = new Database(file, { fileMustExist: true });
  sqlite.pragma('journal_mode = DELETE');
  sqlite.pragma('synchronous = EXTRA');
  sqlite.pragma('locking_mode = EXCLUSIVE');
  sqlite.exec('begin exclusive; commit');
  if (sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Error('damaged');
  sqlite.close();
}

async function backUpBare(book: Book, file: string): Promise<void> {
  await rm(file, { force: true });
  await book.sqlite.backup(file);
  openBare(file);
}

let edits = 0;
function edit(book: Book): Promise<unknown> {
  edits += 1;
  return record(book, { key: 'account.edit', parameters: { name: '' } }, (trx) =>
    trx
      .updateTable('account')
      .set({ industry: `Industry ${edits}` })
      .where('id', '=', 7)
      .execute(),
  );
}
