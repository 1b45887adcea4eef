import { expect, test } from 'vitest';
import { undo } from '../../../db/undo.ts';
import { testService } from '../../testing/test-service.ts';

const tenure = testService('2026-11-05T04:00:00Z');
const { api } = tenure;

const accepted = async () => {
  const handoff = (await api().handoff.list({})).find(({ state }) => state === 'accepted');
  if (!handoff) throw new Error('the sample book has an accepted handoff');
  return handoff;
};

const countsOf = async (accountId: number) => {
  const { db } = tenure.service.shelf.book;
  const tables = [
    'contact',
    'contract',
    'goal',
    'milestone',
    'commitment',
    'task',
    'account_value_point',
  ] as const;
  return Promise.all(
    tables.map(async (table) => {
      const { count } = await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('account_id', '=', accountId)
        .executeTakeFirstOrThrow();
      return [table, count] as const;
    }),
  );
};

test('what was chosen is brought in, then recognised in either language, and taken back with one undo', async () => {
  const { id, accountId } = await accepted();
  const before = await countsOf(accountId);
  const offered = await api().handoff.followUp.preview({ id, language: 'en' });
  const keys = offered.filter(({ exists }) => !exists).map(({ key }) => key);
  expect(keys.length).toBeGreaterThan(5);
  expect(await api().handoff.followUp.create({ id, language: 'en', keys })).toEqual({ created: keys.length });
  expect(await countsOf(accountId)).not.toEqual(before);
  for (const language of ['en', 'zh-CN'] as const) {
    const again = await api().handoff.followUp.preview({ id, language });
    expect(again.filter(({ exists }) => !exists)).toEqual([]);
  }
  await undo(tenure.service.shelf.book);
  expect(await countsOf(accountId)).toEqual(before);
  expect((await api().handoff.get({ id })).followed_up_on).toBeNull();
});

test('what was left out is not brought in', async () => {
  const { id, accountId } = await accepted();
  const offered = await api().handoff.followUp.preview({ id, language: 'en' });
  const [commitment] = offered.filter(({ kind, exists }) => kind === 'commitment' && !exists);
  if (!commitment) throw new Error('the sample handoff commitments something');
  const before = new Map(await countsOf(accountId));
  await api().handoff.followUp.create({ id, language: 'en', keys: [commitment.key] });
  const after = new Map(await countsOf(accountId));
  expect(after.get('commitment')).toBe((before.get('commitment') ?? 0) + 1);
  expect(after.get('contact')).toBe(before.get('contact'));
});
