import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actionKeys } from '../action.ts';
import { accountAsOf } from '../change/as-of-query.ts';
import { nouns } from '../nouns.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { anyFacts } from '../testing/any-row.ts';
import { testAccount } from '../testing/book.ts';
import { undo } from '../undo.ts';
import { actionOf, columnOf, type Draft, type Field, type Noun, tableOf, type Values } from './define.ts';
import { columnsOf, finished, isNeeded } from './field.ts';
import { countRows, createRow, editRow, getRow, listRows, plainRow, removeRow } from './query.ts';

const today = '2026-11-22';
const seed = 20_261_122;
const declared: readonly Noun[] = nouns;

let book: Book;
beforeEach(async () => {
  book = await memoryBook();
  await record(book, { key: 'account.create' }, (trx) =>
    trx
      .insertInto('account')
      .values([1, 2].map((id) => ({ ...testAccount, id, name: `Account ${id}` })))
      .execute(),
  );
});
afterEach(() => book.close());

const act = (noun: Noun, does: 'create' | 'edit' | 'delete') => {
  const key = actionKeys.find((each) => each === actionOf(noun, does));
  if (!key) throw new Error(`no action ${actionOf(noun, does)}`);
  return { key };
};
const add = (noun: Noun, facts: Values) =>
  record(book, act(noun, 'create'), (trx) =>
    createRow(
      trx,
      noun,
      { ...(noun.account !== 'none' && { accountId: 1 }), ...facts } as Draft<Noun>,
      today,
    ),
  );
const stored = async (noun: Noun, id: number) => plainRow(noun, await getRow(book.db, noun, id)).values;

const types: Readonly<Record<Field['is'], readonly string[]>> = {
  line: ['TEXT'],
  prose: ['TEXT'],
  date: ['TEXT'],
  'yes-no': ['INTEGER'],
  integer: ['INTEGER'],
  figure: ['REAL'],
  percent: ['REAL'],
  money: ['INTEGER', 'TEXT'],
  choice: ['TEXT'],
  reference: ['INTEGER'],
  tags: ['TEXT'],
};

describe.each(declared.map((noun) => [noun.name, noun] as const))('the noun %s', (_, noun) => {
  test('has the table it declares: columns, types and what may be unknown', () => {
    const live = book.sqlite
      .prepare<[string], { name: string; type: string; notnull: number }>(
        'select name, type, "notnull" from pragma_table_info(?)',
      )
      .all(tableOf(noun));
    const wanted = [
      { name: 'id', type: 'INTEGER', notnull: 0 },
      ...(noun.account === 'none'
        ? []
        : [{ name: 'account_id', type: 'INTEGER', notnull: noun.account === 'must' ? 1 : 0 }]),
      ...Object.entries(noun.fields).flatMap(([key, field]) =>
        columnsOf(key, field).map((name, at) => ({
          name,
          type: types[field.is][at],
          notnull: field.optional ? 0 : 1,
        })),
      ),
    ];
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect(live.toSorted(byName)).toEqual(wanted.toSorted(byName));
  });

  test('keeps what is said, computes what follows, and takes every change back', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts(noun), anyFacts(noun), async (facts, change) => {
        const id = await add(noun, facts);
        const first = await stored(noun, id);
        expect(first).toEqual(finished(noun, facts, { today, before: null }));
        await record(book, act(noun, 'edit'), (trx) =>
          editRow(trx, noun, id, change as Partial<Draft<Noun>>, today),
        );
        expect(await stored(noun, id)).toEqual(
          finished(noun, { ...first, ...change }, { today, before: first }),
        );
        await record(book, act(noun, 'delete'), (trx) => removeRow(trx, noun, id));
        await expect(getRow(book.db, noun, id)).rejects.toMatchObject({ code: 'record.not-found' });
        await undo(book);
        const edited = await stored(noun, id);
        expect(edited).toEqual(finished(noun, { ...first, ...change }, { today, before: first }));
        // An edit that changed nothing left no action to undo.
        if (!isDeepStrictEqual(edited, first)) {
          await undo(book);
          expect(await stored(noun, id)).toEqual(first);
        }
        await undo(book);
        expect(await countRows(book.db, noun)).toBe(0);
      }),
      { seed, numRuns: 25 },
    );
  });

  test('is listed in every order and by every filter its definition offers', async () => {
    for (const facts of fc.sample(anyFacts(noun), { seed, numRuns: 12 })) await add(noun, facts);
    const all = (await listRows(book.db, noun)).map(({ id }) => id).toSorted();
    expect(all).toHaveLength(12);
    for (const by of ['account', ...Object.keys(noun.fields)])
      for (const descending of [true, false]) {
        const rows = await listRows(book.db, noun, {}, { by, descending });
        expect(rows.map(({ id }) => id).toSorted()).toEqual(all);
      }
    for (const [key, field] of Object.entries(noun.fields)) {
      if (field.is !== 'choice') continue;
      const counts = await Promise.all(
        [...field.of, null].map((choice) => countRows(book.db, noun, { among: { [key]: [choice] } })),
      );
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
    }
    const [open, closed] = await Promise.all([
      countRows(book.db, noun, { open: true }),
      countRows(book.db, noun, { open: false }),
    ]);
    expect(open + closed).toBe(noun.open ? 12 : 24);
  });

  test('is refused without what it needs, and the row that is not there is said to be missing', async () => {
    const [facts] = fc.sample(anyFacts(noun), { seed, numRuns: 1 });
    for (const [key, field] of Object.entries(noun.fields)) {
      if (!isNeeded(field)) continue;
      await expect(add(noun, { ...facts, [key]: null })).rejects.toMatchObject({ code: 'record.invalid' });
    }
    await expect(record(book, act(noun, 'delete'), (trx) => removeRow(trx, noun, 99))).rejects.toMatchObject({
      code: 'record.not-found',
    });
  });

  test.runIf(noun.account !== 'none')(
    'of one account is found by an index, and as it was on a day',
    async () => {
      const plan = book.sqlite
        .prepare<[], { detail: string }>(
          `explain query plan select * from ${tableOf(noun)} where account_id = 1`,
        )
        .all();
      expect(plan.map(({ detail }) => detail).join()).toMatch(/USING (COVERING )?INDEX/);
      const [facts] = fc.sample(anyFacts(noun), { seed, numRuns: 1 });
      await add(noun, facts ?? {});
      const { rows } = await accountAsOf(book.db, 1, '2999-01-01T00:00:00.000Z');
      expect(rows[tableOf(noun)]).toMatchObject([{ [columnOf(noun.title)]: facts?.[noun.title] }]);
    },
  );
});
