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
import { verifyDigest, writeDigest } from './page-digest.ts';
import { type BookKey, keyOf } from './passphrase.ts';
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
  /** What encrypts it; null where nothing does. */
  readonly key: BookKey | null;
  close(): Promise<void>;
};

type OpenOptions = { readonly now?: () => Date; readonly migrations?: readonly Migration[] };

/** What opens an encrypted book, and whether the user takes one whose bytes changed since it was closed as it is. */
export type Access = {
  readonly key?: BookKey | null;
  readonly passphrase?: string;
  readonly acceptsAltered?: boolean;
};

/**
 * Opens a book and brings it to the latest version.
 * @throws Failure book.not-found, not-a-book, empty, damaged, altered, newer-schema, locked, open-already, read-only, no-access,
 *   migration-failed, passphrase-needed, wrong-passphrase; the file is then byte for byte as it was.
 */
export async function openBook(file: string, options: OpenOptions & Access = {}): Promise<Book> {
  const steps = options.migrations ?? migrations;
  const release = reserve(file); // before its header is read: closing any descriptor of an open book drops its lock
  try {
    const { salt } = await inspect(file, steps);
    const key = salt && (await keyFor(file, salt, options));
    const recovered = await hasHotJournal(file);
    if (recovered) await tryRecovery(file, (copy) => closeChecked(connect(copy, { key }), copy));
    const guard = guardOf(file);
    let sqlite: Database.Database | undefined;
    try {
      sqlite = connect(file, { key });
      lock(sqlite, file);
      const isAsClosed = verify(guard, sqlite, file, options);
      checkIsBook(sqlite, file, steps);
      if (!isAsClosed) check(sqlite, file);
      const hasMigrated = await migrateFile(sqlite, file, steps);
      guard.opened(isAsClosed && !hasMigrated);
    } catch (error) {
      sqlite?.close();
      guard.close();
      throw error;
    }
    await rm(`${file}.before-migration`, { force: true }); // what earlier versions left when they were killed
    return bookOf({ sqlite, file, recovered, now: options.now, guard, release, key });
  } catch (error) {
    release();
    throw error;
  }
}

/** @throws Failure book.passphrase-needed */
async function keyFor(file: string, salt: Buffer, { key, passphrase }: Access): Promise<BookKey> {
  if (key) return key;
  if (passphrase === undefined) throw new Failure('book.passphrase-needed', { path: file });
  return keyOf(passphrase, salt);
}

/**
 * Whether the book's bytes are those it was closed with, which spares looking through its pages; false where that is not known.
 * @throws Failure book.altered, naming the tables whose bytes differ, unless the user takes it so
 */
function verify(guard: FileGuard, sqlite: Database.Database, file: string, options: Access): boolean {
  const verdict = verifyDigest(guard.fd, guard.isEncrypted);
  if (verdict === 'unknown') return false;
  if (verdict.length === 0) return true;
  if (options.acceptsAltered) return false;
  throw new Failure('book.altered', { path: file, tables: tablesAt(sqlite, verdict).join(', ') });
}

/** The tables whose rows, or whose indexes, lie in these bytes; as many as can still be told. */
function tablesAt(sqlite: Database.Database, ranges: readonly { from: number; to: number }[]): string[] {
  try {
    const pageSize = Number(sqlite.pragma('page_size', { simple: true }));
    const found = sqlite.prepare<[number, number], string>(
      `select distinct coalesce(s.tbl_name, d.name) from dbstat d left join sqlite_schema s on s.name = d.name
       where d.pageno between ? and ?`,
    );
    const tables = ranges.flatMap(({ from, to }) =>
      found.pluck().all(Math.floor(from / pageSize) + 1, Math.ceil(to / pageSize)),
    );
    return [...new Set(tables)].sort();
  } catch {
    return [];
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

/**
 * Reads in the file of a book that is not open, under the lock every reader takes.
 * @throws Failure book.damaged, locked, no-access; book.not-a-book also for one that this key does not open
 */
export function readFrom<T>(
  file: string,
  read: (sqlite: Database.Database) => T,
  key: BookKey | null = null,
): T {
  let sqlite: Database.Database | undefined;
  try {
    const options = { readonly: true, timeout: 250 };
    sqlite = key ? key.connect(file, options) : new Database(file, options);
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
  readonly key?: BookKey | null;
};

function bookOf(open: OpenFile): Book {
  const { sqlite, file, recovered, now = () => new Date(), guard, release, key = null } = open;
  const db = queryBuilder(sqlite, guard);
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    try {
      if (guard?.isToSeal()) seal(guard, sqlite);
      if (guard?.loss() === null && !sqlite.inTransaction) await rm(`${file}-journal`, { force: true }); // an emptied one of a killed program; SQLite deletes only its own
      await db.destroy();
      sqlite.close(); // Kysely closes only what it has queried
    } finally {
      guard?.close();
      release?.();
    }
  };
  return { path: file, db, sqlite, now, recovered, fileLoss: () => guard?.loss() ?? null, key, close };
}

/** Keeps what the bytes are, while the lock still holds. A book that cannot take the few pages (a full disk) is closed without. */
function seal(guard: FileGuard, sqlite: Database.Database): void {
  try {
    const pageSize = Number(sqlite.pragma('page_size', { simple: true }));
    const pages = Number(sqlite.pragma('page_count', { simple: true }));
    writeDigest(guard.fd, pages * pageSize, pageSize, guard.isEncrypted);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
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

type ConnectOptions = { readonly fileMustExist?: boolean; readonly key?: BookKey | null };

function connect(file: string, { fileMustExist = true, key = null }: ConnectOptions = {}): Database.Database {
  let sqlite: Database.Database | undefined;
  try {
    const options = { fileMustExist, timeout: 250 };
    sqlite = key ? key.connect(file, options) : new Database(file, options);
    configure(sqlite);
    return sqlite;
  } catch (error) {
    sqlite?.close();
    const failure = inWords(error, file);
    // What another key makes of the first page is no database.
    if (key && failure instanceof Failure && failure.code === 'book.not-a-book')
      throw new Failure('book.wrong-passphrase', { path: file }, { cause: error });
    throw failure;
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

/** What the header of an encrypted book could not say yet, and whether the first table of every book is there. */
function checkIsBook(sqlite: Database.Database, file: string, steps: readonly Migration[]): void {
  let mark: unknown;
  let version: number;
  let table: unknown;
  try {
    mark = sqlite.pragma('application_id', { simple: true });
    version = Number(sqlite.pragma('user_version', { simple: true }));
    table = sqlite.prepare("select 1 from sqlite_schema where type = 'table' and name = 'book'").get();
  } catch (error) {
    throw inWords(error, file);
  }
  if (mark !== applicationId || version === 0) throw new Failure('book.not-a-book', { path: file });
  if (version > latestVersion(steps)) throw new Failure('book.newer-schema', { path: file, version });
  if (table === undefined) {
    check(sqlite, file); // damaged says more, where that is why
    throw new Failure('book.not-a-book', { path: file });
  }
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
 * @returns whether there was anything to migrate
 */
async function migrateFile(
  sqlite: Database.Database,
  file: string,
  steps: readonly Migration[],
): Promise<boolean> {
  if (Number(sqlite.pragma('user_version', { simple: true })) === latestVersion(steps)) return false;
  try {
    await migrate(sqlite, queryBuilder(sqlite), steps);
    return true;
  } catch (error) {
    throw new Failure('book.migration-failed', { path: file, reason: String(error) }, { cause: error });
  }
}
