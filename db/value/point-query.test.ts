import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeBook } from '../book/query.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import type { Writer } from '../schema.ts';
import { placeAccounts } from '../segment/placement-query.ts';
import { createSegment } from '../segment/query.ts';
import { createScheme } from '../segment/scheme-query.ts';
import { testAccount, testSettings } from '../testing/book.ts';
import { planOf } from '../testing/query-plan.ts';
import { undo } from '../undo.ts';
import { listMatrix, matrixTotals, setValueState, valuePointsOf } from './account-point-query.ts';
import type { ValueState } from './point.ts';
import {
  createProposition,
  createValuePoint,
  deleteProposition,
  deleteValuePoint,
  editProposition,
  editValuePoint,
  listPropositions,
} from './proposition-query.ts';

const today = '2026-06-15';
const unstated = { sentence: null, audience: null, change: null, benefit: null, advantage: null };
const parts = { module: ['Forecast'], service: [], practice: ['Morning review'], offer: ['Analytics'] };
let book: Book;
let planning: number;
let reorder: number;
let shelf: number;

beforeEach(async () => {
  book = await memoryBook({ now: () => new Date('2026-06-15T04:00:00Z') });
  await write((trx) => describeBook(trx, testSettings));
  planning = await write((trx) => createProposition(trx, { product: 'Planning', ...unstated }));
  reorder = await write((trx) =>
    createValuePoint(trx, { name: 'Reorder advice', proposition_id: planning, parts }),
  );
  shelf = await write((trx) => createValuePoint(trx, { name: 'Full shelves', proposition_id: planning }));
});
afterEach(() => book.close());

const write = <T>(change: (trx: Writer) => Promise<T>) => record(book, { key: 'value-point.edit' }, change);
const addAccount = (name: string) =>
  write(async (trx) => {
    const inserted = await trx
      .insertInto('account')
      .values({ ...testAccount, name })
      .returning('id')
      .executeTakeFirstOrThrow();
    return inserted.id;
  });
const set = (account: number, point: number, state: ValueState | null, note?: string | null, on = today) =>
  write((trx) => setValueState(trx, account, point, { state, ...(note !== undefined && { note }) }, on));
const everything = { text: null };
const firstPage = { offset: 0, limit: 50 };

describe('propositions', () => {
  test('list their value points in order, with parts and how far the accounts have come', async () => {
    const harbor = await addAccount('Harbor');
    await set(harbor, reorder, 'adopted');
    await write((trx) => createValuePoint(trx, { name: 'Named in a goal' }));
    expect(await listPropositions(book.db)).toMatchObject({
      propositions: [
        {
          product: 'Planning',
          points: [
            { name: 'Reorder advice', parts, accounts: { needed: 0, sold: 0, adopted: 1, proven: 0 } },
            { name: 'Full shelves', parts: { module: [], offer: [] } },
          ],
        },
      ],
      loose: [{ name: 'Named in a goal' }],
    });
  });

  test('change their parts only where parts are given', async () => {
    await write((trx) => editValuePoint(trx, reorder, { name: 'Reorder advice, daily' }));
    await write((trx) =>
      editValuePoint(trx, reorder, {
        name: 'Reorder advice, daily',
        parts: { ...parts, module: ['Forecast', 'Alerts'] },
      }),
    );
    const point = (await listPropositions(book.db)).propositions[0]?.points[0];
    expect(point).toMatchObject({ name: 'Reorder advice, daily', parts: { module: ['Forecast', 'Alerts'] } });
  });

  test('leave their value points behind when they go, and take them back on undo', async () => {
    await write((trx) => deleteProposition(trx, planning));
    expect(await listPropositions(book.db)).toMatchObject({ propositions: [], loose: [{}, {}] });
    await undo(book);
    expect((await listPropositions(book.db)).propositions[0]?.points).toHaveLength(2);
  });

  test('refuse a name that is taken and say so where a record is gone', async () => {
    const taken = { code: 'record.name-taken' };
    await expect(
      write((trx) => createProposition(trx, { product: 'planning', ...unstated })),
    ).rejects.toMatchObject(taken);
    await expect(
      write((trx) => editValuePoint(trx, shelf, { name: 'reorder ADVICE' })),
    ).rejects.toMatchObject(taken);
    for (const change of [
      (trx: Writer) => editProposition(trx, 99, { sentence: 'x' }),
      (trx: Writer) => deleteProposition(trx, 99),
      (trx: Writer) => editValuePoint(trx, 99, { name: 'x' }),
      (trx: Writer) => deleteValuePoint(trx, 99),
    ])
      await expect(write(change)).rejects.toMatchObject({ code: 'record.not-found' });
  });
});

