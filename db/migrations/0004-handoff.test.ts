import { expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';
import { record } from '../record.ts';

test('a book from before handoffs keeps its rows and can record promises', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 4) });
  before.sqlite.exec(`insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'account.create', 'do');
    insert into account (name) values ('Harbor')`);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  expect(await book.db.selectFrom('account').select('name').execute()).toEqual([{ name: 'Harbor' }]);
  await record(book, { key: 'commitment.create' }, (trx) =>
    trx
      .insertInto('commitment')
      .values({
        account_id: 1,
        text: 'Two training days',
        side: 'us',
        status: 'open',
        promised_by: null,
        promised_to: null,
        made_on: null,
        due_on: null,
        scored_on: null,
        comment: null,
        source_noun: null,
        source_id: null,
      })
      .execute(),
  );
  const logged = await book.db.selectFrom('change').select('table_name').execute();
  expect(logged).toEqual([{ table_name: 'account' }, { table_name: 'commitment' }]);
  await book.close();
});

test.each([
  [
    'a state that does not exist',
    `insert into handoff (account_id, template_id, state) values (1, 1, 'lost')`,
  ],
  ['a quality of 4', `insert into handoff_answer (handoff_id, field, quality) values (1, 'plan', 4)`],
  [
    'a date in another form',
    `insert into promise (account_id, text, side, due_on) values (1, 'x', 'us', '5.11.2026')`,
  ],
  ['a promise that says nothing', `insert into promise (account_id, text, side) values (1, '', 'us')`],
])('the tables refuse %s', async (_, statement) => {
  const book = await memoryBook({ migrations: migrations.filter(({ version }) => version <= 4) });
  book.sqlite.pragma('foreign_keys = OFF');
  expect(() => book.sqlite.exec(statement)).toThrow(/CHECK constraint/);
  await book.close();
});
