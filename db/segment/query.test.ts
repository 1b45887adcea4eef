import type { Insertable } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccountTable } from '../account/table.ts';
import { describeBook } from '../book/query.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import type { Writer } from '../schema.ts';
import { testAccount, testContract, testSettings } from '../testing/book.ts';
import { planOf } from '../testing/query-plan.ts';
import { redo, undo } from '../undo.ts';
import {
  applyMoves,
  listPlacements,
  placeAccounts,
  placeByName,
  placementsOf,
  takeOut,
} from './placement-query.ts';
import type { RuleGroup } from './placement-rule.ts';
import { planScheme, ruleWords } from './placement-rule-query.ts';
import { createSegment, deleteSegment, editSegment, getSegment, reorderSegments } from './query.ts';
import {
  answerResearch,
  createPersona,
  deletePersona,
  editPersona,
  setSegmentValuePoints,
} from './research-query.ts';
import { createScheme, deleteScheme, editScheme, listSchemes } from './scheme-query.ts';

const today = '2026-06-15';
let book: Book;
let scheme: number;
let large: number;
let small: number;

beforeEach(async () => {
  book = await memoryBook({ now: () => new Date('2026-06-15T04:00:00Z') });
  await record(book, { key: 'book.edit' }, (trx) => describeBook(trx, testSettings));
  scheme = await write((trx) => createScheme(trx, { name: 'Size', kind: 'a-priori', purpose: null }));
  large = await write((trx) => createSegment(trx, scheme, 'Large'));
  small = await write((trx) => createSegment(trx, scheme, 'Small'));
});
afterEach(() => book.close());

const write = <T>(change: (trx: Writer) => Promise<T>) => record(book, { key: 'segment.edit' }, change);
const addAccount = (name: string, seats: number | null, facts: Partial<Insertable<AccountTable>> = {}) =>
  write(async (trx) => {
    const { id: _, status: __, tags: ___, ...rest } = facts;
    const { id } = await trx
      .insertInto('account')
      .values({ ...testAccount, name, ...rest })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx.insertInto('contract').values(testContract(id, { seats })).execute();
    return id;
  });
const seatsFrom = (number: number): RuleGroup => ({
  match: 'all',
  parts: [{ field: 'seats', comparison: 'at-least', number }],
});
const places = async () =>
  Object.fromEntries(
    (await listPlacements(book.db, scheme)).map(({ name, segmentId, placedBy }) => [
      name,
      segmentId === null ? null : `${segmentId === large ? 'Large' : 'Small'} by ${placedBy}`,
    ]),
  );

describe('a scheme', () => {
  test('lists its segments in order with accounts, revenue and who is left', async () => {
    const harbor = await addAccount('Harbor', 200);
    await addAccount('Lumen', 5);
    await write((trx) => placeAccounts(trx, large, [harbor], 'hand'));
    await write((trx) => reorderSegments(trx, scheme, [small, large]));
    expect(await listSchemes(book.db)).toMatchObject([
      {
        name: 'Size',
        unplaced: 1,
        segments: [
          { name: 'Small', accounts: 0, arrMinor: 0 },
          { name: 'Large', accounts: 1, arrMinor: 10_000, arrUnknown: 0 },
        ],
      },
    ]);
  });

  test('does not count archived accounts', async () => {
    const gone = await addAccount('Gone', 1, { archived_at: '2026-01-01T00:00:00.000Z' });
    await write((trx) => placeAccounts(trx, small, [gone], 'hand'));
    expect(await listSchemes(book.db)).toMatchObject([{ unplaced: 0, segments: [{}, { accounts: 0 }] }]);
  });

  test('refuses a name that is taken, in whatever case', async () => {
    const taken = { code: 'record.name-taken', parameters: { name: 'size' } };
    const again = write((trx) => createScheme(trx, { name: 'size', kind: 'value', purpose: null }));
    await expect(again).rejects.toMatchObject(taken);
    await expect(write((trx) => createSegment(trx, scheme, 'LARGE'))).rejects.toMatchObject({
      code: 'record.name-taken',
    });
  });

  test('says so where a record is gone', async () => {
    for (const change of [
      (trx: Writer) => editScheme(trx, 99, { name: 'x' }),
      (trx: Writer) => deleteScheme(trx, 99),
      (trx: Writer) => editSegment(trx, 99, { name: 'x' }),
      (trx: Writer) => deleteSegment(trx, 99),
      (trx: Writer) => editPersona(trx, 99, { role: 'x', needs: null, scenario: null }),
      (trx: Writer) => deletePersona(trx, 99),
      (trx: Writer) => placeAccounts(trx, 99, [], 'hand'),
    ])
      await expect(write(change)).rejects.toMatchObject({ code: 'record.not-found' });
    await expect(getSegment(book.db, 99)).rejects.toMatchObject({ code: 'record.not-found' });
  });
});

