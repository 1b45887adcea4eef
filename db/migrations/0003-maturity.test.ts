import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { type Book, memoryBook } from '../open.ts';

let book: Book;
beforeEach(async () => {
  book = await memoryBook({ migrations: migrations.filter(({ version }) => version <= 3) });
  book.sqlite.exec(`insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'account.create', 'do');
    insert into account (name) values ('Harbor');
    insert into maturity_model (key, version, body) values ('m', 1, '{}')`);
});
afterEach(() => book.close());

test('a book from before assessments keeps its rows and can hold one', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 3) });
  before.sqlite.exec(`insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'account.create', 'do');
    insert into account (name) values ('Harbor')`);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const after = await memoryBook({ snapshot });
  await migrate(after.sqlite, after.db);
  after.sqlite.exec(`insert into maturity_model (key, version, body) values ('m', 1, '{}');
    insert into assessment (model_id, account_id, assessed_on) values (1, 1, '2026-11-02')`);
  expect(await after.db.selectFrom('account').select('name').execute()).toEqual([{ name: 'Harbor' }]);
  const logged = await after.db.selectFrom('change').select('table_name').orderBy('id').execute();
  expect(logged.map(({ table_name }) => table_name)).toEqual(['account', 'maturity_model', 'assessment']);
  await after.close();
});

test('a model version never changes, and stays while an assessment was made with it', () => {
  book.sqlite.exec(
    `insert into assessment (model_id, company, assessed_on) values (1, 'Lumen', '2026-11-02')`,
  );
  expect(() => book.sqlite.exec(`update maturity_model set body = '{"a":1}'`)).toThrow(/never changes/);
  expect(() => book.sqlite.exec('delete from maturity_model')).toThrow(/FOREIGN KEY/);
  expect(() =>
    book.sqlite.exec(`insert into maturity_model (key, version, body) values ('m', 1, '{}')`),
  ).toThrow(/UNIQUE/);
});

test.each([
  [
    'an assessment of nobody',
    `insert into assessment (model_id, account_id, company, assessed_on) values (1, null, null, '2026-11-02')`,
  ],
  [
    'one of two subjects',
    `insert into assessment (model_id, account_id, company, assessed_on) values (1, 1, 'Lumen', '2026-11-02')`,
  ],
  [
    'a result before it is finished',
    `insert into assessment (model_id, account_id, assessed_on, stage) values (1, 1, '2026-11-02', 'low')`,
  ],
  [
    'a date in another form',
    `insert into assessment (model_id, account_id, assessed_on) values (1, 1, '2.11.2026')`,
  ],
  ['level 0', `insert into assessment_answer (assessment_id, indicator, level) values (1, 'a', 0)`],
  [
    'not applicable without a reason',
    `insert into assessment_answer (assessment_id, indicator, is_applicable, reason) values (1, 'a', 0, '')`,
  ],
  [
    'a level for what is not applicable',
    `insert into assessment_answer (assessment_id, indicator, is_applicable, reason, level) values (1, 'a', 0, 'x', 2)`,
  ],
])('the tables refuse %s', (_, statement) => {
  book.sqlite.pragma('foreign_keys = OFF');
  expect(() => book.sqlite.exec(statement)).toThrow(/CHECK constraint/);
});
