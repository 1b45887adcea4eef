import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { applicationId, hasHotJournal, inspect } from './book-header.ts';
import { Failure } from './failure.ts';
import { inWords } from './file-failure.ts';
import { FileGuard, type FileLoss } from './file-guard.ts';
import { identityOf, reserve } from './file-identity.ts';
import { latestVersion, type Migration, migrate, migrations } from './migrate.ts';
import { tryRecovery } from './recovery.ts';
import type { Schema } from './schema.ts';
import { CachingSqliteDialect } from './sqlite.ts';
import { placeFile } from './work-file.ts';

/** An open book. `now` is the clock every date in it is told by. */
export type Book = {
  readonly path: string | null;
  readonly db: Kysely<Schema>;
  readonly sqlite: Database.Database;
  readonly now: () => Date;
  /** Whether the last writer died in the middle and its unfinished change was rolled back. */
  readonly recovered: boolean;
  /** What became of the file behind the program's back; nothing is written any more then. Null while all is well. */
  readonly fileLoss: () => FileLoss | null;
  close(): Promise<void>;
};

type OpenOptions = { readonly now?: () => Date; readonly migrations?: readonly Migration[] };

/**
 * Opens a book and brings it to the latest version.
 * @throws Failure book.not-found, not-a-book, empty, damaged, newer-schema, locked, open-already, read-only, no-access,
 *   migration-failed; the file is then byte for byte as it was.
 */
export async function openBook(file: string, options: OpenOptions = {}): Promise<Book> {
  const steps = options.migrations ?? migrations;
  const release = reserve(file); // before its header is read: closing any descriptor of an open book drops its lock
  try {
    const version = await inspect(file, steps);
    const recovered = await hasHotJournal(file);
    if (recovered) await tryRecovery(file, (copy) => closeChecked(connect(copy), copy));
    const guard = guardOf(file);
    let sqlite: Database.Database | undefined;
    try {
      sqlite = connect(file);
      lock(sqlite, file);
      check(sqlite, file);
      if (version < latestVersion(steps)) await migrateFile(sqlite, file, steps);
      guard.written();
    } catch (error) {
      sqlite?.close();
      guard.close();
      throw error;
    }
    await rm(`${file}.before-migration`, { force: true }); // what earlier versions left when they were killed
    return bookOf({ sqlite, file, recovered, now: options.now, guard, release });
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * A new book at the path, with its first content: it appears there whole or not at all.
 * @throws Failure book.exists when something is there already; book.no-access, disk-full.
 */
export async function createBook(
  file: string,
  { fill, ...options }: OpenOptions & { readonly fill?: (book: Book) => Promise<unknown> } = {},
): Promise<Book> {
  const refuseExisting = () => {
    if (identityOf(file) !== null) throw new Failure('book.exists', { path: file });
  };
  try {
    refuseExisting();
    await mkdir(path.dirname(file), { recursive: true });
    await placeFile(file, async (partial) => {
      await layEmptyBook(partial, options.migrations);
      const book = await openBook(partial, options);
      try {
        await fill?.(book);
      } finally {
        await book.close();
      }
      refuseExisting();
    });
  } catch (error) {
    throw inWords(error, file);
  }
  return openBook(file, options);
}

async function layEmptyBook(file: string, steps?: readonly Migration[]): Promise<void> {
  const sqlite = connect(file, { fileMustExist: false });
  try {
    sqlite.pragma(`application_id = ${applicationId}`);
    await migrate(sqlite, queryBuilder(sqlite), steps);
  } finally {
    sqlite.close();
  }
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
  return bookOf({ sqlite, file: null, recovered: false, now: options.now });
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

type OpenFile = {
  readonly sqlite: Database.Database;
  readonly file: string | null;
  readonly recovered: boolean;
  readonly now: (() => Date) | undefined;
  readonly guard?: FileGuard;
  readonly release?: () => void;
};

function bookOf({ sqlite, file, recovered, now = () => new Date(), guard, release }: OpenFile): Book {
  const db = queryBuilder(sqlite, guard);
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    try {
      await db.destroy();
      sqlite.close(); // Kysely closes only what it has queried
    } finally {
      guard?.close();
      release?.();
    }
  };
  return { path: file, db, sqlite, now, recovered, fileLoss: () => guard?.loss() ?? null, close };
}

function queryBuilder(sqlite: Database.Database, guard?: FileGuard): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new CachingSqliteDialect(sqlite, guard) });
}

function guardOf(file: string): FileGuard {
  try {
    return new FileGuard(file);
  } catch (error) {
    throw inWords(error, file);
  }
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

/** Takes the exclusive lock now, so that a second program is told at once and not at its first change. */
function lock(sqlite: Database.Database, file: string): void {
  try {
    sqlite.exec('begin exclusive; commit');
  } catch (error) {
    throw inWords(error, file);
  }
}

/** @throws Failure book.damaged, and book.not-a-book where the first table of every book is not in it */
export function check(sqlite: Database.Database, file: string): void {
  let verdict: unknown;
  let isBook: unknown;
  try {
    verdict = sqlite.pragma('quick_check(1)', { simple: true });
    isBook = sqlite.prepare("select 1 from sqlite_schema where type = 'table' and name = 'book'").get();
  } catch (error) {
    throw inWords(error, file);
  }
  if (verdict !== 'ok') throw new Failure('book.damaged', { path: file });
  if (!isBook) throw new Failure('book.not-a-book', { path: file });
}

function closeChecked(sqlite: Database.Database, file: string): void {
  try {
    check(sqlite, file);
  } finally {
    sqlite.close();
  }
}

/**
 * One transaction: what fails is rolled back, and a program killed in the middle leaves a journal that the next opening rolls
 * back. (A copy of the file beside it, as it was once made here, added nothing but the loss of the lock: see FileGuard.)
 */
async function migrateFile(
  sqlite: Database.Database,
  file: string,
  steps: readonly Migration[],
): Promise<void> {
  try {
    await migrate(sqlite, queryBuilder(sqlite), steps);
  } catch (error) {
    throw new Failure('book.migration-failed', { path: file, reason: String(error) }, { cause: error });
  }
}
