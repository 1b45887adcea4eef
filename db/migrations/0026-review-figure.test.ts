import { expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';

const rows = `insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'account.create', 'do');
  insert into account (id, name) values (1, 'Harbor');
  insert into qbr (id, account_id, kind, from_on, to_on, minutes) values
    (1, 1, 'qbr', '2026-09-01', '2026-11-30', 60), (2, 1, 'ebr', '2026-06-01', '2026-11-30', 90),
    (3, 1, 'qbr', '2026-06-01', '2026-08-31', 60);
  insert into qbr_section (id, qbr_id, section, position, so_what, happened) values
    (1, 1, 'difficulty', 1, 'Train early', 'Returns stood still'), (2, 1, 'outcomes', 2, null, null),
    (3, 2, 'outcomes', 1, null, null), (4, 2, 'difficulty', 2, null, null), (5, 3, 'outcomes', 1, null, null);
  insert into qbr_agenda_line (id, qbr_id, position, section, minutes) values (90, 1, 1, 'outcomes', 60);
  delete from qbr_agenda_line where id = 90;
  insert into qbr_agenda_line (id, qbr_id, position, section, minutes) values (7, 1, 1, 'outcomes', 60);
  insert into qbr_freeze (qbr_id, frozen_at, content) values (3, '2026-09-02T08:00:00.000Z', '{}')`;

test('reviews under way get the new pages of their kind in their own order, a frozen one stays as it is', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 26) });
  before.sqlite.exec(rows);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  const pages = (id: number) =>
    book.sqlite.prepare('select section from qbr_section where qbr_id = ? order by position').pluck().all(id);
  expect(pages(1)).toEqual([
    'risk',
    'difficulty',
    'feedback',
    'stakeholder',
    'expansion',
    'outcomes',
    'usage',
    'support',
  ]);
  expect(pages(2)).toEqual(['outcomes', 'risk', 'difficulty', 'stakeholder', 'expansion']);
  expect(pages(3)).toEqual(['outcomes']);
  expect(
    book.sqlite.prepare('select section, so_what, happened from qbr_section where id = 1').get(),
  ).toEqual({ section: 'difficulty', so_what: 'Train early', happened: 'Returns stood still' });

  // Numbers once given out are not given to another row.
  const { lastInsertRowid } = book.sqlite
    .prepare(`insert into qbr_agenda_line (qbr_id, position, section, minutes) values (1, 2, 'usage', 5)`)
    .run();
  expect(lastInsertRowid).toBe(91);
  for (const statement of [
    `update qbr_section set so_what = 'x' where qbr_id = 3`,
    `insert into qbr_agenda_line (qbr_id, position, section, minutes) values (3, 1, 'usage', 5)`,
    `insert into qbr_figure (qbr_id, section, label) values (3, 'usage', 'Users')`,
    `insert into qbr_inside_figure (qbr_id, section, label) values (3, 'risk', 'Budget cut')`,
  ])
    expect(() => book.sqlite.exec(statement)).toThrow('a frozen review never changes');
  await book.close();
});

test.each([
  `insert into qbr_figure (qbr_id, section, label) values (1, 'risk', 'Budget cut')`,
  `insert into qbr_inside_figure (qbr_id, section, label) values (1, 'support', 'Tickets')`,
  `insert into qbr_figure (qbr_id, section, label) values (1, 'usage', '')`,
  `insert into qbr_figure (qbr_id, section, label, as_of) values (1, 'usage', 'Users', 'soon')`,
])('the tables refuse: %s', async (statement) => {
  const book = await memoryBook({ migrations: migrations.filter(({ version }) => version <= 26) });
  book.sqlite.exec(rows.replaceAll(/insert into qbr_freeze.*/g, 'select 1'));
  expect(() => book.sqlite.exec(statement)).toThrow(/constraint failed/);
  await book.close();
});
