import { expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';
import { setEarlierReview } from '../qbr/earlier-review-query.ts';
import { record } from '../record.ts';
import { undo } from '../undo.ts';

test('a book of before takes earlier reviews, and their undo', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 74) });
  before.sqlite.exec(
    `insert into action (at, key, kind) values ('2026-11-01T00:00:00.000Z', 'account.create', 'do');
     insert into account (name) values ('Acme')`,
  );
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  await record(book, { key: 'import.set-up' }, (trx) => setEarlierReview(trx, 1, '2026-10-01'));
  await record(book, { key: 'import.set-up' }, (trx) => setEarlierReview(trx, 1, '2026-10-15'));
  const held = () => book.db.selectFrom('earlier_review').select(['account_id', 'held_on']).execute();
  expect(await held()).toEqual([{ account_id: 1, held_on: '2026-10-15' }]);
  await undo(book);
  expect(await held()).toEqual([{ account_id: 1, held_on: '2026-10-01' }]);
  await book.close();
});
