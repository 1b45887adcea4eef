import { expect, test } from 'vitest';
import { findMapping, rememberMapping } from '../import/query.ts';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';
import { record } from '../record.ts';

test('a book from before imports keeps its rows and can remember mappings, without a trace in its history', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 2) });
  before.sqlite.exec(`insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'account.create', 'do');
    insert into account (name) values ('Harbor')`);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  expect(await book.db.selectFrom('account').select('name').execute()).toEqual([{ name: 'Harbor' }]);
  const mapping = { noun: 'account', fields: ['name', null], answers: {} } as const;
  for (let time = 0; time < 2; time++)
    await record(book, { key: 'import.write' }, (trx) => rememberMapping(trx, ['Foo', 'Bar'], mapping));
  expect(await findMapping(book.db, ['Foo', 'Bar'])).toEqual(mapping);
  expect(await findMapping(book.db, ['Bar', 'Foo'])).toBeNull();
  expect(await book.db.selectFrom('action').select('key').execute()).toEqual([{ key: 'account.create' }]);
  await book.close();
});