describe('the matrix', () => {
  test('keeps the day a state was reached while its note changes, and the note while its state changes', async () => {
    const harbor = await addAccount('Harbor');
    await set(harbor, reorder, 'sold', 'In the order of May', '2026-05-01');
    await set(harbor, reorder, 'sold', 'In the order of 3 May');
    expect((await valuePointsOf(book.db, harbor))[reorder]).toEqual({
      state: 'sold',
      note: 'In the order of 3 May',
      changedOn: '2026-05-01',
      hasClaim: false,
    });
    await set(harbor, reorder, 'adopted');
    expect((await valuePointsOf(book.db, harbor))[reorder]).toMatchObject({
      state: 'adopted',
      note: 'In the order of 3 May',
      changedOn: today,
    });
    await set(harbor, reorder, null);
    expect(await valuePointsOf(book.db, harbor)).toEqual({});
    await undo(book);
    expect((await valuePointsOf(book.db, harbor))[reorder]).toMatchObject({ state: 'adopted' });
  });

  test('knows whether a value claim stands behind a cell', async () => {
    const harbor = await addAccount('Harbor');
    await set(harbor, reorder, 'proven');
    await set(harbor, shelf, 'proven');
    await write((trx) =>
      trx
        .insertInto('value_claim')
        .values({
          account_id: harbor,
          value_point_id: reorder,
          goal_id: null,
          outcome: 'Stock-outs halved',
          promised: null,
          from_on: '2026-01-01',
          to_on: '2026-03-31',
          currency: 'CNY',
          conversion_agreed_on: null,
          signed_on: null,
          signed_by: null,
          source: null,
          quote: null,
          note: null,
        })
        .execute(),
    );
    const [row] = await listMatrix(book.db, everything, firstPage);
    expect(row?.cells).toMatchObject({ [reorder]: { hasClaim: true }, [shelf]: { hasClaim: false } });
  });

  test('comes by name, in pages, cut to a segment or to what was searched, with totals of the cut', async () => {
    const [kestrel, harbor, yunji] = [
      await addAccount('Kestrel'),
      await addAccount('Harbor'),
      await addAccount('云集供应链'),
    ];
    await set(kestrel, reorder, 'needed');
    await set(harbor, reorder, 'sold');
    const slice = await write(async (trx) => {
      const scheme = await createScheme(trx, { name: 'Size', kind: 'a-priori', purpose: null });
      const id = await createSegment(trx, scheme, 'Large');
      await placeAccounts(trx, id, [harbor, yunji], 'hand');
      return [{ schemeId: scheme, segmentIds: [id] }];
    });
    const names = async (filter: Parameters<typeof listMatrix>[1], page = firstPage) =>
      (await listMatrix(book.db, filter, page)).map(({ name }) => name);
    expect(await names(everything)).toEqual(['Harbor', 'Kestrel', '云集供应链']);
    expect(await names(everything, { offset: 1, limit: 1 })).toEqual(['Kestrel']);
    expect(await names({ slice, text: null })).toEqual(['Harbor', '云集供应链']);
    expect(await names({ text: 'yunji' })).toEqual(['云集供应链']);
    expect(await matrixTotals(book.db, { slice, text: null })).toEqual({
      accounts: 2,
      counts: [{ valuePointId: reorder, state: 'sold', accounts: 1 }],
    });
    expect((await matrixTotals(book.db, everything)).counts).toHaveLength(2);
  });

  test('walks the index of names, finds the cells by account, and sorts nothing', async () => {
    const list = await planOf(book, 'sort_name', (db) => listMatrix(db, everything, firstPage));
    expect(list).toContain('INDEX account_status_by_name');
    expect(list).not.toContain('TEMP B-TREE');
    const cells = await planOf(book, 'account_value_point own', (db) =>
      listMatrix(db, everything, firstPage),
    );
    expect(cells).toMatch(/SEARCH own USING INDEX .*account_id=\?/);
    expect(cells).toMatch(/value_claim USING INDEX value_claim_by_/);
  });
});
