import { copyFile, mkdtemp, open, rename, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hasHotJournal } from './book-header.ts';
import { type Book, createBook, openBook } from './open.ts';
import { record } from './record.ts';
import { saveCopy } from './save-copy.ts';

let folder: string;
let file: string;
let other: string;
let book: Book;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-guard-'));
  file = path.join(folder, 'East.tenure');
  other = path.join(folder, 'West.tenure');
  await (await createBook(other)).close();
  book = await createBook(file);
  await addAccount('Harbor');
});
afterEach(async () => {
  await book.close();
  await rm(folder, { recursive: true, force: true });
});

const addAccount = (name: string) =>
  record(book, { key: 'account.create' }, (trx) =>
    sql`insert into account (name) values (${name})`.execute(trx),
  );
const names = async (of: Book) =>
  (await of.db.selectFrom('account').select('name').orderBy('id').execute()).map(({ name }) => name);

/** What programs that keep folders in step do to a file behind our back. */
const misfortunes: [loss: string, befall: () => Promise<unknown>][] = [
  ['replaced', () => rename(other, file)],
  ['replaced', () => rm(file).then(() => copyFile(other, file))],
  ['gone', () => rm(file)],
  ['gone', () => rename(file, path.join(folder, 'elsewhere.tenure'))],
];
test.each(misfortunes)(
  'a book whose file was %s takes no more writes, says so, and can be saved whole',
  async (loss, befall) => {
    expect(book.fileLoss()).toBeNull();
    await befall();
    expect(book.fileLoss()).toBe(loss);
    await expect(addAccount('into nothing')).rejects.toMatchObject({
      code: 'book.file-lost',
      parameters: { path: file, loss },
    });
    expect(await hasHotJournal(file)).toBe(false); // it would be played into the other file
    expect(await names(book)).toEqual(['Harbor']);
    const copy = path.join(folder, 'copy.tenure');
    await saveCopy(book, copy);
    await book.close();
    book = await openBook(copy);
    expect(await names(book)).toEqual(['Harbor']);
    await addAccount('Quay');
  },
);

test('a book whose file was cut short takes no more writes', async () => {
  await truncate(file, 8192);
  await expect(addAccount('into nothing')).rejects.toMatchObject({ parameters: { loss: 'cut-short' } });
});

test('what is lost while a change is being written is noticed before its commit', async () => {
  await expect(
    record(book, { key: 'account.create' }, async (trx) => {
      await sql`insert into account (name) values ('half way')`.execute(trx);
      await rename(other, file);
    }),
  ).rejects.toMatchObject({ code: 'book.file-lost' });
  expect(await names(book)).toEqual(['Harbor']);
});

test('a file put back does not count as the same again: what lies there may be older', async () => {
  await rename(file, path.join(folder, 'away.tenure'));
  expect(book.fileLoss()).toBe('gone');
  await rename(path.join(folder, 'away.tenure'), file);
  expect(book.fileLoss()).toBe('gone');
});

test('writes of a program that pays no heed to the lock are noticed', async () => {
  const bytes = await open(file, 'r+');
  const counter = Buffer.alloc(4);
  await bytes.read(counter, 0, 4, 24);
  counter.writeUInt32BE(counter.readUInt32BE() + 1);
  await bytes.write(counter, 0, 4, 24);
  await bytes.close();
  await expect(addAccount('over it')).rejects.toMatchObject({ parameters: { loss: 'changed' } });
});

test('a long day of changes, refused ones and large ones never looks like a loss', async () => {
  for (let turn = 0; turn < 20; turn++) {
    await addAccount(`Account ${turn}`);
    await expect(
      record(book, { key: 'account.create' }, async (trx) => {
        await sql`insert into account (name, description) values ('refused', ${'x'.repeat(300_000)})`.execute(
          trx,
        );
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    await record(book, { key: 'account.edit' }, (trx) =>
      sql`update account set description = ${'y'.repeat(200_000 * (turn % 3))} where id = 1`.execute(trx),
    );
  }
  expect(book.fileLoss()).toBeNull();
  expect(await names(book)).toHaveLength(21);
});
