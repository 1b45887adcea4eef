import { expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';

const rows = `insert into action (at, deed, kind) values ('', 'account.create', 'do');
  insert into account (id, name) values (1, 'Harbor');
  insert into contact (id, account_id, name) values (1, 1, 'Mei Lin'), (2, 1, 'Fang Yi'), (3, 1, 'Oliver Grant');
  insert into contract (id, account_id, amount_minor, currency, billing_period, start_on)
    values (1, 1, 100, 'CNY', 'month', '2026-01-01')`;
const price = `insert into contract_price (contract_id, account_id, from_on, amount_minor)`;
const relation = `insert into contact_relation (account_id, contact_id, other_id, kind)`;

test('a book from before prices changed keeps its contracts and contacts, and takes both new kinds of row', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 20) });
  before.sqlite.exec(rows);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  book.sqlite.exec(`${price} values (1, 1, '2026-06-01', 120); ${relation} values (1, 1, 2, 'reports-to')`);
  expect(await book.db.selectFrom('contract').select(['id', 'amount_minor']).execute()).toEqual([
    { id: 1, amount_minor: 100 },
  ]);
  expect(await book.db.selectFrom('contact').select('name').execute()).toHaveLength(3);
  await book.close();
});

test.each([
  ['two prices from one day', `${price} values (1, 1, '2026-06-01', 1), (1, 1, '2026-06-01', 2)`],
  ['a price from no day', `${price} values (1, 1, 'June', 1)`],
  ['a price below nothing', `${price} values (1, 1, '2026-06-01', -1)`],
  ['a contact who reports to themselves', `${relation} values (1, 1, 1, 'reports-to')`],
  ['two superiors', `${relation} values (1, 1, 2, 'reports-to'), (1, 1, 3, 'reports-to')`],
  ['a relation of another kind', `${relation} values (1, 1, 2, 'likes')`],
])('the tables refuse %s', async (_, statement) => {
  const book = await memoryBook({ migrations: migrations.filter(({ version }) => version <= 20) });
  book.sqlite.exec(rows);
  expect(() => book.sqlite.exec(statement)).toThrow(/constraint failed/);
  await book.close();
});
