import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { redo, undo, undoAction } from '../undo.ts';

test('a book from before reviews keeps its rows and can hold one', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 5) });
  before.sqlite.exec(`insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'account.create', 'do');
    insert into account (name) values ('Harbor');
    insert into promise (account_id, text, side) values (1, 'Two training days', 'us')`);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  expect(await book.db.selectFrom('commitment').select('text').execute()).toEqual([
    { text: 'Two training days' },
  ]);
  book.sqlite.exec(review);
  expect(await book.db.selectFrom('qbr').select('kind').execute()).toEqual([{ kind: 'qbr' }]);
  await book.close();
});

const review = `insert into qbr (id, account_id, kind, from_on, to_on, minutes)
  values (1, 1, 'qbr', '2026-09-01', '2026-11-30', 60)`;

describe('a frozen review', () => {
  let book: Book;
  const run = (statement: string) => () => book.sqlite.exec(statement);

  beforeEach(async () => {
    book = await memoryBook();
    book.sqlite.exec(`insert into action (at, key, kind) values ('2026-11-01T00:00:00.000Z', 'account.create', 'do');
      insert into account (id, name) values (1, 'Harbor');
      insert into contact (id, account_id, name) values (1, 1, 'Mei Lin');
      insert into goal (id, account_id, metric, direction) values (1, 1, 'Stock-outs', 'decrease');
      ${review};
      insert into qbr_section (qbr_id, section, position) values (1, 'outcomes', 1);
      insert into qbr_difficulty (qbr_id, difficulty) values (1, 'Returns were never trained');
      insert into qbr_ask (qbr_id, side, ask) values (1, 'us', 'A returns lead');
      insert into qbr_plan_line (qbr_id, goal_id, step, side) values (1, 1, 'Train returns', 'us');
      insert into qbr_attendee (qbr_id, contact_id, side, name) values (1, 1, 'customer', 'Mei Lin');
      insert into qbr_agenda_line (qbr_id, position, section, minutes) values (1, 1, 'outcomes', 60)`);
    await record(book, { key: 'qbr.freeze' }, (trx) =>
      trx
        .insertInto('qbr_freeze')
        .values({ qbr_id: 1, frozen_at: '2026-11-22T08:00:00.000Z', content: '{}' })
        .execute(),
    );
  });
  afterEach(() => book.close());

  test.each([
    `update qbr set to_on = '2026-12-31'`,
    `update qbr set meeting_on = '2026-12-03'`,
    'delete from qbr',
    'delete from account',
    `update qbr_freeze set content = '[]'`,
    'delete from qbr_freeze',
    `update qbr_section set so_what = 'x'`,
    'delete from qbr_section',
    `insert into qbr_section (qbr_id, section, position) values (1, 'plan', 2)`,
    `update qbr_difficulty set lesson = 'x'`,
    'delete from qbr_difficulty',
    `update qbr_ask set ask = 'x'`,
    `insert into qbr_ask (qbr_id, side, ask) values (1, 'us', 'x')`,
    `update qbr_plan_line set step = 'x'`,
    'delete from qbr_attendee',
    'update qbr_agenda_line set minutes = 5',
  ])('refuses: %s', (statement) => {
    expect(run(statement)).toThrow('a frozen review never changes');
  });

  test.each([
    `update qbr set held_on = '2026-12-02'`,
    'update qbr_attendee set attended = 1',
    'delete from contact',
    'delete from goal',
    `update account set name = 'Harbor Retail'`,
  ])('lets the book go on: %s', (statement) => {
    expect(run(statement)).not.toThrow();
  });

  test('refuses to undo what it was made of before, and says that later changes are in the way', async () => {
    const action = await record(book, { key: 'qbr.create' }, async (trx) => {
      await trx
        .insertInto('qbr')
        .values({
          id: 2,
          account_id: 1,
          kind: 'mbr',
          from_on: '2026-10-01',
          to_on: '2026-10-31',
          minutes: 30,
          meeting_on: null,
          place: null,
          held_on: null,
        })
        .execute();
      return trx.selectFrom('action').select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
    });
    await record(book, { key: 'qbr.freeze' }, (trx) =>
      trx.insertInto('qbr_freeze').values({ qbr_id: 2, frozen_at: '', content: '{}' }).execute(),
    );
    await expect(undoAction(book, action.id)).rejects.toMatchObject({ code: 'change.conflict' });
  });

  test('can be taken back by undoing the freezing, and frozen again by redo', async () => {
    await undo(book);
    expect(run(`update qbr set minutes = 90`)).not.toThrow();
    book.sqlite.exec('update qbr set minutes = 60');
    await redo(book);
    expect(run(`update qbr set minutes = 90`)).toThrow('a frozen review never changes');
  });
});

test.each([
  [
    'a period that ends before it starts',
    `insert into qbr (account_id, kind, from_on, to_on, minutes) values (1, 'qbr', '2026-02-01', '2026-01-01', 60)`,
  ],
  [
    'a claim that proves nothing',
    `insert into value_claim (account_id, outcome, from_on, to_on, currency) values (1, '', '2026-01-01', '2026-02-01', 'CNY')`,
  ],
  [
    'inputs that are no JSON',
    `insert into value_claim (account_id, outcome, from_on, to_on, currency, inputs) values (1, 'x', '2026-01-01', '2026-02-01', 'CNY', '19 h')`,
  ],
  ['a section nobody knows', `insert into qbr_section (qbr_id, section, position) values (1, 'health', 1)`],
])('the tables refuse %s', async (_, statement) => {
  const book = await memoryBook();
  book.sqlite.pragma('foreign_keys = OFF');
  expect(() => book.sqlite.exec(statement)).toThrow(/CHECK constraint/);
  await book.close();
});
