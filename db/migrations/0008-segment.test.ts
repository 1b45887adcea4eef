import { afterEach, expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { undo } from '../undo.ts';

let book: Book;
afterEach(() => book.close());

test('value points of a book from before propositions keep their product as one', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 8) });
  before.sqlite.exec(`insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'goal.create', 'do');
    insert into value_point (name, product) values ('Reorder advice', 'Planning'), ('Shelf check', 'Planning'), ('Loose', null)`);
  const changes = (at: Book) => at.db.selectFrom('change').select('id').execute();
  const logged = await changes(before);
  const snapshot = before.sqlite.serialize();
  await before.close();

  book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  const points = await book.db
    .selectFrom('value_point')
    .leftJoin('value_proposition', 'value_proposition.id', 'value_point.proposition_id')
    .select(['value_point.name', 'value_proposition.product'])
    .orderBy('value_point.id')
    .execute();
  expect(points).toEqual([
    { name: 'Reorder advice', product: 'Planning' },
    { name: 'Shelf check', product: 'Planning' },
    { name: 'Loose', product: null },
  ]);
  expect(await changes(book), 'a migration is no action of the user').toEqual(logged);
});

const start = async () => {
  book = await memoryBook();
  book.sqlite.exec(`insert into action (at, key, kind) values ('2026-11-01T00:00:00.000Z', 'account.create', 'do');
    insert into account (name) values ('Harbor');
    insert into segmentation_scheme (name, kind, position) values ('Size', 'a-priori', 1), ('Needs', 'needs', 2);
    insert into segment (scheme_id, name, position) values (1, 'Large', 1), (1, 'Small', 2), (2, 'Fast', 1);
    insert into segment_placement (scheme_id, segment_id, account_id, placed_by) values (1, 1, 1, 'hand')`);
};

test.each([
  ['a second segment in the same scheme', `(1, 2, 1, 'hand')`, /UNIQUE/],
  ['a segment of another scheme', `(2, 2, 1, 'hand')`, /FOREIGN KEY/],
  ['a placer that does not exist', `(2, 3, 1, 'robot')`, /CHECK/],
])('an account is refused %s', async (_, values, reason) => {
  await start();
  const place = () =>
    book.sqlite.exec(
      `insert into segment_placement (scheme_id, segment_id, account_id, placed_by) values ${values}`,
    );
  expect(place).toThrow(reason);
});

test('a scheme deleted takes its segments and placements along, and undo brings all of them back', async () => {
  await start();
  await record(book, { key: 'segmentation-scheme.delete' }, (trx) =>
    trx.deleteFrom('segmentation_scheme').where('id', '=', 1).execute(),
  );
  expect(await book.db.selectFrom('segment_placement').selectAll().execute()).toEqual([]);
  expect(await book.db.selectFrom('segment').select('name').execute()).toEqual([{ name: 'Fast' }]);
  await undo(book);
  expect(await book.db.selectFrom('segment').select('name').orderBy('id').execute()).toHaveLength(3);
  expect(
    await book.db.selectFrom('segment_placement').select(['account_id', 'segment_id']).execute(),
  ).toEqual([{ account_id: 1, segment_id: 1 }]);
});