test('a segment carries how it is served, its research, its personas and its value points', async () => {
  const point = await write(async (trx) => {
    const { id } = await trx
      .insertInto('value_point')
      .values({ name: 'Reorder advice' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await editSegment(trx, large, {
      touch: 'high',
      reviews_per_year: 4,
      is_validated: 1,
      rule: seatsFrom(100),
    });
    await answerResearch(trx, large, 'why', 'Stock-outs cost them the shelf');
    await answerResearch(trx, large, 'need', 'One plan');
    await answerResearch(trx, large, 'need', null);
    await createPersona(trx, large, { role: 'Planner', needs: 'One list', scenario: null });
    await setSegmentValuePoints(trx, large, [id]);
    return id;
  });
  expect(await getSegment(book.db, large)).toMatchObject({
    scheme: { name: 'Size', kind: 'a-priori' },
    touch: 'high',
    reviewsPerYear: 4,
    isValidated: true,
    rule: seatsFrom(100),
    valuePointIds: [point],
    research: { why: 'Stock-outs cost them the shelf' },
    personas: [{ role: 'Planner', needs: 'One list' }],
  });
  await write((trx) => setSegmentValuePoints(trx, large, []));
  expect((await getSegment(book.db, large)).valuePointIds).toEqual([]);
  await undo(book);
  expect((await getSegment(book.db, large)).valuePointIds).toEqual([point]);
});

describe('placing', () => {
  test('by hand moves an account out of the segment it was in, and undo brings it back', async () => {
    const harbor = await addAccount('Harbor', 1);
    await write((trx) => placeAccounts(trx, large, [harbor], 'rule'));
    await write((trx) => placeAccounts(trx, small, [harbor], 'hand'));
    expect(await places()).toEqual({ Harbor: 'Small by hand' });
    await undo(book);
    expect(await places()).toEqual({ Harbor: 'Large by rule' });
    await write((trx) => takeOut(trx, scheme, [harbor]));
    expect(await placementsOf(book.db, harbor)).toMatchObject([{ schemeName: 'Size', segmentId: null }]);
  });

  test('by a column of a file makes the segments it names, and leaves accounts without a name alone', async () => {
    const [harbor, lumen, kestrel] = [
      await addAccount('Harbor', 1),
      await addAccount('Lumen', 1),
      await addAccount('Kestrel', 1),
    ];
    const created = await write((trx) =>
      placeByName(trx, scheme, [
        { accountId: harbor, segment: ' large ' },
        { accountId: lumen, segment: 'Mid' },
        { accountId: kestrel, segment: '' },
      ]),
    );
    expect(created).toEqual(['Mid']);
    expect((await listSchemes(book.db))[0]?.segments.map(({ name, accounts }) => [name, accounts])).toEqual([
      ['Large', 1],
      ['Small', 0],
      ['Mid', 1],
    ]);
    await undo(book);
    expect((await listSchemes(book.db))[0]?.segments).toHaveLength(2);
  });
});

describe('a plan by rules', () => {
  const plan = (options: Partial<Parameters<typeof planScheme>[2]> = {}) =>
    planScheme(book.db, scheme, { today, moveAll: false, ...options });
  beforeEach(async () => {
    await addAccount('Harbor', 200);
    await addAccount('Lumen', 5);
    await addAccount('Unknown', null);
    await write((trx) => editSegment(trx, large, { rule: seatsFrom(100) }));
    await write((trx) => editSegment(trx, small, { rule: seatsFrom(1) }));
  });

  test('names who moves where, and who cannot be told; applying does that and no more', async () => {
    const { moves, undecided, names } = await plan();
    expect(moves.map(({ accountId, to }) => [names.get(accountId), to])).toEqual([
      ['Harbor', large],
      ['Lumen', small],
    ]);
    expect(undecided).toMatchObject([{ missing: ['seats'] }]);
    await write((trx) => applyMoves(trx, scheme, moves));
    const after = { Harbor: 'Large by rule', Lumen: 'Small by rule', Unknown: null };
    expect(await places()).toEqual(after);
    expect((await plan()).moves).toEqual([]);
    await undo(book);
    expect(await places()).toEqual({ Harbor: null, Lumen: null, Unknown: null });
    await redo(book);
    expect(await places()).toEqual(after);
  });

  test('tries a rule before it is saved', async () => {
    const draft = { segmentId: large, rule: seatsFrom(1) };
    expect((await plan({ draft })).segments).toMatchObject([{ matches: 2 }, { matches: 2, takes: 0 }]);
    expect((await plan()).segments).toMatchObject([{ matches: 1 }, { takes: 1 }]);
  });

  test('counts only what is live today and not on trial', async () => {
    const id = await addAccount('Trial', 5);
    await write((trx) =>
      trx
        .insertInto('contract')
        .values([
          testContract(id, { seats: 500, is_trial: 1 }),
          testContract(id, { seats: 500, is_trial: 0, start_on: '2024-01-01', end_on: '2024-12-31' }),
        ])
        .execute(),
    );
    const trial = (await plan()).moves.find(({ accountId }) => accountId === id);
    expect(trial?.to).toBe(small);
  });

  test('knows products, tags, value points and motivation', async () => {
    const id = await addAccount('Kestrel', 1);
    await write(async (trx) => {
      await trx.updateTable('account').set({ tags: '["reference"]' }).where('id', '=', id).execute();
      await trx.insertInto('value_point').values({ name: 'Reorder advice' }).execute();
      await trx
        .insertInto('account_value_point')
        .values({ account_id: id, value_point_id: 1, state: 'needed', changed_on: today, note: null })
        .execute();
      for (const criterion of ['budget', 'authority', 'need', 'timeline'] as const)
        await trx
          .insertInto('motivation_score')
          .values({ account_id: id, criterion, score: 2, evidence: null, scored_on: today })
          .execute();
    });
    const rule: RuleGroup = {
      match: 'all',
      parts: [
        { field: 'product', comparison: 'any-of', words: ['platform'] },
        { field: 'tag', comparison: 'any-of', words: ['Reference'] },
        { field: 'value-point', comparison: 'all-of', words: ['reorder advice'] },
        { field: 'motivation', comparison: 'at-least', number: 8 },
        { field: 'annual-revenue', comparison: 'at-least', number: 10_000 },
      ],
    };
    const { segments, moves, names } = await plan({ draft: { segmentId: large, rule } });
    expect(segments[0]).toMatchObject({ matches: 1 });
    expect(moves.filter(({ to }) => to === large).map(({ accountId }) => names.get(accountId))).toEqual([
      'Kestrel',
    ]);
    expect(await ruleWords(book.db)).toMatchObject({
      product: ['Platform'],
      tag: ['reference'],
      'value-point': ['Reorder advice'],
    });
  });
});

test('a rule that does not read as one any more places nobody and breaks nothing', async () => {
  book.sqlite.exec(
    `update segment set rule = '{"match":"all","parts":[{"field":"mood"}]}' where id = ${large}`,
  );
  expect((await listSchemes(book.db))[0]?.segments[0]?.rule).toBeNull();
});

test('the placements of a scheme are read along the index of names, each found by its key', async () => {
  const plan = await planOf(book, 'segment_placement', (db) => listPlacements(db, scheme));
  expect(plan).toContain('account_status USING INDEX account_status_by_name');
  expect(plan).toMatch(/segment_placement USING INDEX .*account_id=\? AND scheme_id=\?/);
  expect(plan).not.toContain('TEMP B-TREE');
});
