import { afterEach, expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { listMilestones } from '../milestone/query.ts';
import { listMilestoneTemplates } from '../milestone/template-query.ts';
import { type Book, memoryBook } from '../open.ts';

let book: Book;
afterEach(() => book.close());

test('templates and milestones of a book from before keep their words, for both languages', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 11) });
  before.sqlite.exec(`insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'milestone.plan', 'do');
    insert into account (name) values ('云集');
    insert into milestone_template (name) values ('标准客户旅程');
    insert into milestone_template_line (template_id, position, kind, title, stage, anchor, offset_days)
      values (1, 0, 'milestone', '数据到位', 'onboarding', 'start', 21);
    insert into milestone (account_id, line_id, kind, title, stage, anchor, offset_days, due_on)
      values (1, 1, 'milestone', '数据到位', 'onboarding', 'start', 21, '2026-12-01')`);
  const snapshot = before.sqlite.serialize();
  await before.close();

  book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  expect(await listMilestoneTemplates(book.db)).toMatchObject([
    { name: '标准客户旅程', nameZh: null, lines: [{ title: '数据到位', titleZh: null }] },
  ]);
  expect(await listMilestones(book.db, 1)).toMatchObject([
    { title: '数据到位', titleZh: null, dueOn: '2026-12-01' },
  ]);
});
