import { expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';

const rows = `insert into action (at, key, kind) values ('', 'account.create', 'do');
  insert into account (id, name) values (1, 'Harbor')`;
const measure = `insert into health_measure (id, key, position, name, direction, mode) values (1, 'seats', 1, 'Seats', 'increase', 'typed')`;
const reading = 'insert into health_reading (account_id, measure_id, read_on, value)';

test('a book from before health keeps its accounts and takes readings', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 40) });
  before.sqlite.exec(rows);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  book.sqlite.exec(`${measure}; ${reading} values (1, 1, '2026-11-01', 40)`);
  expect(await book.db.selectFrom('account').select('name').execute()).toEqual([{ name: 'Harbor' }]);
  await book.close();
});

test('the latest reading is known whichever comes first, is changed or goes', async () => {
  const book = await memoryBook();
  book.sqlite.exec(
    `${rows}; ${measure}; ${reading} values (1, 1, '2026-11-01', 40), (1, 1, '2026-10-01', 20)`,
  );
  const latest = () => book.db.selectFrom('health_latest').select(['read_on', 'value']).execute();
  expect(await latest()).toEqual([{ read_on: '2026-11-01', value: 40 }]);
  book.sqlite.exec(`update health_reading set read_on = '2026-09-01' where value = 40`);
  expect(await latest()).toEqual([{ read_on: '2026-10-01', value: 20 }]);
  book.sqlite.exec('delete from health_reading where value = 20');
  expect(await latest()).toEqual([{ read_on: '2026-09-01', value: 40 }]);
  book.sqlite.exec('delete from health_reading');
  expect(await latest()).toEqual([]);
  await book.close();
});

test.each([
  [
    'two readings of one measure on one day',
    `${reading} values (1, 1, '2026-11-01', 1), (1, 1, '2026-11-01', 2)`,
  ],
  ['a reading of no day', `${reading} values (1, 1, 'November', 1)`],
  ['a scale upside down', `update health_measure set least = 10, most = 0`],
  [
    'a colour there is not',
    `insert into health_override (account_id, band, reason, from_on, until_on) values (1, 'blue', 'x', '2026-01-01', '2026-02-01')`,
  ],
  [
    'a colour by hand without a reason',
    `insert into health_override (account_id, band, reason, from_on, until_on) values (1, 'red', '', '2026-01-01', '2026-02-01')`,
  ],
])('the tables refuse %s', async (_, statement) => {
  const book = await memoryBook();
  book.sqlite.exec(`${rows}; ${measure}`);
  expect(() => book.sqlite.exec(statement)).toThrow(/constraint failed/);
  await book.close();
});
