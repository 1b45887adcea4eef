import { expect, test } from 'vitest';
import { letterhead } from '../letterhead/query.ts';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';

test('a book from before has no letterhead, and can have one', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 17) });
  before.sqlite.exec(`insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'account.create', 'do');
    insert into account (id, name) values (1, 'Harbor')`);
  const snapshot = before.sqlite.serialize();
  await before.close();
  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  expect(await letterhead(book.db)).toEqual({ logo: null, template: null });
  await book.close();
});

test.each([
  ['a logo of no known kind', `insert into letterhead (logo, logo_type, logo_ratio) values ('x', 'gif', 1)`],
  ['a logo without its proportions', `insert into letterhead (logo, logo_type) values ('x', 'png')`],
  ['a template that says nothing', `insert into letterhead (template_name) values ('House.pptx')`],
])('the table refuses %s', async (_, statement) => {
  const book = await memoryBook({ migrations: migrations.filter(({ version }) => version <= 17) });
  book.sqlite.exec(
    `insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'letterhead.edit', 'do')`,
  );
  expect(() => book.sqlite.exec(statement)).toThrow(/constraint failed/);
  await book.close();
});
