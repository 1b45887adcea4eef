import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addAttachment, listAttachments } from './attachment/query.ts';
import { createCustomField, listCustomFields, renameCustomField } from './custom-field/query.ts';
import { type Book, memoryBook } from './open.ts';
import { record } from './record.ts';
import { search } from './search/query.ts';
import { testAccount } from './testing/book.ts';
import { redo, undo, undoAction, undoState } from './undo.ts';

let book: Book;
beforeEach(async () => {
  book = await memoryBook();
});
afterEach(() => book.close());

const create = (name: string) =>
  record(book, { key: 'account.create', parameters: { name } }, (trx) =>
    trx.insertInto('account').values(account(name)).returning('id').executeTakeFirstOrThrow(),
  );
const rename = (id: number, name: string) =>
  record(book, { key: 'account.edit' }, (trx) =>
    trx.updateTable('account').set({ name }).where('id', '=', id).execute(),
  );
const remove = (id: number) =>
  record(book, { key: 'account.archive' }, (trx) => trx.deleteFrom('account').where('id', '=', id).execute());
const names = async () =>
  (await book.db.selectFrom('account').select('name').orderBy('id').execute()).map(({ name }) => name);

const account = (name: string) => ({ ...testAccount, name });

test('undo takes back a create, an edit and a delete; redo does them again', async () => {
  const { id } = await create('Harbor');
  await rename(id, 'Harbor Retail');
  await remove(id);
  expect(await names()).toEqual([]);
  await undo(book);
  expect(await names()).toEqual(['Harbor Retail']);
  await undo(book);
  expect(await names()).toEqual(['Harbor']);
  await undo(book);
  expect(await names()).toEqual([]);
  for (const expected of ['Harbor', 'Harbor Retail']) {
    await redo(book);
    expect(await names()).toEqual([expected]);
  }
  await redo(book);
  expect(await names()).toEqual([]);
  await expect(redo(book)).rejects.toMatchObject({ code: 'change.nothing-to-redo' });
});

test('a new action after an undo leaves nothing to redo', async () => {
  await create('A');
  await undo(book);
  await create('B');
  expect((await undoState(book.db)).redo).toBeNull();
  await expect(redo(book)).rejects.toMatchObject({ code: 'change.nothing-to-redo' });
});

test('nothing to undo is said, not done', async () => {
  await expect(undo(book)).rejects.toMatchObject({ code: 'change.nothing-to-undo' });
});

test('an old action is not taken back when what came to its row since would go along: that action is named', async () => {
  const { id } = await create('A');
  await record(book, { key: 'note.create', parameters: {} }, (trx) =>
    trx
      .insertInto('note')
      .values({ account_id: id, contact_id: null, occurred_on: '2026-11-01', body: 'They moved' })
      .execute(),
  );
  const [first] = await book.db.selectFrom('action').select('id').orderBy('id').execute();
  await expect(undoAction(book, first?.id ?? 0)).rejects.toMatchObject({
    code: 'change.conflict',
    parameters: { action: 'account.create', later: 'note.create', table: 'note' },
  });
  expect(await book.db.selectFrom('note').select('body').execute()).toHaveLength(1);
  await undo(book);
  await undoAction(book, first?.id ?? 0);
  expect(await names()).toEqual([]);
});

test('an action that changes nothing leaves no trace', async () => {
  const { id } = await create('A');
  await rename(id, 'A');
  expect((await undoState(book.db)).undo?.key).toBe('account.create');
});

test('an old action is taken back alone, unless its row changed again: then the later action is named and nothing is done', async () => {
  const a = await create('A');
  const b = await create('B');
  await rename(b.id, 'B2');
  const [first, second] = await book.db.selectFrom('action').select('id').orderBy('id').execute();
  await undoAction(book, first?.id ?? 0);
  expect(await names()).toEqual(['B2']);
  await expect(undoAction(book, second?.id ?? 0)).rejects.toMatchObject({
    code: 'change.conflict',
    parameters: { action: 'account.create', later: 'account.edit' },
  });
  expect(await names()).toEqual(['B2']);
  expect(a.id).not.toBe(b.id);
});

