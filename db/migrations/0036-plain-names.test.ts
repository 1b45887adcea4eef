import { expect, test } from 'vitest';
import { rememberMapping } from '../import/query.ts';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { undoAction } from '../undo.ts';

test('a book from before keeps its commitments, their history, its files and the numbers given out', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 36) });
  before.sqlite.exec(`insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'account.create', 'do');
    insert into account (id, name) values (1, 'Harbor');
    insert into action (at, deed, kind) values ('2026-11-02T00:00:00.000Z', 'promise.create', 'do');
    insert into promise (account_id, text, side) values (1, 'Two training days', 'us');
    insert into action (at, deed, kind) values ('2026-11-03T00:00:00.000Z', 'attachment.add', 'do');
    insert into attachment (id, table_name, row_id, account_id, name, media_type, size_bytes, sha256, added_on)
      values (8, 'account', 1, 1, 'plan.pdf', 'application/pdf', 3, '${'a'.repeat(64)}', '2026-11-03'),
        (9, 'account', 1, 1, 'gone.pdf', 'application/pdf', 3, '${'b'.repeat(64)}', '2026-11-03');
    delete from attachment where id = 9;
    insert into import_mapping (headings, noun, fields) values ('["What"]', 'promise', '["text"]')`);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  const one = (statement: string) => book.sqlite.prepare(statement).pluck().get();
  expect(one('select text from commitment')).toBe('Two training days');
  expect(one('select key from action where id = 2')).toBe('commitment.create');
  expect(one(`select count(*) from change where table_name = 'promise'`)).toBe(0);
  expect(one('select noun from import_mapping')).toBe('commitment');
  expect(one('select name from attachment')).toBe('plan.pdf');

  await undoAction(book, 2);
  expect(one('select count(*) from commitment')).toBe(0);
  // A list of nouns in the table would refuse the next one.
  await record(book, { key: 'import.write' }, (trx) =>
    rememberMapping(trx, ['Foo'], { noun: 'account', fields: ['name'], answers: {} }),
  );
  book.sqlite.exec(`update import_mapping set noun = 'noun_to_come';
    insert into attachment (table_name, row_id, account_id, name, media_type, size_bytes, sha256, added_on)
      values ('noun_to_come', 1, 1, 'next.pdf', 'application/pdf', 3, '${'c'.repeat(64)}', '2026-11-04')`);
  expect(one(`select id from attachment where name = 'next.pdf'`)).toBe(10);
  await book.close();
});
