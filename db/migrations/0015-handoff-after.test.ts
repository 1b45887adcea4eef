import { expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';
import { undo } from '../undo.ts';

test('a handoff from before the clock keeps its state, and what was done to it can still be undone', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 15) });
  before.sqlite.exec(`insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'handoff.create', 'do');
    insert into account (id, name) values (1, 'Harbor');
    insert into handoff_template (id, kind, version, body) values (1, 'new-deal', 1, '{}');
    insert into handoff (id, account_id, template_id, state, accepted_on) values (1, 1, 1, 'accepted', '2026-11-01');
    insert into action (at, deed, kind) values ('2026-11-02T00:00:00.000Z', 'handoff.hold-kickoff', 'do');
    update handoff set state = 'kickoff-held', kickoff_on = '2026-11-02'`);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  const columns = ['state', 'accepted_on', 'kickoff_on', 'paid_at', 'welcomed_at', 'followed_up_on'] as const;
  const unknown = { paid_at: null, welcomed_at: null, followed_up_on: null };
  expect(await book.db.selectFrom('handoff').select(columns).execute()).toEqual([
    { state: 'kickoff-held', accepted_on: '2026-11-01', kickoff_on: '2026-11-02', ...unknown },
  ]);
  await undo(book);
  expect(await book.db.selectFrom('handoff').select(columns).execute()).toEqual([
    { state: 'accepted', accepted_on: '2026-11-01', kickoff_on: null, ...unknown },
  ]);
  await book.close();
});

test.each([
  [
    'a welcome due at once',
    'insert into handoff_clock (welcome_minutes, kickoff_working_days) values (0, 5)',
  ],
  ['a country that is none', `insert into working_calendar (country) values ('China')`],
  [
    'the same day twice',
    `insert into working_day_change (day, is_working) values ('2026-10-01', 0), ('2026-10-01', 1)`,
  ],
  [
    'a template without a subject',
    `insert into mail_template (kind, language, subject, body) values ('welcome', 'en', '', 'x')`,
  ],
  [
    'an agenda line without a reason of ours',
    `insert into sync (id, held_on) values (1, '2026-11-20');
     insert into sync_line (sync_id, position, reason) values (1, 0, 'gossip')`,
  ],
])('the tables refuse %s', async (_, statement) => {
  const book = await memoryBook({ migrations: migrations.filter(({ version }) => version <= 15) });
  book.sqlite.exec(`insert into action (at, deed, kind) values ('', 'handoff.edit', 'do')`);
  expect(() => book.sqlite.exec(statement)).toThrow(/constraint failed/);
  await book.close();
});
