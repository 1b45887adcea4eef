import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchFile } from '../db/attached-files.ts';
import { backUp, restoreBackup } from '../db/backup.ts';
import { describeBook } from '../db/book/query.ts';
import { latestVersion, migrations } from '../db/migrate.ts';
import { type Book, createBook, openBook } from '../db/open.ts';
import { readBook } from '../db/read-book.ts';
import { initialize, record } from '../db/record.ts';
import { saveCopy } from '../db/save-copy.ts';
import { asAnotherProgram } from '../db/testing/other-program.ts';
import { readGiven } from './commands/terminal.ts';
import { exportInWorker } from './jobs/export-in-worker.ts';
import { readOtherBooks } from './other-books.ts';
import { replaceFile } from './replace-file.ts';

let folder: string;
let file: string;
let book: Book;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-lock-'));
  file = path.join(folder, 'East.tenure');
  book = await createBook(file, { fill: (made) => initialize(made, (trx) => describeBook(trx, facts)) });
  await addAccount('Harbor');
});
afterEach(async () => {
  await book.close();
  await rm(folder, { recursive: true, force: true });
});

const facts = {
  name: 'East',
  owner: 'Lin Yue',
  base_currency: 'CNY',
  fiscal_year_start_month: 1,
  language: 'en',
  time_zone: 'Asia/Shanghai',
  created_at: '2026-11-22T09:00:00.000Z',
} as const;
const addAccount = (name: string) =>
  record(book, { key: 'account.create' }, (trx) =>
    sql`insert into account (name) values (${name})`.execute(trx),
  );
const names = async (of: Book) =>
  (await of.db.selectFrom('account').select('name').orderBy('id').execute()).map(({ name }) => name);

/** The same file by every name it can have. */
async function otherNames(): Promise<[how: string, name: string][]> {
  const aliasFolder = path.join(folder, 'alias');
  await symlink(folder, aliasFolder);
  await symlink(file, path.join(folder, 'link.tenure'));
  await link(file, path.join(folder, 'hard.tenure'));
  return [
    ['its own path', file],
    ['a linked folder', path.join(aliasFolder, 'East.tenure')],
    ['a link', path.join(folder, 'link.tenure')],
    ['a hard link', path.join(folder, 'hard.tenure')],
  ];
}

test('a second program is refused while a book is open, and let in after', async () => {
  expect(asAnotherProgram(file)).toBe('SQLITE_BUSY');
  await book.close();
  expect(asAnotherProgram(file)).toBe('wrote');
});

test('a second program is refused after a migration', async () => {
  await book.close();
  const steps = [...migrations, { version: latestVersion() + 1, up: async () => {} }];
  book = await openBook(file, { migrations: steps });
  expect(book.sqlite.pragma('user_version', { simple: true })).toBe(latestVersion() + 1);
  expect(asAnotherProgram(file)).toBe('SQLITE_BUSY');
});

test('whatever reads the open book’s file, by whatever name, is refused and the lock holds', async () => {
  const backup = (await backUp(book, path.join(folder, 'backups'))).path;
  const readers: [what: string, read: (name: string) => Promise<unknown>][] = [
    ['open', openBook],
    ['read', readBook],
    [
      'compare',
      async (name) => expect((await readOtherBooks(book, [name], async () => 'found')).books).toEqual([]),
    ],
    ['read as a list', readGiven],
    ['restore', (name) => restoreBackup(backup, name, new Date())],
    ['restore from', (name) => restoreBackup(name, path.join(folder, 'new.tenure'), new Date())],
  ];
  for (const [how, name] of await otherNames())
    for (const [what, read] of readers) {
      const refusal = await read(name).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
      expect([how, what, refusal]).toEqual([how, what, what === 'compare' ? 'done' : 'book.open-already']);
      expect([how, what, asAnotherProgram(file)]).toEqual([how, what, 'SQLITE_BUSY']);
    }
});

test('whatever writes a file never replaces the open book, by whatever name', async () => {
  const files = path.join(folder, 'East.files');
  const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'; // of nothing
  await mkdir(files);
  await replaceFile(path.join(files, sha256), '');
  const working = { advance: () => {}, signal: new AbortController().signal };
  const writers: [what: string, write: (name: string) => Promise<unknown>][] = [
    ['copy', (name) => saveCopy(book, name)],
    ['list', (name) => replaceFile(name, 'name,arr')],
    ['attached file', (name) => fetchFile(files, sha256, name)],
    [
      'workbook written in a thread',
      (name) => exportInWorker(book, [{ output: { is: 'book', language: 'en' }, file: name }], working),
    ],
  ];
  for (const [how, name] of await otherNames())
    for (const [what, write] of writers) {
      await expect(write(name), `${what} by ${how}`).rejects.toMatchObject({ code: 'book.open-already' });
      expect([how, what, asAnotherProgram(file)]).toEqual([how, what, 'SQLITE_BUSY']);
    }
  await addAccount('Quay');
  await book.close();
  book = await openBook(file);
  expect(await names(book)).toEqual(['Harbor', 'Quay']);
});

test('the lock holds after a copy, a backup and an export', async () => {
  await saveCopy(book, path.join(folder, 'copy.tenure'));
  expect(asAnotherProgram(file)).toBe('SQLITE_BUSY');
  await backUp(book, path.join(folder, 'backups'));
  expect(asAnotherProgram(file)).toBe('SQLITE_BUSY');
});

test('a list is not written over any book, and a copy not over one that another program has open', async () => {
  const other = path.join(folder, 'other.tenure');
  await (await createBook(other)).close();
  const before = await readFile(other);
  await expect(replaceFile(other, 'name,arr')).rejects.toMatchObject({ code: 'file.is-book' });
  expect((await readFile(other)).equals(before)).toBe(true);
  expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
  await saveCopy(book, other); // one that nobody has open is the user's to replace
  const copy = await openBook(other);
  expect(await names(copy)).toEqual(['Harbor']);
  await copy.close();
});
