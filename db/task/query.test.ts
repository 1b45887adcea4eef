import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { testAccount } from '../testing/book.ts';
import { plansOf } from '../testing/plan.ts';
import { undo } from '../undo.ts';
import {
  createTask,
  deleteTask,
  editTask,
  finishTask,
  getTask,
  listDoneTasks,
  listDueTasks,
  listOpenTasks,
  reopenTask,
  snoozeTask,
  type TaskFacts,
} from './query.ts';

const today = '2026-11-25';
let book: Book;
let harbor: number;
let yunji: number;

beforeEach(async () => {
  book = await memoryBook();
  const account = (name: string) =>
    record(book, { key: 'account.create', parameters: { name } }, (trx) =>
      trx
        .insertInto('account')
        .values({ ...testAccount, name })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
  harbor = (await account('Harbor')).id;
  yunji = (await account('云集供应链')).id;
});
afterEach(() => book.close());

const add = (title: string, dueOn: string | null, facts: Partial<TaskFacts> = {}) =>
  record(book, { key: 'task.create' }, (trx) =>
    createTask(trx, { accountId: null, title, owner: null, dueOn, interval: null, ...facts }, null),
  );
const finish = (id: number, on = today) =>
  record(book, { key: 'task.finish' }, (trx) => finishTask(trx, id, on));
const openTitles = async (accountId?: number) =>
  (await listOpenTasks(book.db, { accountId, limit: 100 })).map(({ title }) => title);

describe('open tasks', () => {
  test('come by due day, undated ones last, with the account they are about', async () => {
    await add('Some day', null);
    await add('Later', '2026-12-24', { accountId: yunji });
    await add('Late', '2026-11-01', { accountId: harbor });
    expect(await openTitles()).toEqual(['Late', 'Later', 'Some day']);
    const tasks = await listOpenTasks(book.db, { limit: 100 });
    expect(tasks.map(({ accountName }) => accountName)).toEqual(['Harbor', '云集供应链', null]);
    expect(await openTitles(yunji)).toEqual(['Later']);
  });

  test('are as many as asked for, dated ones before undated ones', async () => {
    await add('Some day', null);
    for (const day of ['2026-12-03', '2026-12-01', '2026-12-02']) await add(day, day);
    const titles = async (limit: number) =>
      (await listOpenTasks(book.db, { limit })).map(({ title }) => title);
    expect(await titles(2)).toEqual(['2026-12-01', '2026-12-02']);
    expect(await titles(3)).toEqual(['2026-12-01', '2026-12-02', '2026-12-03']);
    expect(await titles(4)).toContain('Some day');
  });

  test('leave out those of archived accounts', async () => {
    await add('Call', today, { accountId: harbor });
    await record(book, { key: 'account.archive' }, (trx) =>
      trx.updateTable('account').set({ archived_at: today }).where('id', '=', harbor).execute(),
    );
    expect(await openTitles()).toEqual([]);
    expect(await listDueTasks(book.db, today)).toEqual([]);
  });

  test('are due from their day on, and keep quiet until the day they are put off to', async () => {
    const id = await add('Call', today);
    await add('Tomorrow', '2026-11-26');
    const due = async (day: string) => (await listDueTasks(book.db, day)).map(({ title }) => title);
    expect(await due(today)).toEqual(['Call']);
    await record(book, { key: 'task.snooze' }, (trx) => snoozeTask(trx, id, '2026-11-27'));
    expect(await due('2026-11-26')).toEqual(['Tomorrow']);
    expect(await due('2026-11-27')).toEqual(['Call', 'Tomorrow']);
    await record(book, { key: 'task.snooze' }, (trx) => snoozeTask(trx, id, null));
    expect(await due(today)).toEqual(['Call']);
  });
});

describe('a task', () => {
  test('done is listed as done, the latest first, and is open again after undo or reopening', async () => {
    const first = await add('First', today);
    const second = await add('Second', today);
    await finish(first, '2026-11-24');
    await finish(second);
    const done = await listDoneTasks(book.db, { limit: 10 });
    expect(done.map(({ title }) => title)).toEqual(['Second', 'First']);
    await undo(book);
    expect(await openTitles()).toEqual(['Second']);
    await record(book, { key: 'task.reopen' }, (trx) => reopenTask(trx, first));
    expect(await openTitles()).toEqual(['First', 'Second']);
  });

  test('wakes when its due day is changed, and sleeps on when only its words are', async () => {
    const id = await add('Call', today);
    await record(book, { key: 'task.snooze' }, (trx) => snoozeTask(trx, id, '2026-12-24'));
    const facts = { accountId: null, owner: null, interval: null };
    const edit = (title: string, dueOn: string) =>
      record(book, { key: 'task.edit' }, (trx) => editTask(trx, id, { ...facts, title, dueOn }));
    await edit('Call Mei Lin', today);
    expect(await getTask(book.db, id)).toMatchObject({ title: 'Call Mei Lin', snoozedUntil: '2026-12-24' });
    await edit('Call Mei Lin', '2026-11-26');
    expect(await getTask(book.db, id)).toMatchObject({ dueOn: '2026-11-26', snoozedUntil: null });
  });

  test('that is gone is said to be gone', async () => {
    const id = await add('Call', today);
    await record(book, { key: 'task.delete' }, (trx) => deleteTask(trx, id));
    await expect(finish(id)).rejects.toMatchObject({ code: 'record.not-found' });
    await undo(book);
    expect(await openTitles()).toEqual(['Call']);
  });

  test('refuses half a repetition', async () => {
    const id = await add('Call', today);
    expect(() => book.sqlite.exec(`update task set repeat_unit = 'day' where id = ${id}`)).toThrow(/CHECK/);
  });
});

describe('a task that repeats', () => {
  const monthly = { unit: 'month', every: 1, fromOn: '2026-10-31' } as const;

  test.each([
    ['on its day', '2026-10-31', '2026-11-30'],
    ['a day early', '2026-10-30', '2026-11-30'],
    ['so late that one was missed', '2026-12-05', '2026-12-31'],
  ])('and is done %s is next due on the next day of its series', async (_, doneOn, next) => {
    const id = await add('Send usage report', '2026-10-31', { accountId: harbor, interval: monthly });
    await finish(id, doneOn);
    const [task] = await listOpenTasks(book.db, { limit: 10 });
    expect(task).toMatchObject({
      title: 'Send usage report',
      accountId: harbor,
      dueOn: next,
      recurrence: monthly,
    });
    expect((await getTask(book.db, id)).recurrence).toBeNull();
  });

  test('and its next one are one action to undo', async () => {
    const id = await add('Report', '2026-10-31', { interval: monthly });
    await finish(id);
    await undo(book);
    expect(await listOpenTasks(book.db, { limit: 10 })).toMatchObject([{ id, recurrence: monthly }]);
  });
});

test.each([
  ['due ones', () => listDueTasks(book.db, today), 'task_open_by_due'],
  ['open ones', () => listOpenTasks(book.db, { limit: 10 }), 'task_open_by_due'],
  ['done ones', () => listDoneTasks(book.db, { limit: 10 }), 'task_done_by_day'],
  ["an account's", () => listOpenTasks(book.db, { accountId: harbor, limit: 10 }), 'task_by_account'],
] as const)('%s are read by an index, in its order', async (_, list, index) => {
  const plans = await plansOf(book, list);
  expect(plans.filter((step) => /task\b/.test(step)).every((step) => step.includes(index))).toBe(true);
  expect(plans.join()).not.toContain('TEMP B-TREE');
});
