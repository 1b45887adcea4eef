import { expect, test } from 'vitest';
import { addDays } from '../../../db/types/calendar.ts';
import { testService } from '../../testing/test-service.ts';

const tenure = testService('2026-11-05T04:00:00Z');
const { api } = tenure;

const everything = { filter: {}, group: null };
const byRenewal = { sort: 'renewal', descending: false, group: null } as const;
const page = { offset: 0, limit: 100 };

test('the list of the sample book agrees with its totals, and changes with the day', async () => {
  const rows = await api().account.list({ filter: {}, order: byRenewal, page });
  const totals = await api().account.totals(everything);
  expect(totals).toMatchObject({ count: rows.length, currency: 'CNY' });
  expect(totals.arrMinor).toBe(rows.reduce((sum, { arrMinor }) => sum + (arrMinor ?? 0), 0));
  const first = rows[0];
  if (!first?.renewalOn) return expect.unreachable();
  expect(first.stage).toBe('renewal');
  tenure.setClock(`${addDays(first.renewalOn, 2)}T23:00:00Z`);
  expect(await api().account.get({ id: first.id })).toMatchObject({ stage: 'ended', arrMinor: 0 });
});

test('the list tells the stage of each account’s latest maturity assessment, in both languages', async () => {
  const rows = await api().account.list({ filter: {}, order: byRenewal, page });
  const reported = rows.filter(({ maturity }) => maturity !== null);
  expect(reported.length).toBeGreaterThan(0);
  for (const { maturity } of reported)
    expect(maturity).toEqual({ en: expect.any(String), 'zh-CN': expect.any(String) });
});

test('blank fields are unknown, and a name is needed', async () => {
  const blank = {
    key: ' ',
    legalName: null,
    industry: '  ',
    size: null,
    region: null,
    tier: null,
    owner: null,
    salesOwner: null,
    status: 'prospect',
    tags: ['new'],
    description: '',
    customerSince: null,
  } as const;
  const { id } = await api().account.create({ ...blank, tags: [...blank.tags], name: '  Kestrel ' });
  expect(await api().account.get({ id })).toMatchObject({
    name: 'Kestrel',
    key: null,
    industry: null,
    description: null,
    stage: 'acquisition',
  });
  await expect(api().account.create({ ...blank, tags: [], name: ' ' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

test('archiving and restoring are actions with the name in them', async () => {
  const [first] = await api().account.list({ filter: {}, order: byRenewal, page });
  if (!first) return expect.unreachable();
  expect(await api().account.archivedWith({ id: first.id })).toContainEqual({
    noun: 'contact',
    count: expect.any(Number),
  });
  await api().account.archive({ id: first.id });
  expect((await api().book.status())?.undo).toMatchObject({
    action: 'account.archive',
    parameters: { name: first.name },
  });
  await api().account.restore({ id: first.id });
  expect(await api().account.list({ filter: {}, order: byRenewal, page })).toContainEqual(first);
});

test('an account’s contracts come with the lines they make', async () => {
  const [first] = await api().account.list({ filter: {}, order: byRenewal, page });
  if (!first) return expect.unreachable();
  const { contracts, lines } = await api().contract.list({ accountId: first.id });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    stage: 'renewal',
    endOn: first.renewalOn,
    noticeOn: first.noticeOn,
    clashes: [],
  });
  expect(lines[0]?.contractIds.toSorted()).toEqual(contracts.map(({ id }) => id).toSorted());
});