test('undo of a delete brings back what went with it', async () => {
  const { id } = await create('A');
  await record(book, { key: 'note.create' }, (trx) =>
    trx
      .insertInto('note')
      .values({ account_id: id, contact_id: null, occurred_on: '2026-11-22', body: 'kickoff' })
      .execute(),
  );
  await remove(id);
  expect(await book.db.selectFrom('note').selectAll().execute()).toEqual([]);
  await undo(book);
  expect(await book.db.selectFrom('note').select('body').execute()).toEqual([{ body: 'kickoff' }]);
});

test('a record is not brought back into a place another has taken since: the action that took it is named', async () => {
  const add = (name: string) =>
    record(book, { key: 'custom-field.create', parameters: { name } }, (trx) =>
      createCustomField(trx, { name, kind: 'text', choices: [] }),
    );
  const id = await add('Plan');
  await record(book, { key: 'custom-field.edit' }, (trx) => renameCustomField(trx, id, 'Old plan'));
  await add('plan');
  const [, renaming] = await book.db.selectFrom('action').select('id').orderBy('id').execute();
  await expect(undoAction(book, renaming?.id ?? 0)).rejects.toMatchObject({
    code: 'change.conflict',
    parameters: {
      action: 'custom-field.edit',
      later: 'custom-field.create',
      laterParameters: '{"name":"plan"}',
    },
  });
  expect((await listCustomFields(book.db)).map(({ name }) => name)).toEqual(['Old plan', 'plan']);
});

test('a file attached since to a record keeps the record from being taken back', async () => {
  const { id } = await create('A');
  const note = await record(book, { key: 'note.create' }, (trx) =>
    trx
      .insertInto('note')
      .values({ account_id: id, contact_id: null, occurred_on: '2026-11-22', body: 'kickoff' })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  const file = { name: 'Minutes', mediaType: 'text/plain', bytes: 7, sha256: 'a'.repeat(64) };
  await record(book, { key: 'attachment.add', parameters: { name: 'Minutes' } }, (trx) =>
    addAttachment(trx, { table: 'note', id: note.id }, { ...file, addedOn: '2026-11-22' }),
  );
  const [, noting] = await book.db.selectFrom('action').select('id').orderBy('id').execute();
  await expect(undoAction(book, noting?.id ?? 0)).rejects.toMatchObject({
    code: 'change.conflict',
    parameters: { action: 'note.create', later: 'attachment.add', table: 'attachment' },
  });
  expect(await listAttachments(book.db, { table: 'note', id: note.id })).toHaveLength(1);
});

test('search follows undo', async () => {
  await create('杭州华为技术');
  expect(await search(book.db, 'hw', 10)).toHaveLength(1);
  await undo(book);
  expect(await search(book.db, 'hw', 10)).toHaveLength(0);
  await redo(book);
  for (const typed of ['华为', 'huawei', 'hangzhou', '技术', 'hzhw'])
    expect(await search(book.db, typed, 10), typed).toHaveLength(1);
});

test('whatever was done, undoing all of it gives the empty book and redoing all of it gives the last state', async () => {
  const action = fc.oneof(
    fc.record({
      do: fc.constant('create' as const),
      name: fc.string({ minLength: 1, maxLength: 8 }),
      at: fc.nat(),
    }),
    fc.record({
      do: fc.constant('rename' as const),
      name: fc.string({ minLength: 1, maxLength: 8 }),
      at: fc.nat(),
    }),
    fc.record({ do: fc.constant('remove' as const), name: fc.constant(''), at: fc.nat() }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 12 }), async (actions) => {
      await book.close();
      book = await memoryBook();
      const rows = () => book.db.selectFrom('account').selectAll().orderBy('id').execute();
      for (const step of actions) {
        const here = await rows();
        const target = here[step.at % Math.max(here.length, 1)];
        if (step.do === 'create') await create(step.name);
        else if (target && step.do === 'rename') await rename(target.id, step.name);
        else if (target) await remove(target.id);
      }
      const last = await rows();
      let undone = 0;
      while ((await undoState(book.db)).undo) {
        await undo(book);
        undone++;
      }
      expect(await rows()).toEqual([]);
      for (; undone > 0; undone--) await redo(book);
      expect(await rows()).toEqual(last);
    }),
    { numRuns: 40 },
  );
});
