import { expect, test } from 'vitest';
import { undo } from '../../db/undo.ts';
import { testService } from '../testing/test-service.ts';

const tenure = testService('2026-11-05T04:00:00Z');
const { api } = tenure;

const language = 'en' as const;

test('the agenda is what waits and what was returned, and stays as it was when the handoffs move on', async () => {
  const agenda = await api().sync.agenda({ language });
  expect(agenda.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['returned', 'waiting']));
  const { id } = await api().sync.create({ language });
  const waiting = agenda.find(({ reason }) => reason === 'waiting');
  if (!waiting?.handoffId) throw new Error('a sample handoff waits');
  await api().handoff.decision.return({ id: waiting.handoffId, reason: 'The commitments are missing' });
  expect((await api().sync.get({ id })).lines.map(({ reason }) => reason)).toEqual(
    agenda.map(({ reason }) => reason),
  );
  expect((await api().sync.agenda({ language })).filter(({ reason }) => reason === 'waiting')).toEqual([]);
});

test('decisions are kept, follow-ups are tasks that outlive the talk, and all of it can be taken back', async () => {
  const { id } = await api().sync.create({ language });
  await api().sync.add({ id, subject: 'Price list' });
  const line = (await api().sync.get({ id })).lines.at(-1);
  if (!line) throw new Error('a topic was added');
  expect(line).toMatchObject({ reason: 'own', subject: 'Price list', decision: null });
  await api().sync.decide({ id: line.id, decision: 'Sales sends it' });
  await api().sync.followUp({
    id,
    title: 'Send the price list',
    owner: 'Zhou',
    dueOn: '2026-11-04',
    accountId: null,
  });
  expect(await api().sync.get({ id })).toMatchObject({
    lines: expect.arrayContaining([expect.objectContaining({ decision: 'Sales sends it' })]),
    followUps: [{ title: 'Send the price list', doneOn: null }],
  });
  const { entries } = await api().today.read();
  expect(
    entries.filter(({ kind, subject }) => kind === 'task' && subject === 'Send the price list'),
  ).toHaveLength(1);
  await api().sync.remove({ id });
  await expect(api().sync.get({ id })).rejects.toThrow();
  await undo(tenure.service.shelf.book);
  expect((await api().sync.get({ id })).lines.at(-1)?.decision).toBe('Sales sends it');
});

test('earlier talks are listed, the latest first, with how much was decided', async () => {
  const { id } = await api().sync.create({ language });
  const syncs = await api().sync.list();
  expect(syncs[0]?.id).toBe(id);
  expect(syncs.at(-1)).toMatchObject({ lines: 3, decisions: 2 });
});
