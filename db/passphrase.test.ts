import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUp, restoreBackup } from './backup.ts';
import { type Access, type Book, createBook, openBook } from './open.ts';
import { keyOf, reencrypt } from './passphrase.ts';
import { record } from './record.ts';
import { saveCopy } from './save-copy.ts';
import { findStrayFiles } from './stray-files.ts';
import { leaveHotJournal } from './testing/hot-journal.ts';
import { asAnotherProgram } from './testing/other-program.ts';

const passphrase = 'correct horse 电池 staple';
let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-passphrase-'));
  file = path.join(folder, 'East.tenure');
  const book = await createBook(file);
  await addAccount(book, 'Harbor Retail');
  await book.close();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const addAccount = (book: Book, name: string) =>
  record(book, { key: 'account.create' }, (trx) =>
    sql`insert into account (name) values (${name})`.execute(trx),
  );
const proven = (access: Access) => async (partial: string) => (await openBook(partial, access)).close();
const encrypt = async (secret = passphrase) => {
  const key = await keyOf(secret);
  await reencrypt(file, null, key, proven({ key }));
  return key;
};
const namesIn = async (name: string, access: Access) => {
  const book = await openBook(name, access);
  const rows = await book.db.selectFrom('account').select('name').orderBy('id').execute();
  await book.close();
  return rows.map((row) => row.name);
};

test('an encrypted book opens by its passphrase alone, and holds no word in the open', async () => {
  await encrypt();
  expect((await readFile(file)).includes('Harbor')).toBe(false);
  await expect(openBook(file)).rejects.toMatchObject({ code: 'book.passphrase-needed' });
  const before = await readFile(file);
  await expect(openBook(file, { passphrase: 'incorrect horse' })).rejects.toMatchObject({
    code: 'book.wrong-passphrase',
    parameters: { path: file },
  });
  expect((await readFile(file)).equals(before)).toBe(true);
  expect(await namesIn(file, { passphrase })).toEqual(['Harbor Retail']);
});

test('its passphrase is the same however the keyboard composes its letters', async () => {
  await encrypt('cafe\u0301 au lait');
  expect(await namesIn(file, { passphrase: 'café au lait' })).toEqual(['Harbor Retail']);
});

test('it is locked against a second program and takes changes that stay', async () => {
  await encrypt();
  const book = await openBook(file, { passphrase });
  expect(asAnotherProgram(file)).toBe('SQLITE_BUSY');
  for (const name of ['Quay', 'Kestrel']) await addAccount(book, name);
  expect(book.fileLoss()).toBeNull();
  await book.close();
  expect(await namesIn(file, { passphrase })).toEqual(['Harbor Retail', 'Quay', 'Kestrel']);
});

test('the passphrase can be changed and removed, and the one before opens nothing', async () => {
  const first = await encrypt();
  const second = await keyOf('another one entirely');
  await reencrypt(file, first, second, proven({ key: second }));
  await expect(openBook(file, { passphrase })).rejects.toMatchObject({ code: 'book.wrong-passphrase' });
  expect(await namesIn(file, { passphrase: 'another one entirely' })).toEqual(['Harbor Retail']);
  await reencrypt(file, second, null, proven({}));
  expect(await namesIn(file, {})).toEqual(['Harbor Retail']);
});

test('backups and copies are encrypted alike, and restore by the same passphrase', async () => {
  const key = await encrypt();
  const book = await openBook(file, { key });
  const backup = await backUp(book, path.join(folder, 'backups'));
  const copy = path.join(folder, 'copy.tenure');
  await saveCopy(book, copy);
  await addAccount(book, 'later');
  expect(await findStrayFiles(book, path.join(folder, 'East.files'), [backup.path])).toMatchObject({
    count: 0,
  });
  await book.close();
  for (const name of [backup.path, copy]) {
    expect((await readFile(name)).includes('Harbor')).toBe(false);
    expect(await namesIn(name, { passphrase })).toEqual(['Harbor Retail']);
  }
  await expect(restoreBackup(backup.path, file, new Date())).rejects.toMatchObject({
    code: 'book.passphrase-needed',
    parameters: { path: backup.path, book: file },
  });
  await restoreBackup(backup.path, file, new Date(), { passphrase });
  expect(await namesIn(file, { passphrase })).toEqual(['Harbor Retail']);
});

test('one changed bit anywhere in an encrypted book is noticed', async () => {
  await encrypt();
  const sound = await readFile(file);
  for (const part of [0.01, 0.2, 0.5, 0.8, 0.95]) {
    const bytes = Buffer.from(sound);
    const at = Math.floor(bytes.length * part);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    await writeFile(file, bytes);
    await expect(openBook(file, { passphrase }), `at ${part}`).rejects.toMatchObject({
      code: /book\.(altered|damaged|wrong-passphrase)/,
    });
  }
});

test('a change that was under way in an encrypted book is rolled back', async () => {
  const key = await encrypt();
  await leaveHotJournal(file, (name) => key.connect(name, {}));
  const book = await openBook(file, { passphrase });
  expect(book.recovered).toBe(true);
  expect(await book.db.selectFrom('account').select('name').execute()).toEqual([{ name: 'Harbor Retail' }]);
  await book.close();
});
