import { expect, test } from 'vitest';
import { findMapping, rememberMapping } from '../import/query.ts';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';
import { record } from '../record.ts';

test('what was remembered of lists stays, and a sheet of tasks can be remembered too', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 22) });
  before.sqlite.exec(
    `insert into import_mapping (headings, noun, fields) values ('["Kunde"]', 'account', '["name"]')`,
  );
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  expect(await findMapping(book.db, ['Kunde'])).toEqual({ noun: 'account', fields: ['name'], answers: {} });
  const tasks = { noun: 'task', fields: ['title'], answers: {} } as const;
  await record(book, { key: 'import.write' }, (trx) => rememberMapping(trx, ['Task'], tasks));
  expect(await findMapping(book.db, ['Task'])).toEqual(tasks);
  await book.close();
});
