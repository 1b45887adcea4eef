import { expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';

test('a book from before custom fields keeps its accounts, which then take values of every kind', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 9) });
  before.sqlite.exec(`insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'account.create', 'do');
    insert into account (id, name) values (1, 'Harbor')`);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  book.sqlite.exec(`insert into custom_field (id, name, kind, position) values (1, 'Plan', 'text', 1), (2, 'Users', 'number', 2);
    insert into custom_value (field_id, account_id, value) values (1, 1, '007'), (2, 1, 2.5)`);
  expect(await book.db.selectFrom('account').select('name').execute()).toEqual([{ name: 'Harbor' }]);
  expect(await book.db.selectFrom('custom_value').select('value').orderBy('id').execute()).toEqual([
    { value: '007' },
    { value: 2.5 },
  ]);
  await book.close();
});

test.each([
  ['two fields of one name', `insert into custom_field (name, kind, position) values ('PLAN', 'text', 2)`],
  ['a field without a name', `insert into custom_field (name, kind, position) values ('', 'text', 2)`],
  ['a kind there is none of', `insert into custom_field (name, kind, position) values ('X', 'colour', 2)`],
  [
    'two values of a field for one account',
    `insert into custom_value (field_id, account_id, value) values (1, 1, 'a'), (1, 1, 'b')`,
  ],
])('the tables refuse %s', async (_, statement) => {
  const book = await memoryBook({ migrations: migrations.filter(({ version }) => version <= 9) });
  book.sqlite.exec(`insert into action (at, deed, kind) values ('', 'account.create', 'do');
    insert into account (id, name) values (1, 'Harbor');
    insert into custom_field (id, name, kind, position) values (1, 'Plan', 'text', 1)`);
  expect(() => book.sqlite.exec(statement)).toThrow(/constraint failed/);
  await book.close();
});
