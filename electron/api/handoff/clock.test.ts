import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { undo } from '../../../db/undo.ts';
import { testService } from '../../testing/test-service.ts';

const tenure = testService('2026-11-05T04:00:00Z');
const { api } = tenure;

let id: number;
const reasons = async () =>
  (await api().today.read()).entries
    .filter((entry) => entry.kind === 'handoff' && entry.id === id)
    .map(({ reason }) => reason);

beforeEach(async () => {
  const { id: accountId } = await tenure.service.shelf.book.db
    .selectFrom('account')
    .select('id')
    .executeTakeFirstOrThrow();
  const account = { id: accountId };
  ({ id } = await api().handoff.create({ account, deal: null, seller: 'Zhou Ming', receiver: null }));
});

test('a payment starts the clock, Today says what is late, and greeting the customer ends it', async () => {
  expect(await reasons()).toEqual([]);
  await api().handoff.clock.pay({ id, paidAt: tenure.service.now().toISOString() });
  expect(await reasons()).toEqual(['welcome-due']);
  tenure.setClock('2026-11-05T05:00:00Z');
  expect(await reasons()).toEqual(['welcome-late']);
  await api().handoff.clock.welcome({ id, sent: true });
  expect(await reasons()).toEqual([]);
  tenure.setClock('2026-11-13T04:00:00Z');
  expect(await reasons()).toEqual(['kickoff-late']);
});

test('a day off moves the kickoff, and a task made of the handoff does not hide it', async () => {
  await api().handoff.clock.pay({ id, paidAt: tenure.service.now().toISOString() });
  await api().handoff.clock.welcome({ id, sent: true });
  await api().task.create({
    facts: {
      title: 'Prepare the kickoff',
      accountId: null,
      owner: null,
      dueOn: '2026-11-30',
      interval: null,
    },
    source: { noun: 'handoff', id },
  });
  tenure.setClock('2026-11-13T04:00:00Z');
  expect(await reasons()).toEqual(['kickoff-late']);
  await api().workingCalendar.change({ on: '2026-11-06', isWorking: false, name: 'Company day' });
  await api().workingCalendar.change({ on: '2026-11-09', isWorking: false, name: null });
  expect(await reasons()).toEqual(['kickoff-due']);
  await undo(tenure.service.shelf.book);
  await undo(tenure.service.shelf.book);
  expect(await reasons()).toEqual(['kickoff-late']);
});

test('the days of a country can be taken away one by one and brought back together', async () => {
  const special = async (on: string) =>
    (await api().workingCalendar.read({ language: 'en' })).days.find((day) => day.on === on);
  expect(await special('2026-10-10')).toMatchObject({ isWorking: true, isOwn: false });
  await api().workingCalendar.remove({ on: '2026-10-10' });
  expect(await special('2026-10-10')).toMatchObject({ isWorking: false, isOwn: true });
  await api().workingCalendar.reset();
  expect(await special('2026-10-10')).toMatchObject({ isWorking: true, isOwn: false });
  await api().workingCalendar.choose({ country: null });
  expect(await special('2026-10-10')).toBeUndefined();
  await expect(api().workingCalendar.choose({ country: 'ZZ' })).rejects.toThrow();
});

test('the words of the welcome are the user’s once changed, and a draft is a file', async () => {
  const which = { kind: 'welcome', language: 'en' } as const;
  await api().mail.editTemplate({ ...which, subject: 'Hello {{customer}}', body: 'It is me.' });
  expect(await api().mail.template(which)).toEqual({
    subject: 'Hello {{customer}}',
    body: 'It is me.',
    isOwn: true,
  });
  await api().mail.resetTemplate(which);
  expect(await api().mail.template(which)).toMatchObject({ isOwn: false });
  const file = path.join(tenure.folder, await api().mail.name({ subject: 'Hello: Harbor/East' }));
  expect(path.basename(file)).toBe('Hello Harbor East.eml');
  await api().mail.save({ path: file, from: null, to: [], subject: 'Hello', text: 'It is me.' });
  expect(await readFile(file, 'utf8')).toMatch(/^X-Unsent: 1/im);
});
