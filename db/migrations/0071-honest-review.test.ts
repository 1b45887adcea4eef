import { expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';

test('a review from before has no answer kept, and a frozen one says nothing of how ready it was', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 71) });
  before.sqlite.exec(`insert into action (at, key, kind) values ('2026-11-01T00:00:00.000Z', 'qbr.create', 'do');
    insert into account (id, name) values (1, 'Harbor');
    insert into qbr (id, account_id, kind, from_on, to_on, minutes) values (3, 1, 'qbr', '2026-07-01', '2026-09-30', 60);
    insert into qbr_freeze (qbr_id, frozen_at, content) values (3, '2026-10-02T08:00:00.000Z', '{}')`);
  const snapshot = before.sqlite.serialize();
  await before.close();
  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  const one = (statement: string) => book.sqlite.prepare(statement).raw().get();
  expect(one('select honesty_answer, honesty_gaps from qbr')).toEqual([null, '[]']);
  expect(one('select sections from qbr_freeze')).toEqual([null]);
  await book.close();
});
