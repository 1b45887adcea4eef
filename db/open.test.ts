import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrations } from './migrate.ts';
import { type Book, createBook, openBook } from './open.ts';
import { record } from './record.ts';
import { leaveHotJournal } from './testing/hot-journal.ts';
import { asAnotherProgram } from './testing/other-program.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-open-'));
  file = path.join(folder, 'East China.tenure');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const digest = async (name: string) =>
  createHash('sha256')
    .update(await readFile(name))
    .digest('hex');
const addAccount = (book: Book, name: string) =>
  record(book, { key: 'account.create' }, (trx) =>
    sql`insert into account (name) values (${name})`.execute(trx),
  );
async function bookWithAccounts(count: number): Promise<void> {
  const book = await createBook(file);
  await record(book, { key: 'account.create' }, async (trx) => {
    for (let i = 0; i < count; i++)
      await sql`insert into account (name) values (${`Account ${i}`})`.execute(trx);
  });
  await book.close();
}

test('a new book opens again with what was written', async () => {
  await bookWithAccounts(3);
  const book = await openBook(file);
  expect(await book.db.selectFrom('account').select('name').execute()).toHaveLength(3);
  expect(book.recovered).toBe(false);
  await book.close();
});

test('a book keeps to one file: nothing lies beside it while it is open or after', async () => {
  await bookWithAccounts(1);
  const book = await openBook(file);
  await addAccount(book, 'B');
  expect(execFileSync('ls', ['-A', folder], { encoding: 'utf8' }).trim().split('\n')).not.toContain(
    'East China.tenure-wal',
  );
  await book.close();
  expect(execFileSync('ls', ['-A', folder], { encoding: 'utf8' }).trim()).toBe('East China.tenure');
});

const strangers: [what: string, code: string, content: () => Buffer][] = [
  ['an empty file', 'book.empty', () => Buffer.alloc(0)],
  ['a text', 'book.not-a-book', () => Buffer.from('name,arr\nHarbor,1240000\n'.repeat(200))],
  ['a short text', 'book.not-a-book', () => Buffer.from('hi')],
  ['a workbook', 'book.not-a-book', () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(5000, 7)])],
  ['another program’s database', 'book.not-a-book', foreignDatabase],
];
for (const [what, code, content] of strangers)
  test(`${what} is refused as ${code} and not touched`, async () => {
    await writeFile(file, content());
    const before = await digest(file);
    await expect(openBook(file)).rejects.toMatchObject({ code, parameters: { path: file } });
    expect(await digest(file)).toBe(before);
    expect(execFileSync('ls', ['-A', folder], { encoding: 'utf8' }).trim()).toBe('East China.tenure');
  });

test('a missing file and a folder are said to be just that', async () => {
  await expect(openBook(path.join(folder, 'none.tenure'))).rejects.toMatchObject({ code: 'book.not-found' });
  await expect(openBook(folder)).rejects.toMatchObject({ code: 'book.not-a-book' });
});

test('a book of a newer Tenure is refused and not touched', async () => {
  await bookWithAccounts(1);
  const sqlite = new Database(file);
  sqlite.pragma('user_version = 999');
  sqlite.close();
  const before = await digest(file);
  await expect(openBook(file)).rejects.toMatchObject({
    code: 'book.newer-schema',
    parameters: { version: 999 },
  });
  expect(await digest(file)).toBe(before);
});

const scribble = (bytes: Buffer) => Buffer.from(bytes).fill(0xaa, 8192, 16384);
test.each([
  ['cut in half', 'book.damaged', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2)), null],
  ['with a page scribbled over', 'book.altered', scribble, null],
  [
    'scribbled over that another program closed, without a digest',
    'book.damaged',
    scribble,
    asAnotherProgram,
  ],
])('a book %s is refused as %s and not touched', async (_what, code, damage, meanwhile) => {
  await bookWithAccounts(3000);
  meanwhile?.(file);
  await writeFile(file, damage(await readFile(file)));
  const before = await digest(file);
  await expect(openBook(file)).rejects.toMatchObject({ code });
  expect(await digest(file)).toBe(before);
});

