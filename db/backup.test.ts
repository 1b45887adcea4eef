import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUp, listBackups, restoreBackup } from './backup.ts';
import { type Book, createBook, openBook } from './open.ts';
import { record } from './record.ts';
import { saveCopy } from './save-copy.ts';
import { leaveHotJournal } from './testing/hot-journal.ts';

let folder: string;
let book: Book;
let now = new Date('2026-11-22T09:00:00.000Z');

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-backup-'));
  book = await createBook(path.join(folder, 'east.tenure'), { now: () => now });
  await addAccount('Harbor');
});
afterEach(async () => {
  await book.close();
  await rm(folder, { recursive: true, force: true });
});

const backups = () => path.join(folder, 'backups');
const digest = async (name: string) =>
  createHash('sha256')
    .update(await readFile(name))
    .digest('hex');
const addAccount = (name: string, description = '') =>
  record(book, { key: 'account.create' }, (trx) =>
    sql`insert into account (name, description) values (${name}, ${description})`.execute(trx),
  );
const namesIn = async (file: string) => {
  const other = await openBook(file);
  const rows = await other.db.selectFrom('account').select('name').orderBy('id').execute();
  await other.close();
  return rows.map(({ name }) => name);
};

test('a backup is a book of its own, with everything up to its moment', async () => {
  const { path: file } = await backUp(book, backups());
  await addAccount('later');
  expect(await namesIn(file)).toEqual(['Harbor']);
  expect(await listBackups(backups())).toEqual([{ path: file, at: '2026-11-22T09:00:00.000Z' }]);
});

test('old backups go by the rotation, and nothing half made is left', async () => {
  for (let day = 0; day < 40; day++) {
    now = new Date(Date.UTC(2026, 8, 1 + day, 9));
    await backUp(book, backups());
  }
  const kept = await listBackups(backups());
  expect(kept.length).toBeGreaterThanOrEqual(15);
  expect(kept.length).toBeLessThan(22);
  expect((await readdir(backups())).filter((name) => !name.endsWith('.tenure'))).toEqual([]);
});

test('restoring puts the backup in the book’s place and keeps what it replaced', async () => {
  const { path: file } = await backUp(book, backups());
  await addAccount('after the backup');
  await book.close();
  const replaced = await restoreBackup(file, path.join(folder, 'east.tenure'), now);
  expect(await namesIn(path.join(folder, 'east.tenure'))).toEqual(['Harbor']);
  expect(await namesIn(replaced ?? '')).toEqual(['Harbor', 'after the backup']);
});

test('a backup that does not open is not restored, and the book stays untouched', async () => {
  await mkdir(backups());
  const bad = path.join(backups(), 'bad.tenure');
  await writeFile(bad, 'not a book');
  await book.close();
  const before = await digest(path.join(folder, 'east.tenure'));
  await expect(restoreBackup(bad, path.join(folder, 'east.tenure'), now)).rejects.toMatchObject({
    code: 'book.not-a-book',
    parameters: { path: bad },
  });
  expect(await digest(path.join(folder, 'east.tenure'))).toBe(before);
});

test('restoring over a book that was cut off in a change keeps that book as it was before the change', async () => {
  const { path: file } = await backUp(book, backups());
  await addAccount('after the backup');
  const target = path.join(folder, 'east.tenure');
  await book.close();
  await leaveHotJournal(target);
  const replaced = await restoreBackup(file, target, now);
  expect(await namesIn(target)).toEqual(['Harbor']);
  expect(await namesIn(replaced ?? '')).toEqual(['Harbor', 'after the backup']);
  expect(execFileSync('ls', ['-A', folder], { encoding: 'utf8' })).not.toMatch(/journal|partial/);
});

test('a journal left of an earlier try does not make a sound backup read as damaged', async () => {
  const { path: file } = await backUp(book, backups());
  const target = path.join(folder, 'east.tenure');
  await book.close();
  await writeFile(`${target}.partial`, 'half a copy');
  await writeFile(`${target}.partial-journal`, Buffer.from('d9d505f920a163d7', 'hex'));
  await restoreBackup(file, target, now);
  expect(await namesIn(target)).toEqual(['Harbor']);
});

test('two restores within a second keep what each replaced', async () => {
  const { path: file } = await backUp(book, backups());
  const target = path.join(folder, 'east.tenure');
  await addAccount('after the backup');
  await book.close();
  const first = await restoreBackup(file, target, now);
  const second = await restoreBackup(file, target, now);
  expect(await namesIn(first ?? '')).toEqual(['Harbor', 'after the backup']);
  expect(await namesIn(second ?? '')).toEqual(['Harbor']);
});

test('a copy is a whole book, and the open one goes on', async () => {
  const copy = path.join(folder, 'copy.tenure');
  await saveCopy(book, copy);
  await addAccount('after the copy');
  expect(await namesIn(copy)).toEqual(['Harbor']);
});

test('a copy onto the open book itself is refused', async () => {
  await expect(saveCopy(book, path.join(folder, 'east.tenure'))).rejects.toMatchObject({
    code: 'book.open-already',
  });
  expect(await book.db.selectFrom('account').select('name').execute()).toHaveLength(1);
});

test('when the book may grow no more, the action is refused as a full disk, nothing of it stays, and the book works on', async () => {
  const pages = Number(book.sqlite.pragma('page_count', { simple: true }));
  book.sqlite.pragma(`max_page_count = ${pages + 8}`);
  await expect(addAccount('too much', 'x'.repeat(500_000))).rejects.toMatchObject({ code: 'book.disk-full' });
  book.sqlite.pragma('max_page_count = 1073741823');
  await addAccount('fits');
  expect(
    (await book.db.selectFrom('account').select('name').orderBy('id').execute()).map(({ name }) => name),
  ).toEqual(['Harbor', 'fits']);
});

test.skipIf(!canMount())('a copy to a full disk is refused, and no part of it is left', async () => {
  const small = path.join(folder, 'small');
  await mkdir(small);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small]);
  try {
    await expect(saveCopy(book, path.join(small, 'copy.tenure'))).rejects.toMatchObject({
      code: 'book.disk-full',
    });
    expect(await readdir(small)).toEqual([]);
  } finally {
    execFileSync('umount', [small]);
  }
});

/** A disk small enough to be full is a mount, which takes root on Linux. */
function canMount(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}
