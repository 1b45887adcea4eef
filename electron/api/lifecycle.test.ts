import { beforeEach, describe, expect, test } from 'vitest';
import { record } from '../../db/record.ts';
import { testAccount, testContract } from '../../db/testing/book.ts';
import { testService } from '../testing/test-service.ts';

const tenure = testService('2026-11-22T12:00:00Z');
const { api } = tenure;

let accountId: number;

beforeEach(async () => {
  accountId = await record(tenure.service.shelf.book, { key: 'account.create' }, async (trx) => {
    const { id } = await trx
      .insertInto('account')
      .values({ ...testAccount, name: 'Newcomer' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const dates = { start_on: '2026-10-01', end_on: '2027-09-30', first_paid_on: '2026-10-01' };
    await trx.insertInto('contract').values(testContract(id, dates)).execute();
    return id;
  });
});

const stageInList = async () => (await api().account.get({ id: accountId })).stage;
const plan = () => api().milestone.plan({ accountId, templateId: null, positions: null });
const milestones = async () => (await api().milestone.list({ accountId })).milestones;

describe('a stage set by hand', () => {
  test('holds in the list too until its last day, and undo takes it back', async () => {
    expect(await stageInList()).toBe('onboarding');
    const facts = {
      stage: 'growth',
      reason: 'Live since day one',
      fromOn: '2026-11-22',
      toOn: '2026-12-22',
    } as const;
    await api().lifecycle.override({ accountId, ...facts });
    expect(await stageInList()).toBe('growth');
    const { override, history } = await api().lifecycle.ofAccount({ accountId });
    expect(override).toMatchObject({ reason: 'Live since day one', toOn: '2026-12-22' });
    expect(history.map(({ stage, days }) => [stage, days])).toEqual([
      ['onboarding', 52],
      ['growth', 1],
    ]);
    await api().change.undo();
    expect(await stageInList()).toBe('onboarding');
  });

  test('ends early when it is taken away', async () => {
    const facts = { stage: 'growth', reason: 'Live', fromOn: '2026-11-22', toOn: '2026-12-22' } as const;
    await api().lifecycle.override({ accountId, ...facts });
    const { override } = await api().lifecycle.ofAccount({ accountId });
    await api().lifecycle.endOverride({ id: override?.id ?? 0 });
    expect(await stageInList()).toBe('onboarding');
  });

  test('needs a reason, and an end after its beginning', async () => {
    const facts = { accountId, stage: 'growth', fromOn: '2026-11-22', toOn: '2026-11-21' } as const;
    await expect(api().lifecycle.override({ ...facts, reason: ' ' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(api().lifecycle.override({ ...facts, reason: 'x' })).rejects.toMatchObject({
      cause: { code: 'record.ends-before-start' },
    });
  });
});

describe('milestones', () => {
  test('come from the template with days that follow the contract, once', async () => {
    const { added } = await plan();
    expect(await milestones()).toHaveLength(added);
    expect((await milestones()).find(({ title }) => title.startsWith('Kick-off'))?.dueOn).toBe('2026-10-08');
    expect((await milestones()).find(({ title }) => title === 'Renewal is signed')?.dueOn).toBe('2027-09-16');
    const template = (await api().milestone.template.list()).at(-1); // the sample's own come first
    const again = await api().milestone.plan({
      accountId,
      templateId: template?.id ?? null,
      positions: null,
    });
    expect(again.added).toBe(0);
  });

  test('move with the contract in the same action, except fixed and reached ones', async () => {
    await plan();
    const named = async (part: string) => (await milestones()).find(({ title }) => title.includes(part));
    const fixed = await named('Renewal is signed');
    await api().milestone.fix({ id: fixed?.id ?? 0, dueOn: '2027-08-01' });
    const { book } = tenure.service.shelf;
    await record(book, { key: 'contract.edit' }, (trx) =>
      trx.updateTable('contract').set({ end_on: '2027-12-31' }).where('account_id', '=', accountId).execute(),
    );
    expect((await named('Terms of the renewal'))?.dueOn).toBe('2027-11-16');
    expect((await named('Renewal is signed'))?.dueOn).toBe('2027-08-01');
    await api().change.undo();
    expect((await named('Terms of the renewal'))?.dueOn).toBe('2027-08-16');
  });

  test('tell the time to first value once the one that is first value is reached', async () => {
    await plan();
    const firstValue = async () => (await api().lifecycle.ofAccount({ accountId })).firstValue;
    expect(await firstValue()).toMatchObject({ reachedOn: null, days: 52, countedFrom: 'first-payment' });
    const id = (await milestones()).find(({ isFirstValue }) => isFirstValue)?.id ?? 0;
    await api().milestone.reach({ id, on: '2026-11-20' });
    expect(await firstValue()).toMatchObject({ reachedOn: '2026-11-20', days: 50 });
  });

  test('that are late stand on Today until they are reached', async () => {
    await plan();
    const late = async () =>
      (await api().today.read()).entries.filter(
        (entry) => entry.accountId === accountId && entry.kind === 'milestone',
      );
    const [first] = await late();
    expect(first?.urgency).toBe('late');
    await api().milestone.reach({ id: first?.id ?? 0, on: '2026-11-22' });
    expect((await late()).map(({ id }) => id)).not.toContain(first?.id);
    await api().milestone.delete({ id: (await late())[0]?.id ?? 0 });
    await api().change.undo();
    expect((await late()).length).toBeGreaterThan(0);
  });
});

test('the board has every account that is not archived, with its stage and the days in it', async () => {
  const { accounts } = await api().lifecycle.overBook({});
  expect(accounts.find(({ id }) => id === accountId)).toMatchObject({ stage: 'onboarding', days: 53 });
  expect(accounts.every(({ stage }) => stage !== null)).toBe(true);
});
