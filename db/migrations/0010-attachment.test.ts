import { expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';

test('a book from before attachments keeps its notes, which then take files', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 10) });
  before.sqlite.exec(`insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'note.create', 'do');
    insert into account (id, name) values (1, 'Harbor');
    insert into note (id, account_id, occurred_on, body) values (7, 1, '2026-11-01', 'Kickoff held')`);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  book.sqlite.exec(file({}));
  expect(await book.db.selectFrom('note').select(['id', 'body']).execute()).toEqual([
    { id: 7, body: 'Kickoff held' },
  ]);
  expect(await book.db.selectFrom('attachment').select(['table_name', 'row_id']).execute()).toEqual([
    { table_name: 'note', row_id: 7 },
  ]);
  await book.close();
});

test.each([
  ['a file of a table that takes none', { table_name: "'book'" }],
  ['a file without a name', { name: "''" }],
  ['a hash that is none', { sha256: "'../../etc/passwd'" }],
  ['a part without a key', { part: "''" }],
  ['a day that is none', { added_on: "'yesterday'" }],
])('the table refuses %s', async (_, facts) => {
  const book = await memoryBook({ migrations: migrations.filter(({ version }) => version <= 10) });
  book.sqlite.exec(`insert into action (at, deed, kind) values ('', 'attachment.add', 'do')`);
  expect(() => book.sqlite.exec(file(facts))).toThrow(/constraint failed/);
  await book.close();
});

function file(facts: Readonly<Record<string, string>>): string {
  const row = {
    table_name: "'note'",
    row_id: '7',
    name: "'Minutes.pdf'",
    media_type: "'application/pdf'",
    size_bytes: '3',
    sha256: `'${'a'.repeat(64)}'`,
    added_on: "'2026-11-01'",
    ...facts,
  };
  return `insert into attachment (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`;
}
