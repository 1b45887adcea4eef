import { expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';

const month = 'insert into company_month (month, currency, visitors)';

test('the report’s tables come to a book with contracts, and undo knows them', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 50) });
  before.sqlite.exec(`insert into action (id, at, key, kind) values (1, '', 'account.create', 'do');
    insert into account (id, name) values (1, 'Harbor');
    insert into contract (id, account_id, amount_minor, currency, billing_period, start_on)
      values (1, 1, 100, 'CNY', 'month', '2026-01-01')`);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  book.sqlite.exec(`${month} values ('2026-01', 'CNY', 5)`);
  expect(await book.db.selectFrom('contract').select('amount_minor').execute()).toEqual([
    { amount_minor: 100 },
  ]);
  const logged = await book.db
    .selectFrom('change')
    .select('after')
    .where('table_name', '=', 'company_month')
    .execute();
  expect(logged).toHaveLength(1);
  await book.close();
});

test.each([
  ['a month twice', `${month} values ('2026-01', 'CNY', 1), ('2026-01', 'CNY', 2)`],
  ['a month that is none', `${month} values ('January', 'CNY', 1)`],
  ['visitors below none', `${month} values ('2026-01', 'CNY', -1)`],
  ['policies that are no JSON', `insert into report_setting (id, policies) values (1, 'gap 30')`],
  ['an empty note', `insert into report_note (month, text) values ('2026-01', '')`],
  [
    'two targets for one figure and month',
    `insert into report_target (figure, month, value) values ('closing', '2026-01', 1), ('closing', '2026-01', 2)`,
  ],
])('the tables refuse %s', async (_, statement) => {
  const book = await memoryBook();
  book.sqlite.exec(`insert into action (id, at, key, kind) values (1, '', 'book.edit', 'do')`);
  expect(() => book.sqlite.exec(statement)).toThrow(/constraint failed/);
  await book.close();
});
