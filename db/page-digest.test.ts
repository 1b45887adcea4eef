import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUp, restoreBackup } from './backup.ts';
import { type Book, createBook, openBook } from './open.ts';
import { record } from './record.ts';
import { asAnotherProgram } from './testing/other-program.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-digest-'));
  file = path.join(folder, 'East.tenure');
  const book = await createBook(file);
  await addAccount(book, 'Harbor', 'A description with a word nobody would miss');
  await book.close();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const addAccount = (book: Book, name: string, description = '') =>
  record(book, { key: 'account.create' }, (trx) =>
    sql`insert into account (name, description) values (${name}, ${description})`.execute(trx),
  );
const digest = async () =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

/** Turns one bit of a text in the file, as a disk that decays does: every page stays well formed. */
async function decay(text: string): Promise<void> {
  const bytes = await readFile(file);
  const at = bytes.lastIndexOf(text);
  expect(at).toBeGreaterThan(0);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  await writeFile(file, bytes);
}

test('a book that is only opened and closed stays byte for byte as it was', async () => {
  const before = await digest();
  await (await openBook(file)).close();
  expect(await digest()).toBe(before);
});

test('one bit that changed while the book was closed is noticed, with where it is, and nothing is touched', async () => {
  await decay('a word nobody would miss');
  const before = await digest();
  await expect(openBook(file)).rejects.toMatchObject({
    code: 'book.altered',
    parameters: { path: file, tables: expect.stringMatching(/account|change/) },
  });
  expect(await digest()).toBe(before);
  const taken = await openBook(file, { acceptsAltered: true });
  expect(await taken.db.selectFrom('account').select('name').execute()).toHaveLength(1);
  await taken.close();
});

test('taken as it is and changed, it opens like any other from then on', async () => {
  await decay('a word nobody would miss');
  const taken = await openBook(file, { acceptsAltered: true });
  await addAccount(taken, 'Quay');
  await taken.close();
  await (await openBook(file)).close();
});

test('what another program wrote while the book was closed is a change and no decay', async () => {
  expect(asAnotherProgram(file)).toBe('wrote');
  const book = await openBook(file);
  await addAccount(book, 'Quay');
  await book.close();
  await decay('Quay');
  await expect(openBook(file)).rejects.toMatchObject({ code: 'book.altered' });
});

test('every bit of the header’s count of changes and of the first page counts', async () => {
  const sound = await readFile(file);
  for (const at of [24, 27, 40, 44, 95, 200, 4000]) {
    const bytes = Buffer.from(sound);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
    await writeFile(file, bytes);
    await expect(openBook(file), `byte ${at}`).rejects.toMatchObject({ code: /book\.(altered|damaged)/ });
  }
});

test('the digest stands behind the last page and goes along with copies and backups', async () => {
  const book = await openBook(file);
  const pages = Number(book.sqlite.pragma('page_count', { simple: true })) * 4096;
  expect((await stat(file)).size).toBe(pages + 4096);
  const backup = await backUp(book, path.join(folder, 'backups'));
  await book.close();
  const bytes = await readFile(backup.path);
  const at = bytes.lastIndexOf('Harbor');
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  await writeFile(backup.path, bytes);
  const before = await digest();
  await expect(restoreBackup(backup.path, file, new Date())).rejects.toMatchObject({
    code: 'book.altered',
    parameters: { path: backup.path, book: file },
  });
  expect(await digest()).toBe(before);
});

test('a book that grows past its digest, shrinks or refuses a change is closed with one that holds', async () => {
  const book = await openBook(file);
  await expect(
    record(book, { key: 'account.create' }, async (trx) => {
      await sql`insert into account (name, description) values ('refused', ${'x'.repeat(900_000)})`.execute(
        trx,
      );
      throw new Error('refused');
    }),
  ).rejects.toThrow('refused');
  await book.close();
  const again = await openBook(file);
  await addAccount(again, 'large', 'y'.repeat(500_000));
  expect(again.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  await again.close();
  const shrinking = await openBook(file);
  await record(shrinking, { key: 'account.edit' }, (trx) =>
    sql`update account set description = ''`.execute(trx),
  );
  await addAccount(shrinking, 'after');
  await shrinking.close();
  const last = await openBook(file);
  expect(await last.db.selectFrom('account').select('name').execute()).toHaveLength(3);
  await last.close();
});
