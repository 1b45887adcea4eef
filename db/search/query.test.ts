import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import type { Writer } from '../schema.ts';
import { reindexAll, search } from './query.ts';

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

describe('of an account, what belongs to it', () => {
  beforeEach(async () => {
    await add(['云集供应链']);
    await record(book, { key: 'task.create' }, async (trx) => {
      await sql`insert into task (account_id, title) values (1, '发送复盘预读材料'), (null, 'Renew the passport')`.execute(
        trx,
      );
      await sql`insert into goal (account_id, metric, unit, term, direction, owner, defined_by)
        values (1, '订货准时率', '%', 'short', 'increase', 'Lin', 'customer')`.execute(trx);
      await sql`insert into milestone (account_id, kind, title, title_zh, stage, anchor, offset_days)
        values (1, 'milestone', 'Data in place', '数据到位', 'onboarding', 'start', 21)`.execute(trx);
      await sql`insert into commitment (account_id, text, side) values (1, 'An export every Monday', 'us')`.execute(
        trx,
      );
      await sql`insert into segmentation_scheme (name, kind, position) values ('Size', 'a-priori', 1)`.execute(
        trx,
      );
      await sql`insert into segment (scheme_id, name, position) values (1, '大型客户', 1)`.execute(trx);
      await sql`insert into value_proposition (product, sentence) values ('需求计划', 'Order the right amount.')`.execute(
        trx,
      );
      await sql`insert into value_point (name, proposition_id) values ('补货建议', 1)`.execute(trx);
      await sql`insert into qbr (account_id, kind, from_on, to_on, meeting_on, minutes)
        values (1, 'qbr', '2026-01-01', '2026-03-31', '2026-04-02', 60), (1, 'qbr', '2026-04-01', '2026-06-30', '2026-07-02', 60)`.execute(
        trx,
      );
    });
  });

  test.each([
    ['预读', 'task', '发送复盘预读材料'],
    ['fasong', 'task', '发送复盘预读材料'],
    ['passport', 'task', 'Renew the passport'],
    ['zsl', 'goal', '订货准时率'],
    ['到位', 'milestone', 'Data in place'],
    ['sjdw', 'milestone', 'Data in place'],
    ['monday', 'commitment', 'An export every Monday'],
    ['dxkh', 'segment', '大型客户'],
    ['补货', 'value_point', '补货建议'],
    ['right amount', 'value_proposition', '需求计划'],
  ])('%s finds a %s', async (typed, noun, title) => {
    expect((await search(book.db, typed, 20)).map((hit) => [hit.noun, hit.title])).toEqual([[noun, title]]);
  });

  test('the latest review is found by the name of the account', async () => {
    expect((await search(book.db, '云集', 20)).map(({ noun, id, on }) => [noun, id, on])).toEqual([
      ['account', 1, null],
      ['qbr', 2, '2026-07-02'],
    ]);
  });

  test('a book from before is indexed again when it is brought up to date', async () => {
    await sql`delete from search`.execute(book.db);
    await reindexAll(book.db as unknown as Writer);
    for (const typed of ['yunji', '预读', 'sjdw', 'monday', 'dxkh'])
      expect(await found(typed), typed).not.toEqual([]);
  });
});

test('many notes crowd out neither the account nor the task of that name', async () => {
  await add(['Harbor', ...Array.from({ length: 3 }, (_, row) => `Customer ${row}`), 'Renewal Partners']);
  await record(book, { key: 'note.create' }, async (trx) => {
    for (let note = 0; note < 500; note++)
      await sql`insert into note (account_id, occurred_on, body) values (1, '2026-11-22', ${`renewal ${note}`})`.execute(
        trx,
      );
    await sql`insert into task (account_id, title) values (2, 'Renewal talk')`.execute(trx);
  });
  const hits = await search(book.db, 'renewal', 20);
  expect(hits.map(({ noun }) => noun)).toEqual(['account', 'task', ...Array(5).fill('note')]);
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

test('an action on thousands of rows is indexed whole', async () => {
  await add(Array.from({ length: 1201 }, (_, row) => `Customer ${row}`));
  expect(await found('1200')).toEqual(['Customer 1200']);
});
