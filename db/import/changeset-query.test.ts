import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { testAccount } from '../testing/book.ts';
import { redo, undo, undoAction } from '../undo.ts';
import { importedRecords, pastImports } from './changeset-query.ts';

let book: Book;
beforeEach(async () => {
  book = await memoryBook({ now: () => new Date('2026-11-22T04:00:00Z') });
});
afterEach(() => book.close());

const importNames = (file: string, names: readonly string[], renamed: readonly number[] = []) =>
  record(book, { key: 'import.write', parameters: { file, leftOut: 2, merged: 1 } }, async (trx) => {
    for (const name of names)
      await trx
        .insertInto('account')
        .values({ ...testAccount, name })
        .execute();
    for (const id of renamed)
      await trx.updateTable('account').set({ tier: 'A' }).where('id', '=', id).execute();
  });

test('imports are told the latest first, with what each created and changed', async () => {
  await importNames('first.csv', ['Harbor', 'Kestrel']);
  await importNames('second.csv', ['Lumen'], [1]);
  const [second, first] = await pastImports(book.db);
  expect(first).toMatchObject({
    file: 'first.csv',
    leftOut: 2,
    merged: 1,
    unchanged: null,
    isTakenBack: false,
  });
  expect(first?.counts).toEqual([{ table: 'account', created: 2, changed: 0 }]);
  expect(second?.counts).toEqual([{ table: 'account', created: 1, changed: 1 }]);
  expect(await importedRecords(book.db, second?.importId ?? 0)).toEqual({
    records: [
      { table: 'account', id: 3, accountId: 3, name: 'Lumen', isNew: true },
      { table: 'account', id: 1, accountId: 1, name: 'Harbor', isNew: false },
    ],
    isMore: false,
  });
});

test('one taken back, done again and taken back once more says how it stands, and is one line still', async () => {
  await importNames('first.csv', ['Harbor']);
  for (const isTakenBack of [true, false, true]) {
    const [one] = await pastImports(book.db);
    await undoAction(book, one?.actionId ?? 0);
    const imports = await pastImports(book.db);
    expect(imports).toMatchObject([{ file: 'first.csv', isTakenBack }]);
    expect(await book.db.selectFrom('account').select('name').execute()).toHaveLength(isTakenBack ? 0 : 1);
  }
  await undo(book).catch(() => undefined);
  await redo(book);
  expect(await pastImports(book.db)).toMatchObject([{ isTakenBack: false }]);
});

test('an import whose record changed later stays, and the later action is named', async () => {
  await importNames('first.csv', ['Harbor', 'Kestrel']);
  await record(book, { key: 'account.edit', parameters: { name: 'Harbor' } }, (trx) =>
    trx.updateTable('account').set({ owner: 'Lin Yue' }).where('id', '=', 1).execute(),
  );
  const [one] = await pastImports(book.db);
  await expect(undoAction(book, one?.actionId ?? 0)).rejects.toMatchObject({
    code: 'change.conflict',
    parameters: { later: 'account.edit', laterParameters: '{"name":"Harbor"}' },
  });
  expect(await book.db.selectFrom('account').select('name').execute()).toHaveLength(2);
});

test('no imports are no imports', async () => {
  expect(await pastImports(book.db)).toEqual([]);
  expect(await importedRecords(book.db, 1)).toEqual({ records: [], isMore: false });
});
