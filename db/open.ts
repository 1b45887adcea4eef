import { access, constants, copyFile, mkdir, open as openFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { Failure } from './failure.ts';
import { latestVersion, type Migration, migrate, migrations } from './migrate.ts';
import type { Schema } from './schema.ts';
import { CachingSqliteDialect } from './sqlite.ts';

/** 'TNUR' in the file's header: what tells a book from any other SQLite file. */
const applicationId = 0x54_4e_55_52;
const headerLength = 100;

/** An open book. `now` is the clock every date in it is told by. */
export type Book = {
  readonly path: string | null;
  readonly db: Kysely<Schema>;
  readonly sqlite: Database.Database;
  readonly now: () => Date;
  /** Whether the last writer died in the middle and its unfinished change was rolled back. */
  readonly recovered: boolean;
  close(): Promise<void>;
};

type OpenOptions = { readonly now?: () => Date; readonly migrations?: readonly Migration[] };

/**
 * Opens a book and brings it to the latest version.
 * @throws Failure book.not-found, not-a-book, empty, damaged, newer-schema, locked, read-only, no-access, migration-failed;
 *   the file is then byte for byte as it was.
 */
export async function openBook(file: string, options: OpenOptions = {}): Promise<Book> {
  const steps = options.migrations ?? migrations;
  const version = await inspect(file, steps);
  const recovered = await hasHotJournal(file);
  const sqlite = connect(file);
  try {
    lock(sqlite, file);
    check(sqlite, file);
    if (version < latestVersion(steps)) await migrateFile(sqlite, file, steps);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return bookOf(sqlite, file, recovered, options.now);
}

/** A new, empty book at the path. @throws Failure book.exists when something is there already; book.no-access. */
export async function createBook(file: string, options: OpenOptions = {}): Promise<Book> {
  if (await isThere(file)) throw new Failure('book.exists', { path: file });
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const sqlite = connect(partial, { fileMustExist: false });
    try {
      sqlite.pragma(`application_id = ${applicationId}`);
      await migrate(sqlite, queryBuilder(sqlite), options.migrations);
    } finally {
      sqlite.close();
    }
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw inWords(error, file);
  }
  return openBook(file, options);
}

/** Reads in the file of a book that is not open, under the lock every reader takes. @throws Failure book.damaged, locked, no-access */
export function readFrom<T>(file: string, read: (sqlite: Database.Database) => T): T {
  let sqlite: Database.Database | undefined;
  try {
    sqlite = new Database(file, { readonly: true, timeout: 250 });
    return read(sqlite);
  } catch (error) {
    throw inWords(error, file);
  } finally {
    sqlite?.close();
  }
}

/** A book that lives in memory: for tests, and for reading a snapshot (`serialize()`) in a worker. */
export async function memoryBook(options: OpenOptions & { snapshot?: Buffer } = {}): Promise<Book> {
  const sqlite = new Database(options.snapshot ?? (await emptyBook(options.migrations)));
  configure(sqlite);
  return bookOf(sqlite, null, false, options.now);
}

const emptyBooks = new Map<readonly Migration[], Promise<Buffer>>();

/** A new book, migrated once and copied from then on: tests begin with one by the thousand. */
function emptyBook(steps: readonly Migration[] = migrations): Promise<Buffer> {
  const made = emptyBooks.get(steps) ?? migratedBytes(steps);
  emptyBooks.set(steps, made);
  return made;
}

async function migratedBytes(steps: readonly Migration[]): Promise<Buffer> {
  const sqlite = new Database(':memory:');
  configure(sqlite);
  await migrate(sqlite, queryBuilder(sqlite), steps);
  const bytes = sqlite.serialize();
  sqlite.close();
  return bytes;
}

function bookOf(
  sqlite: Database.Database,
  file: string | null,
  recovered: boolean,
  now = () => new Date(),
): Book {
  const db = queryBuilder(sqlite);
  const close = async () => {
    await db.destroy();
    sqlite.close(); // Kysely closes only what it has queried
  };
  return { path: file, db, sqlite, now, recovered, close };
}

function queryBuilder(sqlite: Database.Database): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new CachingSqliteDialect(sqlite) });
}

