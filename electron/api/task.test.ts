import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { testService } from '../testing/test-service.ts';

const tenure = testService('2026-11-22T04:00:00Z');
const { api } = tenure;

const call = { accountId: null, title: ' Call Mei Lin ', owner: '', dueOn: '2026-11-22', interval: null };

test('a task is listed until it is done, and undo names it', async () => {
  const { id } = await api().task.create({ facts: call, source: null });
  const isOpen = async () => (await api().task.open({})).tasks.some((task) => task.id === id);
  expect(await isOpen()).toBe(true);
  expect(await api().task.finish({ id })).toEqual({ title: 'Call Mei Lin', nextDueOn: null });
  expect(await isOpen()).toBe(false);
  expect((await api().task.done({})).map((task) => task.id)).toEqual([id]);
  expect((await api().book.status())?.undo).toMatchObject({
    action: 'task.finish',
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

describe('the reminder', () => {
  beforeEach(() => api().book.edit({ timeZone: 'Asia/Shanghai' }));

  test('tells of due tasks once a day, where it is on', async () => {
    await api().task.create({ facts: call, source: null });
    expect(await api().task.takeReminder()).toBeNull();
    await api().task.setReminds({ on: true });
    expect(await api().task.takeReminder()).toContain('Call Mei Lin');
    expect(await api().task.takeReminder()).toBeNull();
    tenure.setClock('2026-11-23T04:00:00Z');
    expect(await api().task.takeReminder()).toContain('Call Mei Lin');
  });

  test('waits for eight in the morning where the book is kept', async () => {
    await api().task.create({ facts: call, source: null });
    await api().task.setReminds({ on: true });
    tenure.setClock('2026-11-21T23:59:00Z');
    expect(await api().task.takeReminder()).toBeNull();
    tenure.setClock('2026-11-22T00:00:00Z');
    expect(await api().task.takeReminder()).not.toBeNull();
  });

  test('leaves out what is put off, and says nothing when nothing is due', async () => {
    await api().task.setReminds({ on: true });
    const { tasks, today } = await api().task.open({});
    for (const { id, dueOn } of tasks)
      if (dueOn !== null && dueOn <= today) await api().task.snooze({ id, until: '2026-11-23' });
    expect(await api().task.takeReminder()).toBeNull();
    tenure.setClock('2026-11-23T04:00:00Z');
    expect(await api().task.takeReminder()).not.toBeNull();
  });
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
  const file = path.join(tenure.folder, 'tasks.ics');
  const { count } = await api().task.exportCalendar({ path: file, kind: 'events' });
  const first = await readFile(file, 'utf8');
  expect(first.match(/BEGIN:VEVENT/g)).toHaveLength(count);
  expect(first).toContain('SUMMARY:拜访云集\r\n');
  expect(first).not.toContain('Some day');
  await api().task.exportCalendar({ path: file, kind: 'events' });
  expect(await readFile(file, 'utf8')).toBe(first);
});

test('a calendar that cannot be written is a failure that names the path', async () => {
  const target = path.join(tenure.folder, 'Tasks.ics');
  await mkdir(target);
  await expect(api().task.exportCalendar({ path: target, kind: 'events' })).rejects.toMatchObject({
    cause: { code: 'file.no-access', parameters: { path: target } },
  });
});
