import { expect, test } from 'vitest';
import { currentStatuses } from '../account/status-query.ts';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';

test('contracts from before renew by what they say, what is derived is derived anew, and open tasks keep their source', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 70) });
  before.sqlite.exec(`insert into action (at, key, kind) values ('2026-11-01T00:00:00.000Z', 'account.create', 'do');
    insert into book (id, name, owner, base_currency, fiscal_year_start_month, language, time_zone, created_at)
      values (1, 'East', '', 'CNY', 1, 'en', 'UTC', '2026-01-01T00:00:00.000Z');
    insert into account (id, name) values (5, 'Harbor'), (6, 'Quay');
    insert into contract (id, account_id, amount_minor, annual_minor, currency, billing_period, start_on, end_on, auto_renews)
      values (8, 5, 100, 100, 'CNY', 'year', '2025-01-01', '2025-12-31', 1),
        (9, 6, 100, 100, 'CNY', 'year', '2025-01-01', '2025-12-31', null);
    insert into account_status (account_id, sort_name, stage) values (5, 'harbor', 'churned'), (6, 'quay', 'churned');
    insert into status_day (as_of) values ('2026-11-22');
    insert into task (account_id, title, source_noun, source_id) values (5, 'Plan', 'renewal', 5)`);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot, now: () => new Date('2026-11-22T04:00:00Z') });
  await migrate(book.sqlite, book.db);
  await currentStatuses(book);
  const all = (statement: string) => book.sqlite.prepare(statement).raw().all();
  expect(all('select stage, arr_minor, sort_name from account_status order by account_id')).toEqual([
    ['renewal', 100, 'harbor'],
    ['ended', 0, 'quay'],
  ]);
  expect(
    all('select contract_id, end_on, renews_by_itself from product_line_status order by contract_id'),
  ).toEqual([
    [8, '2026-12-31', 1],
    [9, '2025-12-31', 0],
  ]);
  expect(all('select source_id from task')).toEqual([[8]]);
  expect(all('select renewal_gap_days from book')).toEqual([[30]]);
  await book.close();
});
