import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addAttachment, deleteAttachment } from './attachment/query.ts';
import { backUp } from './backup.ts';
import { describeBook } from './book/query.ts';
import { type Book, createBook } from './open.ts';
import { initialize, record } from './record.ts';
import { clearStrayFiles, findStrayFiles } from './stray-files.ts';
import { testAccount, testSettings } from './testing/book.ts';
import { undo, undoAction } from './undo.ts';

const hash = (sign: string) => sign.repeat(64);
const tomorrow = () => new Date(Date.now() + 86_400_000);
let folder: string;
let files: string;
let book: Book;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-stray-'));
  files = path.join(folder, 'East.files');
  await mkdir(files);
  book = await createBook(path.join(folder, 'East.tenure'), { now: tomorrow });
  await initialize(book, async (trx) => {
    await describeBook(trx, testSettings);
    await trx
      .insertInto('account')
      .values({ ...testAccount, name: 'Harbor' })
      .execute();
  });
});
afterEach(async () => {
  await book.close();
  await rm(folder, { recursive: true, force: true });
});

const lay = (name: string) => writeFile(path.join(files, name), 'bytes');
const attach = (sign: string) =>
  record(book, { key: 'attachment.add', parameters: { name: sign } }, (trx) =>
    addAttachment(
      trx,
      { table: 'account', id: 1 },
      { name: sign, mediaType: 'text/plain', bytes: 5, sha256: hash(sign), addedOn: '2026-11-22' },
    ),
  );

test('what nothing refers to is counted and cleared, whatever else lies there stays', async () => {
  for (const name of [hash('a'), hash('b'), `${hash('c')}.0123abcd.partial`, 'notes of mine.txt'])
    await lay(name);
  await attach('a');
  expect(await findStrayFiles(book, files, [])).toEqual({ count: 2, bytes: 10 });
  expect(await clearStrayFiles(book, files, [])).toEqual({ count: 2, bytes: 10 });
  expect((await readdir(files)).sort()).toEqual([hash('a'), 'notes of mine.txt']);
  expect(await findStrayFiles(book, files, [])).toEqual({ count: 0, bytes: 0 });
});

test('a file that undo could bring back stays, however it went', async () => {
  for (const sign of ['a', 'b']) await lay(hash(sign));
  const id = await attach('a');
  await record(book, { key: 'attachment.remove', parameters: { name: 'a' } }, (trx) =>
    deleteAttachment(trx, id),
  );
  await attach('b');
  const { id: undone } = await undo(book); // takes the second one away; the history can still do that again
  expect(await findStrayFiles(book, files, [])).toEqual({ count: 0, bytes: 0 });
  const [reversal] = await book.db
    .selectFrom('action')
    .select('id')
    .where('reverses_id', '=', undone)
    .execute();
  await undoAction(book, reversal?.id ?? 0);
  expect(await findStrayFiles(book, files, [])).toEqual({ count: 0, bytes: 0 });
});

test('a file that a backup would need stays', async () => {
  await lay(hash('a'));
  await attach('a');
  const { path: backup } = await backUp(book, path.join(folder, 'backups'));
  // As after a backup older than the attachment was restored.
  book.sqlite.exec('delete from attachment; delete from change');
  expect(await findStrayFiles(book, files, [backup])).toEqual({ count: 0, bytes: 0 });
  expect(await findStrayFiles(book, files, [])).toEqual({ count: 1, bytes: 5 });
  await writeFile(backup, 'torn');
  expect(await findStrayFiles(book, files, [backup])).toEqual({ count: 1, bytes: 5 });
});

test('a file that has only just come stays, for its attachment may be on the way', async () => {
  await lay(hash('a'));
  expect(await findStrayFiles({ ...book, now: () => new Date() }, files, [])).toEqual({ count: 0, bytes: 0 });
});

test('without a folder there is nothing', async () => {
  await rm(files, { recursive: true });
  expect(await clearStrayFiles(book, files, [])).toEqual({ count: 0, bytes: 0 });
});