function connect(file: string, { fileMustExist = true } = {}): Database.Database {
  let sqlite: Database.Database | undefined;
  try {
    sqlite = new Database(file, { fileMustExist, timeout: 250 });
    configure(sqlite);
    return sqlite;
  } catch (error) {
    sqlite?.close();
    throw inWords(error, file);
  }
}

/** A book may lie in a synced folder: one file, no side files left behind, every commit on the disk, one writer. */
function configure(sqlite: Database.Database): void {
  sqlite.pragma('journal_mode = DELETE');
  sqlite.pragma('synchronous = EXTRA');
  sqlite.pragma('locking_mode = EXCLUSIVE');
  sqlite.pragma('foreign_keys = ON');
}

/** What the first 100 bytes say, before SQLite touches the file. */
export async function headerOf(
  file: string,
  steps: readonly Migration[],
): Promise<{ version: number; writesAhead: boolean }> {
  const facts = await stat(file).catch((error: unknown) => {
    throw inWords(error, file);
  });
  if (!facts.isFile()) throw new Failure('book.not-a-book', { path: file });
  if (facts.size === 0) throw new Failure('book.empty', { path: file });
  const header = await readHeader(file);
  const magic = header.subarray(0, 16).toString('latin1');
  if (
    header.length < headerLength ||
    magic !== 'SQLite format 3\0' ||
    header.readUInt32BE(68) !== applicationId
  )
    throw new Failure('book.not-a-book', { path: file });
  const version = header.readUInt32BE(60);
  if (version > latestVersion(steps)) throw new Failure('book.newer-schema', { path: file, version });
  return { version, writesAhead: header[18] === 2 };
}

/** Whether the book may be opened for writing. Returns its version. */
async function inspect(file: string, steps: readonly Migration[]): Promise<number> {
  const { version } = await headerOf(file, steps);
  await access(file, constants.W_OK).catch(() => {
    throw new Failure('book.read-only', { path: file });
  });
  await access(path.dirname(file), constants.W_OK).catch(() => {
    throw new Failure('book.read-only', { path: file });
  });
  return version;
}

async function readHeader(file: string): Promise<Buffer> {
  try {
    return await firstBytes(file, headerLength);
  } catch (error) {
    throw inWords(error, file);
  }
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

/** Takes the exclusive lock now, so that a second program is told at once and not at its first change. */
function lock(sqlite: Database.Database, file: string): void {
  try {
    sqlite.exec('begin exclusive; commit');
  } catch (error) {
    throw inWords(error, file);
  }
}

/** @throws Failure book.damaged */
export function check(sqlite: Database.Database, file: string): void {
  let verdict: unknown;
  try {
    verdict = sqlite.pragma('quick_check(1)', { simple: true });
  } catch (error) {
    throw inWords(error, file);
  }
  if (verdict !== 'ok') throw new Failure('book.damaged', { path: file });
}

/** Migrates with a copy beside the file; when anything fails, the copy is put back. */
async function migrateFile(
  sqlite: Database.Database,
  file: string,
  steps: readonly Migration[],
): Promise<void> {
  const copy = `${file}.before-migration`;
  await copyFile(file, copy);
  try {
    await migrate(sqlite, queryBuilder(sqlite), steps);
  } catch (error) {
    sqlite.close();
    await rename(copy, file);
    throw new Failure('book.migration-failed', { path: file, reason: String(error) }, { cause: error });
  }
  await rm(copy, { force: true });
}

/** SQLite's and the system's codes as the failures a user can act on; anything else is passed on as it is. */
export function inWords(error: unknown, file: string): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const failure = failureByCode.find(([pattern]) => pattern.test(code))?.[1];
  return failure ? new Failure(failure, { path: file }, { cause: error }) : error;
}

const failureByCode: readonly (readonly [RegExp, Failure['code']])[] = [
  [/^SQLITE_BUSY|^SQLITE_LOCKED/, 'book.locked'],
  [/^SQLITE_NOTADB/, 'book.not-a-book'],
  [/^SQLITE_CORRUPT/, 'book.damaged'],
  [/^SQLITE_FULL|^ENOSPC|^SQLITE_IOERR_WRITE/, 'book.disk-full'],
  [/^SQLITE_READONLY|^EROFS/, 'book.read-only'],
  [/^ENOENT|^ENOTDIR/, 'book.not-found'],
  [/^EACCES|^EPERM|^SQLITE_CANTOPEN/, 'book.no-access'],
];

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
