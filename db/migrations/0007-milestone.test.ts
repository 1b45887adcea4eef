import { expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';
import { undo } from '../undo.ts';

test('a book from before repeating tasks keeps its tasks, and what was done to them can still be undone', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 7) });
  before.sqlite.exec(`insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'task.create', 'do');
    insert into task (title, due_on) values ('Call Harbor', '2026-11-30');
    insert into action (at, deed, kind) values ('2026-11-02T00:00:00.000Z', 'task.delete', 'do');
    delete from task`);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  await undo(book);
  expect(await book.db.selectFrom('task').select(['title', 'due_on', 'repeat_unit']).execute()).toEqual([
    { title: 'Call Harbor', due_on: '2026-11-30', repeat_unit: null },
  ]);
  await book.close();
});

const account = `insert into account (id, name) values (1, 'Harbor')`;
const columns = 'account_id, kind, title, stage, anchor, offset_days';

test.each([
  ['a task that repeats every so many nothing', `insert into task (title, repeat_every) values ('x', 2)`],
  [
    'a milestone of a stage that does not exist',
    `insert into milestone (${columns}) values (1, 'milestone', 'x', 'rest', 'start', 0)`,
  ],
  [
    'a touchpoint by pigeon',
    `insert into milestone (${columns}, channel) values (1, 'touchpoint', 'x', 'growth', 'start', 0, 'pigeon')`,
  ],
  [
    'an override without a reason',
    `insert into lifecycle_override (account_id, stage, reason, from_on, to_on) values (1, 'growth', '', '2026-01-01', '2026-02-01')`,
  ],
  [
    'an override without an end',
    `insert into lifecycle_override (account_id, stage, reason, from_on) values (1, 'growth', 'x', '2026-01-01')`,
  ],
  [
    'an override that ends before it begins',
    `insert into lifecycle_override (account_id, stage, reason, from_on, to_on) values (1, 'growth', 'x', '2026-02-01', '2026-01-01')`,
  ],
])('the tables refuse %s', async (_, statement) => {
  const book = await memoryBook({ migrations: migrations.filter(({ version }) => version <= 7) });
  book.sqlite.exec(`insert into action (at, deed, kind) values ('', 'account.create', 'do'); ${account}`);
  expect(() => book.sqlite.exec(statement)).toThrow(/constraint failed/);
  await book.close();
});
