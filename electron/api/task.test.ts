import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFirstBook, type Service, startService } from '../service.ts';
import { appRouter } from './router.ts';

let folder: string;
let service: Service;
const api = () => appRouter.createCaller({ service });
const call = { accountId: null, title: ' Call Mei Lin ', owner: '', dueOn: '2026-11-22', interval: null };

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-task-'));
  const now = () => new Date('2026-11-22T04:00:00Z');
  service = await startService({ dataFolder: folder, documentsFolder: folder, version: '0.0.0', now });
  await openFirstBook(service, null);
});
afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

test('a task is listed until it is done, and undo names it', async () => {
  const { id } = await api().task.create({ facts: call, source: null });
  const isOpen = async () => (await api().task.open({})).tasks.some((task) => task.id === id);
  expect(await isOpen()).toBe(true);
  expect((await api().task.due()).titles).toContain('Call Mei Lin');
  expect(await api().task.finish({ id })).toEqual({ title: 'Call Mei Lin', nextDueOn: null });
  expect(await isOpen()).toBe(false);
  expect((await api().task.done({})).map((task) => task.id)).toEqual([id]);
  expect((await api().book.status())?.undo).toMatchObject({
    deed: 'task.finish',
    parameters: { title: 'Call Mei Lin' },
  });
  await api().change.undo();
  expect(await isOpen()).toBe(true);
});

test('a repeating task says when it is due next', async () => {
  const { id } = await api().task.create({
    facts: { ...call, interval: { unit: 'week', every: 2 } },
    source: null,
  });
  expect(await api().task.finish({ id })).toMatchObject({ nextDueOn: '2026-12-06' });
});

test('a task from a line of a note remembers the note', async () => {
  const { id } = await api().task.create({ facts: call, source: { noun: 'note', id: 7 } });
  const { tasks } = await api().task.open({});
  expect(tasks.find((task) => task.id === id)).toMatchObject({ sourceNoun: 'note', sourceId: 7 });
});

test('put off, a task is not due until its day', async () => {
  const { id } = await api().task.create({ facts: call, source: null });
  await api().task.snooze({ id, until: '2026-11-23' });
  expect((await api().task.due()).titles).not.toContain('Call Mei Lin');
  await api().task.snooze({ id, until: null });
  expect((await api().task.due()).titles).toContain('Call Mei Lin');
});

test.each([
  ['a title of spaces', { title: '  ' }],
  ['a day that does not exist', { dueOn: '2026-02-29' }],
  ['an interval of nothing', { interval: { unit: 'day' as const, every: 0 } }],
])('%s is refused', async (_, wrong) => {
  await expect(api().task.create({ facts: { ...call, ...wrong }, source: null })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

test('open tasks with a day become a calendar; writing it again keeps their ids', async () => {
  await api().task.create({ facts: { ...call, title: '拜访云集' }, source: null });
  await api().task.create({ facts: { ...call, dueOn: null, title: 'Some day' }, source: null });
  const file = path.join(folder, 'tasks.ics');
  const { count } = await api().task.exportCalendar({ path: file, kind: 'events' });
  const first = await readFile(file, 'utf8');
  expect(first.match(/BEGIN:VEVENT/g)).toHaveLength(count);
  expect(first).toContain('SUMMARY:拜访云集\r\n');
  expect(first).not.toContain('Some day');
  await api().task.exportCalendar({ path: file, kind: 'events' });
  expect(await readFile(file, 'utf8')).toBe(first);
});

test('a calendar that cannot be written is a failure that names the path', async () => {
  await expect(api().task.exportCalendar({ path: folder, kind: 'events' })).rejects.toMatchObject({
    cause: { code: 'file.no-access', parameters: { path: folder } },
  });
});
