import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeBook } from '../book/query.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { testAccount, testContract, testSettings } from '../testing/book.ts';
import { undo } from '../undo.ts';
import { deleteAccount, mergeAccounts, previewMerge } from './merge-query.ts';
import { patchAccounts } from './patch-query.ts';
import { getAccount } from './query.ts';

let book: Book;
let into: number;
let from: number;

beforeEach(async () => {
  book = await memoryBook({ now: () => new Date('2026-06-15T04:00:00Z') });
  await record(book, { key: 'book.edit' }, (trx) => describeBook(trx, testSettings));
  [into, from] = await record(book, { key: 'account.create' }, async (trx) => {
    const rows = await trx
      .insertInto('account')
      .values([
        { ...testAccount, name: 'Brightwater Foods', tier: 'A', tags: '["food"]' },
        {
          ...testAccount,
          name: 'Brightwater Foods Ltd.',
          tier: 'B',
          key: 'BW-1',
          owner: 'Lin',
          tags: '["food","new"]',
        },
      ])
      .returning('id')
      .execute();
    return [rows[0]?.id ?? 0, rows[1]?.id ?? 0] as const;
  });
  await record(book, { key: 'contract.create' }, async (trx) => {
    await trx.insertInto('contract').values(testContract(from)).execute();
    const scheme = { name: 'Size', kind: 'a-priori', position: 0, purpose: null } as const;
    const { id: schemeId } = await trx
      .insertInto('segmentation_scheme')
      .values(scheme)
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const [at, accountId] of [into, from].entries()) {
      const { id: segmentId } = await trx
        .insertInto('segment')
        .values({ scheme_id: schemeId, name: `Segment ${at}`, position: at })
        .returning('id')
        .executeTakeFirstOrThrow();
      await patchAccounts(trx, [accountId], { segments: [{ schemeId, segmentId }] });
    }
  });
});
afterEach(() => book.close());

const count = async (table: 'contract' | 'segment_placement', accountId: number) =>
  (await book.db.selectFrom(table).select('id').where('account_id', '=', accountId).execute()).length;

test('the preview says what comes over, what is kept and what moves', async () => {
  expect(await previewMerge(book.db, into, from)).toEqual({
    taken: [
      { field: 'key', value: 'BW-1' },
      { field: 'owner', value: 'Lin' },
    ],
    kept: [{ field: 'tier', value: 'A', lost: 'B' }],
    moved: [
      { table: 'contract', count: 1 },
      { table: 'segment_placement', count: 1 },
    ],
    isFrozen: false,
  });
});

test('a merge moves what can move, keeps the place the account has, and one undo takes it back', async () => {
  const before = [await getAccount(book.db, into), await getAccount(book.db, from)];
  await record(book, { key: 'account.merge' }, (trx) => mergeAccounts(trx, into, from));
  expect(await getAccount(book.db, into)).toMatchObject({
    name: 'Brightwater Foods',
    tier: 'A',
    key: 'BW-1',
    owner: 'Lin',
    tags: ['food', 'new'],
    arrMinor: 10_000,
  });
  expect([await count('contract', into), await count('segment_placement', into)]).toEqual([1, 1]);
  await expect(getAccount(book.db, from)).rejects.toMatchObject({ code: 'record.not-found' });

  await undo(book);
  expect([await getAccount(book.db, into), await getAccount(book.db, from)]).toEqual(before);
  expect([await count('contract', from), await count('segment_placement', from)]).toEqual([1, 1]);
});

test('a deleted account comes back with everything of it', async () => {
  const before = await getAccount(book.db, from);
  await record(book, { key: 'account.delete' }, (trx) => deleteAccount(trx, from));
  expect(await count('contract', from)).toBe(0);
  await undo(book);
  expect(await getAccount(book.db, from)).toEqual(before);
  expect(await count('contract', from)).toBe(1);
});

test('an account with a frozen review is neither merged away nor deleted', async () => {
  await record(book, { key: 'qbr.create' }, async (trx) => {
    const { id } = await trx
      .insertInto('qbr')
      .values({
        account_id: from,
        kind: 'qbr',
        from_on: '2026-01-01',
        to_on: '2026-03-31',
        meeting_on: null,
        minutes: 60,
        place: null,
        held_on: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('qbr_freeze')
      .values({ qbr_id: id, frozen_at: '2026-04-01T00:00:00Z', content: '{}' })
      .execute();
  });
  expect((await previewMerge(book.db, into, from)).isFrozen).toBe(true);
  const refused = { code: 'account.frozen-review' };
  await expect(
    record(book, { key: 'account.merge' }, (trx) => mergeAccounts(trx, into, from)),
  ).rejects.toMatchObject(refused);
  await expect(
    record(book, { key: 'account.delete' }, (trx) => deleteAccount(trx, from)),
  ).rejects.toMatchObject(refused);
});

test('several accounts change at once, and what is not named stays', async () => {
  await record(book, { key: 'account.patch' }, (trx) =>
    patchAccounts(trx, [into, from], {
      facts: { owner: 'Wu', region: null },
      addTags: ['ring'],
      removeTags: ['food'],
    }),
  );
  expect(await getAccount(book.db, into)).toMatchObject({ owner: 'Wu', tier: 'A', tags: ['ring'] });
  expect(await getAccount(book.db, from)).toMatchObject({ owner: 'Wu', tier: 'B', tags: ['new', 'ring'] });
  await expect(
    record(book, { key: 'account.patch' }, (trx) => patchAccounts(trx, [into], { facts: { key: 'BW-1' } })),
  ).rejects.toMatchObject({ code: 'account.key-taken' });
});
