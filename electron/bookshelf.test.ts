import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bookSettings } from '../db/book/query.ts';
import type { Book } from '../db/open.ts';
import type { Bookshelf, NewBook } from './bookshelf.ts';
import { startService } from './service.ts';

let folder: string;
let shelf: Bookshelf;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-shelf-'));
  const service = await startService({ dataFolder: folder, documentsFolder: folder, version: '0.0.0' });
  shelf = service.shelf;
});
afterEach(async () => {
  await shelf.putAway();
  await rm(folder, { recursive: true, force: true });
});

const file = (name: string) => path.join(folder, `${name}.tenure`);
const facts = (name: string): NewBook => ({
  name,
  owner: 'Ada',
  baseCurrency: 'EUR',
  fiscalYearStartMonth: 1,
  language: 'en',
  timeZone: 'Europe/Berlin',
});
/** Something that comes back to the book a while after it began. */
const readTwice = async (book: Book) => {
  const { name } = await bookSettings(book.db);
  for (let turn = 0; turn < 10; turn++) await setImmediate();
  return [name, (await bookSettings(book.db)).name];
};

test('what is being read when the book is closed is read to its end', async () => {
  await shelf.create(file('East'), facts('East'));
  const reading = shelf.lease(readTwice);
  await shelf.putAway();
  await expect(reading).resolves.toEqual(['East', 'East']);
  expect(shelf.isOpen).toBe(false);
});

test('what is being read when another book is opened is read to its end, from the book it began in', async () => {
  await shelf.create(file('East'), facts('East'));
  const reading = shelf.lease(readTwice);
  await shelf.create(file('West'), facts('West'));
  await expect(reading).resolves.toEqual(['East', 'East']);
  await expect(shelf.lease(readTwice)).resolves.toEqual(['West', 'West']);
});

test('a book whose reading failed is closed all the same', async () => {
  await shelf.create(file('East'), facts('East'));
  const reading = shelf.lease(async () => {
    await setImmediate();
    throw new Error('unreadable');
  });
  await Promise.all([expect(reading).rejects.toThrow('unreadable'), shelf.putAway()]);
  expect(shelf.isOpen).toBe(false);
});

test('nothing is lent once the book is closed', async () => {
  await expect(shelf.lease(readTwice)).rejects.toMatchObject({ code: 'book.none-open' });
});
