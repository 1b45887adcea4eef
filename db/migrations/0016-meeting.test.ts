import { expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';

const review = `insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'qbr.create', 'do');
  insert into account (id, name) values (1, 'Harbor');
  insert into qbr (id, account_id, kind, from_on, to_on, minutes) values (1, 1, 'qbr', '2026-09-01', '2026-11-30', 60);
  insert into qbr_section (qbr_id, section, position, so_what) values (1, 'outcomes', 1, 'Shipping is faster')`;
const freeze = `insert into qbr_freeze (qbr_id, frozen_at, content) values (1, '2026-11-22T08:00:00.000Z', '{}')`;

test('a review from before meetings keeps its words and its freezing, and what is decided can be added', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 16) });
  before.sqlite.exec(`${review}; ${freeze}`);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  expect(
    await book.db.selectFrom('qbr_section').select(['so_what', 'happened', 'what_next']).execute(),
  ).toEqual([{ so_what: 'Shipping is faster', happened: null, what_next: null }]);
  for (const column of ['happened', 'so_what', 'what_next', 'talking_point'])
    expect(() => book.sqlite.exec(`update qbr_section set ${column} = 'x'`)).toThrow(
      'a frozen review never changes',
    );
  book.sqlite.exec(`insert into qbr_decision (qbr_id, decision) values (1, 'Pilot in two stores');
    insert into qbr_rating (qbr_id, criteria_version, criterion, score) values (1, 1, 'evidence', 4);
    update qbr set preparation_minutes = 45`);
  await book.close();
});

test.each([
  ['a decision that says nothing', `insert into qbr_decision (qbr_id, decision) values (1, '')`],
  [
    'a score nobody gives',
    `insert into qbr_rating (qbr_id, criteria_version, criterion, score) values (1, 1, 'evidence', 6)`,
  ],
  ['a fiscal year that starts in month 13', 'update account set fiscal_year_start_month = 13'],
  ['a preparation of less than no time', 'update qbr set preparation_minutes = -1'],
])('the tables refuse %s', async (_, statement) => {
  const book = await memoryBook({ migrations: migrations.filter(({ version }) => version <= 16) });
  book.sqlite.exec(review);
  expect(() => book.sqlite.exec(statement)).toThrow(/constraint failed/);
  await book.close();
});
