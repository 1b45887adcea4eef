import { expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { search } from '../search/query.ts';

test('an empty book finds nothing', async () => {
  const book = await memoryBook();
  expect(await search(book.db, 'anything', 20)).toEqual([]);
  await book.close();
});

test('a book from before finds all it found, and its seventeenth noun takes no other’s words', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 37) });
  before.sqlite.exec(`insert into action (at, key, kind) values ('2026-11-01T00:00:00.000Z', 'account.create', 'do');
    insert into account (id, name) values (1, 'Harbor'), (8, 'Lagoon');
    insert into note (account_id, occurred_on, body) values (1, '2026-11-01', 'Kickoff held')`);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  const found = async (typed: string) => (await search(book.db, typed, 20)).map(({ noun, id }) => [noun, id]);
  expect(await found('Lagoon')).toEqual([['account', 8]]);
  expect(await found('kickoff')).toEqual([['note', 1]]);

  // With 16 places, the row 7 of a noun in the seventeenth place was row 8 of the one in the first.
  book.sqlite.exec(`delete from search; delete from search_noun;
    insert into search_noun values (0, 'account');
    insert into search_noun select value, 'noun-' || value from json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15]')`);
  await record(book, { key: 'account.edit' }, async (trx) => {
    await trx.updateTable('account').set({ name: 'Lagoon Foods' }).where('id', '=', 8).execute();
    await trx.insertInto('task').values({ id: 7, account_id: 1, title: 'Data ready' }).execute();
  });
  expect(book.sqlite.prepare(`select slot from search_noun where noun = 'task'`).pluck().get()).toBe(16);
  expect(await found('Lagoon')).toEqual([['account', 8]]);
  expect(await found('Data ready')).toEqual([['task', 7]]);
  await book.close();
});