test('a book open in another program is refused as locked, and that program works on', async () => {
  await bookWithAccounts(1);
  const writer = path.join(import.meta.dirname, 'fixtures/write-until-killed.ts');
  const child = spawn(process.execPath, [writer, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  for (let turn = 0; turn < 3; turn++)
    await expect(openBook(file)).rejects.toMatchObject({ code: 'book.locked' });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');
  await (await openBook(file)).close();
});

test('a book that is open here is not opened twice', async () => {
  const book = await createBook(file);
  await expect(openBook(file)).rejects.toMatchObject({ code: 'book.open-already' });
  await addAccount(book, 'still writable');
  await book.close();
  await (await openBook(file)).close();
});

test('a book that may not be written to is refused as read-only', async () => {
  await bookWithAccounts(1);
  await chmod(file, 0o444);
  await chmod(folder, 0o755);
  expect(await refusalOfAnotherUser(file)).toBe('book.read-only');
});

test('a book in a folder that may not be written to is refused as read-only: its journal could not be made', async () => {
  await bookWithAccounts(1);
  await chmod(file, 0o666);
  await chmod(folder, 0o755);
  expect(await refusalOfAnotherUser(file)).toBe('book.read-only');
});

test('a book is never created over something else', async () => {
  await writeFile(file, 'precious');
  await expect(createBook(file)).rejects.toMatchObject({ code: 'book.exists' });
  expect(await readFile(file, 'utf8')).toBe('precious');
});

test('a migration that fails leaves the file as it was, byte for byte, and says so', async () => {
  await bookWithAccounts(5);
  const before = await digest(file);
  const failing = {
    version: 900,
    up: async (db: Parameters<(typeof migrations)[0]['up']>[0]) => {
      await sql`alter table account add column colour text`.execute(db);
      await sql`update account set name = 'gone'`.execute(db);
      await sql`select no_such_function()`.execute(db);
    },
  };
  await expect(openBook(file, { migrations: [...migrations, failing] })).rejects.toMatchObject({
    code: 'book.migration-failed',
  });
  expect(await digest(file)).toBe(before);
  const book = await openBook(file);
  expect(await book.db.selectFrom('account').select('name').execute()).toHaveLength(5);
  await book.close();
});

test('a migration that rebuilds a parent table keeps its children, and its columns enter the change log', async () => {
  await bookWithAccounts(1);
  const noted = await openBook(file);
  await record(noted, { key: 'note.create' }, (trx) =>
    trx
      .insertInto('note')
      .values({ account_id: 1, contact_id: null, occurred_on: '2026-11-22', body: 'kept' })
      .execute(),
  );
  await noted.close();
  const rebuild = {
    version: 901,
    up: async (db: Parameters<(typeof migrations)[0]['up']>[0]) => {
      await sql`create table account_next as select * from account`.execute(db);
      const { rows } = await sql<{
        sql: string;
      }>`select sql from sqlite_schema where name = 'account'`.execute(db);
      await sql`drop table account`.execute(db);
      await sql.raw(rows[0]?.sql.replace(/\) strict$/, ', colour text) strict') ?? '').execute(db);
      await sql`insert into account select *, 'green' from account_next`.execute(db);
      await sql`drop table account_next`.execute(db);
    },
  };
  const book = await openBook(file, { migrations: [...migrations, rebuild] });
  expect(await book.db.selectFrom('note').select('body').execute()).toEqual([{ body: 'kept' }]);
  await record(book, { key: 'account.edit' }, (trx) => sql`update account set colour = 'red'`.execute(trx));
  const { rows } = await sql<{ before: string }>`select before from change order by id desc limit 1`.execute(
    book.db,
  );
  expect(JSON.parse(rows[0]?.before ?? '')).toMatchObject({ colour: 'green' });
  await book.close();
});

test('a program killed while writing loses nothing it had acknowledged', async () => {
  await (await createBook(file)).close();
  const writer = path.join(import.meta.dirname, 'fixtures/write-until-killed.ts');
  for (let round = 0; round < 6; round++) {
    const child = spawn(process.execPath, [writer, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let stated = '';
    child.stdout.on('data', (chunk) => {
      stated += chunk;
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, 20 + 35 * round));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    const acknowledged = stated.split('\n').slice(0, -1).at(-1);
    const book = await openBook(file);
    const names = (await book.db.selectFrom('account').select('name').execute()).map(({ name }) => name);
    expect(names).toContain(acknowledged);
    expect(names.length % 20).toBe(0); // actions of 20 rows: none is there in part
    await book.close();
  }
});

test('a change that was under way when the program died is rolled back, and the next start says so', async () => {
  await bookWithAccounts(2);
  await leaveHotJournal(file);
  const book = await openBook(file);
  expect(book.recovered).toBe(true);
  expect(await book.db.selectFrom('account').select('name').orderBy('id').execute()).toEqual([
    { name: 'Account 0' },
    { name: 'Account 1' },
  ]);
  await book.close();
});

test.each([
  ['cut short', (journal: Buffer) => journal.subarray(0, 5000)],
  ['another book’s', (journal: Buffer) => foreignPages(journal)],
])(
  'a journal that is %s is not played in: the book is refused and both files stay as they are',
  async (_what, spoil) => {
    await bookWithAccounts(300);
    await leaveHotJournal(file);
    await writeFile(`${file}-journal`, spoil(await readFile(`${file}-journal`)));
    const before = [await digest(file), await digest(`${file}-journal`)];
    await expect(openBook(file)).rejects.toMatchObject({ code: 'book.damaged', parameters: { path: file } });
    expect([await digest(file), await digest(`${file}-journal`)]).toEqual(before);
    expect((await readdir(folder)).sort()).toEqual(['East China.tenure', 'East China.tenure-journal']);
  },
);

test('a file with a book’s mark and another program’s tables is refused before anything is migrated in it', async () => {
  for (const version of [0, 1]) {
    await rm(file, { force: true });
    const sqlite = new Database(file);
    sqlite.exec(
      `pragma application_id = ${0x54_4e_55_52}; pragma user_version = ${version}; create table t (a)`,
    );
    sqlite.close();
    const before = await digest(file);
    await expect(openBook(file)).rejects.toMatchObject({ code: 'book.not-a-book' });
    expect(await digest(file)).toBe(before);
  }
});

test('a new book that its first content fails for is not there', async () => {
  const fill = async () => {
    throw new Error('no content');
  };
  await expect(createBook(file, { fill })).rejects.toThrow('no content');
  expect(await readdir(folder)).toEqual([]);
});

/** Pages that belong nowhere, under checksums that hold: what the journal of another file looks like. */
function foreignPages(journal: Buffer): Buffer {
  const bytes = Buffer.from(journal);
  const sector = bytes.readUInt32BE(20);
  const pageSize = bytes.readUInt32BE(24);
  const nonce = bytes.readUInt32BE(12);
  for (let at = sector; at + pageSize + 8 <= bytes.length; at += pageSize + 8) {
    const page = bytes.subarray(at + 4, at + 4 + pageSize);
    page.fill(0x5a);
    let sum = nonce;
    for (let byte = pageSize - 200; byte > 0; byte -= 200) sum = (sum + (page[byte] ?? 0)) >>> 0;
    bytes.writeUInt32BE(sum, at + 4 + pageSize);
  }
  return bytes;
}

function foreignDatabase(): Buffer {
  const sqlite = new Database(':memory:');
  sqlite.exec('create table t (a); insert into t values (1)');
  const bytes = sqlite.serialize();
  sqlite.close();
  return bytes;
}

/** What a user without any right but to read is told; root may write anywhere, so the question is put as somebody else. */
async function refusalOfAnotherUser(book: string): Promise<string> {
  const script = `import { openBook } from ${JSON.stringify(path.join(import.meta.dirname, 'open.ts'))};
    console.log(await openBook(${JSON.stringify(book)}).then(() => 'opened', (error) => error.code));`;
  await mkdir(folder, { recursive: true });
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) await chmod(folder, 0o555);
  const out = execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    encoding: 'utf8',
    ...(isRoot && { uid: 65534, gid: 65534 }),
  });
  if (!isRoot) await chmod(folder, 0o755);
  return out.trim();
}
