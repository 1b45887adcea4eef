import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { search } from './search.ts';

let book: Book;
beforeEach(async () => {
  book = await memoryBook();
});
afterEach(() => book.close());

const add = (names: readonly string[]) =>
  record(book, { key: 'account.create' }, async (trx) => {
    for (const name of names) await sql`insert into account (name) values (${name})`.execute(trx);
  });
const found = async (typed: string) => (await search(book.db, typed, 50)).map(({ title }) => title);

test.each([
  ['华为', '华为技术有限公司'],
  ['技术有', '华为技术有限公司'],
  ['huawei', '华为技术有限公司'],
  ['hw', '华为技术有限公司'],
  ['jishu', '华为技术有限公司'],
  ['重庆', '重庆银行'],
  ['harb', 'Harbor Retail Group'],
  ['group harbor', 'Harbor Retail Group'],
  ['cafe', 'Café Müller'],
  ['müll', 'Café Müller'],
  ['😀', null],
  ['zzz', null],
])('%s finds %s', async (typed, name) => {
  await add(['华为技术有限公司', '重庆银行', 'Harbor Retail Group', 'Café Müller']);
  expect(await found(typed)).toEqual(name === null ? [] : [name]);
});

test('contacts and notes lead to their account; archived accounts are not found', async () => {
  await add(['Harbor', 'Gone']);
  await record(book, { key: 'note.create' }, async (trx) => {
    await sql`insert into contact (account_id, name) values (1, '林梅')`.execute(trx);
    await sql`insert into note (account_id, occurred_on, body) values (1, '2026-11-22', '林梅:货架有货率')`.execute(
      trx,
    );
    await sql`update account set archived_at = '2026-11-22T00:00:00.000Z' where id = 2`.execute(trx);
  });
  expect((await search(book.db, '林梅', 10)).map(({ noun, accountName }) => [noun, accountName])).toEqual([
    ['contact', 'Harbor'],
    ['note', 'Harbor'],
  ]);
  expect(await found('gone')).toEqual([]);
});

test('whatever is typed is searched for, never a fault', async () => {
  await add(['Harbor']);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (typed) => {
      await search(book.db, typed, 5);
    }),
    { numRuns: 200 },
  );
});

test('a deed on thousands of rows is indexed whole', async () => {
  await add(Array.from({ length: 1201 }, (_, row) => `Customer ${row}`));
  expect(await found('1200')).toEqual(['Customer 1200']);
});
