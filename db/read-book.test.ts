import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { latestVersion, migrations } from './migrate.ts';
import { createBook, openBook } from './open.ts';
import { readBook } from './read-book.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-read-'));
  file = path.join(folder, 'North.tenure');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function bookWithAccount(steps = migrations): Promise<void> {
  const book = await createBook(file, { migrations: steps });
  // By position: the columns of an older book may be called otherwise.
  book.sqlite.exec(`insert into action values (1, '2026-11-01T00:00:00.000Z', 'account.create', '{}', 'do', null, null);
    insert into account (name) values ('Harbor')`);
  await book.close();
}

const older = migrations.filter(({ version }) => version < latestVersion());

test.each([
  ['of today', migrations],
  ['of the version before', older],
])('a book %s is read as it is now, and its file is not touched', async (_, steps) => {
  await bookWithAccount(steps);
  const before = { bytes: await readFile(file), facts: await stat(file, { bigint: true }) };
  const book = await readBook(file);
  expect(book.sqlite.pragma('user_version', { simple: true })).toBe(latestVersion());
  expect(await book.db.selectFrom('account').select('name').execute()).toEqual([{ name: 'Harbor' }]);
  await book.db.updateTable('account').set({ name: 'Quay' }).execute();
  expect(await readdir(folder)).toEqual(['North.tenure']);
  await book.close();
  expect((await readFile(file)).equals(before.bytes)).toBe(true);
  expect((await stat(file, { bigint: true })).mtimeNs).toBe(before.facts.mtimeNs);
});

test('what is no readable book is refused with its reason', async () => {
  await expect(readBook(file)).rejects.toMatchObject({ code: 'book.not-found' });
  await writeFile(file, '');
  await expect(readBook(file)).rejects.toMatchObject({ code: 'book.empty' });
  await writeFile(file, 'name,arr\n'.repeat(200));
  await expect(readBook(file)).rejects.toMatchObject({ code: 'book.not-a-book' });
  await rm(file);
  await bookWithAccount();
  const bytes = await readFile(file);
  await writeFile(file, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 0xab)]));
  await expect(readBook(file)).rejects.toMatchObject({ code: 'book.damaged' });
});

test('a change left unfinished is not read half', async () => {
  await bookWithAccount();
  await writeFile(`${file}-journal`, Buffer.from('d9d505f920a163d7', 'hex'));
  await expect(readBook(file)).rejects.toMatchObject({ code: 'book.locked' });
  expect((await readdir(folder)).sort()).toEqual(['North.tenure', 'North.tenure-journal']);
  await rm(`${file}-journal`);
  await (await openBook(file)).close();
});
