import { expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';

const rows = `insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'assessment.create', 'do');
  insert into maturity_model (key, version, body) values ('m', 1, '{}');
  insert into assessment (id, model_id, company, assessed_on) values (1, 1, 'Lumen', '2026-11-01');
  insert into task (id, title) values (1, 'Name an owner')`;
const step = (values: string) =>
  `insert into assessment_step (assessment_id, indicator, position, step, effort, from_on, to_on) values (${values})`;

test('an assessment from before plans keeps its rows and takes steps', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 21) });
  before.sqlite.exec(rows);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  book.sqlite.exec(step(`1, 'a', 1, 'Name an owner', 2, '2026-11-01', '2026-11-01'`));
  book.sqlite.exec('update assessment_step set task_id = 1; delete from task');
  expect(await book.db.selectFrom('assessment_step').select(['step', 'task_id']).execute()).toEqual([
    { step: 'Name an owner', task_id: null },
  ]);
  expect(await book.db.selectFrom('assessment').select('company').execute()).toEqual([{ company: 'Lumen' }]);
  await book.close();
});

test.each([
  ['a step for an indicator twice', `1, 'a', 1, 'x', 2, null, null), (1, 'a', 2, 'y', 2, null, null`],
  ['a step without words', `1, 'a', 1, '', 2, null, null`],
  ['an effort beyond large', `1, 'a', 1, 'x', 4, null, null`],
  ['an end before its start', `1, 'a', 1, 'x', 2, '2026-11-02', '2026-11-01'`],
  ['a day that is none', `1, 'a', 1, 'x', 2, 'soon', null`],
  ['a step of no assessment', `2, 'a', 1, 'x', 2, null, null`],
])('the table refuses %s', async (_, values) => {
  const book = await memoryBook({ migrations: migrations.filter(({ version }) => version <= 21) });
  book.sqlite.exec(rows);
  expect(() => book.sqlite.exec(step(values))).toThrow(/constraint failed/);
  await book.close();
});
