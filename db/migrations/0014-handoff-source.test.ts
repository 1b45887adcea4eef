import { expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';
import { undo } from '../undo.ts';

const begun = `insert into action (at, deed, kind) values ('', 'handoff.create', 'do');
  insert into account (id, name) values (1, 'Harbor');
  insert into handoff_template (id, kind, version, body) values (1, 'new-deal', 1, '{}');
  insert into handoff (id, account_id, template_id) values (1, 1, 1);`;

test('a handoff from before sources keeps its answers, and the last of them can still be undone', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 14) });
  before.sqlite.exec(`${begun}
    insert into handoff_answer (handoff_id, field, answer, quality) values (1, 'plan', 'Team', 3);
    insert into action (at, deed, kind) values ('', 'handoff.answer', 'do');
    update handoff_answer set answer = 'Enterprise'`);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  await undo(book);
  expect(
    await book.db.selectFrom('handoff_answer').select(['answer', 'quality', 'source']).execute(),
  ).toEqual([{ answer: 'Team', quality: 3, source: null }]);
  await book.close();
});

test.each([
  [
    'two statements of one source about one field',
    `insert into handoff_statement (handoff_id, field, source, answer, stated_on)
     values (1, 'plan', 'crm', 'A', '2026-11-01'), (1, 'plan', 'crm', 'B', '2026-11-01')`,
  ],
  [
    'a source nobody knows',
    `insert into handoff_answer (handoff_id, field, source) values (1, 'plan', 'gossip')`,
  ],
  ['a deal that is more than done', 'update handoff set deal_percent = 101'],
  [
    'two lists in the making of one kind',
    `insert into handoff_template_draft (kind, body) values ('expansion', '{}'), ('expansion', '{}')`,
  ],
])('the tables refuse %s', async (_, statement) => {
  const book = await memoryBook({ migrations: migrations.filter(({ version }) => version <= 14) });
  book.sqlite.exec(begun);
  expect(() => book.sqlite.exec(statement)).toThrow(/constraint failed/);
  await book.close();
});
