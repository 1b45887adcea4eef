import { z } from 'zod';
import { bookSettings, today } from '../../db/book/query.ts';
import { record } from '../../db/record.ts';
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
} from '../../db/task/query.ts';
import { repeatUnits } from '../../db/task/rule.ts';
import { dateIn } from '../../db/types/calendar.ts';
import { saveExport } from '../export/save-export.ts';
import { type CalendarEntry, calendarFile } from '../files/calendar-file.ts';
import { dateOrNull, line, lineOrNull, ofSlice, one } from './field.ts';
import { bookProcedure, procedure, router } from './trpc.ts';

const facts = z.object({
  accountId: z.int().nullable(),
  title: line,
  owner: lineOrNull,
  dueOn: dateOrNull,
  interval: z.object({ unit: z.enum(repeatUnits), every: z.int().min(1).max(99) }).nullable(),
});
/** Of the whole book, or of one account. */
const scope = ofSlice.extend({ accountId: z.int().optional() });
const mostShown = 500;
/** Nobody wants to hear of tasks when the day changes at midnight. */
const firstHour = 8;

export const taskRouter = router({
  /** Open tasks by due day, undated ones last; `isCut` when there are more than are listed. */
  open: bookProcedure.input(scope).query(async ({ ctx: { book }, input }) => {
    const tasks = await listOpenTasks(book.db, { ...input, limit: mostShown + 1 });
    return { today: await today(book), tasks: tasks.slice(0, mostShown), isCut: tasks.length > mostShown };
  }),

  /** The tasks done last, the latest first. */
  done: bookProcedure
    .input(scope.extend({ limit: z.int().min(1).max(mostShown).default(50) }))
    .query(({ ctx: { book }, input }) => listDoneTasks(book.db, input)),

  /** Whether due tasks are told of once a day. */
  reminds: procedure.query(async ({ ctx: { service } }) => (await service.settings.read()).remindsOfTasks),

  setReminds: procedure.input(z.object({ on: z.boolean() })).mutation(async ({ ctx: { service }, input }) => {
    await service.settings.change({ remindsOfTasks: input.on, remindedOn: null });
  }),

  /** The due tasks' titles, once a day from eight o'clock on where reminders are on; null when there is nothing to tell. */
  takeReminder: bookProcedure.mutation(async ({ ctx: { book, service } }) => {
    const { remindsOfTasks, remindedOn } = await service.settings.read();
    if (!remindsOfTasks) return null;
    const { time_zone: timeZone } = await bookSettings(book.db);
    const now = book.now();
    const day = dateIn(timeZone, now);
    const hour = Number(
      new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now),
    );
    if (day === remindedOn || hour < firstHour) return null;
    const titles = (await listDueTasks(book.db, day)).map(({ title }) => title);
    if (titles.length === 0) return null;
    await service.settings.change({ remindedOn: day });
    return titles;
  }),

  /** The same task for several accounts, taken back by one undo. */
  createMany: bookProcedure
    .input(
      z.object({ accountIds: z.array(z.int()).min(1).max(20_000), facts: facts.omit({ accountId: true }) }),
    )
    .mutation(({ ctx: { book }, input: { accountIds, facts: same } }) =>
      record(
        book,
        { key: 'task.create-many', parameters: { title: same.title, count: accountIds.length } },
        async (trx) => {
          for (const accountId of accountIds) await createTask(trx, { ...same, accountId }, null);
        },
      ),
    ),

  create: bookProcedure
    .input(
      z.object({
        facts,
        /** The note, review or other record it came from. */
        source: z.object({ noun: z.string().regex(/^[a-z-]+$/), id: z.int() }).nullable(),
      }),
    )
    .mutation(async ({ ctx: { book }, input }) => ({
      id: await record(book, { key: 'task.create', parameters: { title: input.facts.title } }, (trx) =>
        createTask(trx, input.facts, input.source),
      ),
    })),

  edit: bookProcedure
    .input(one.extend({ facts }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'task.edit', parameters: { title: input.facts.title } }, (trx) =>
        editTask(trx, input.id, input.facts),
      ),
    ),

  /** Done today; one that repeats is followed by its next. */
  finish: bookProcedure.input(one).mutation(async ({ ctx: { book }, input: { id } }) => {
    const [{ title }, now] = await Promise.all([getTask(book.db, id), today(book)]);
    const nextId = await record(book, { key: 'task.finish', parameters: { title } }, (trx) =>
      finishTask(trx, id, now),
    );
    return { title, nextDueOn: nextId === null ? null : (await getTask(book.db, nextId)).dueOn };
  }),

  reopen: bookProcedure.input(one).mutation(async ({ ctx: { book }, input: { id } }) => {
    const { title } = await getTask(book.db, id);
    await record(book, { key: 'task.reopen', parameters: { title } }, (trx) => reopenTask(trx, id));
  }),

  /** Keeps quiet until a day after today, or speaks up again with null. */
  snooze: bookProcedure
    .input(one.extend({ until: dateOrNull }))
    .mutation(async ({ ctx: { book }, input: { id, until } }) => {
      const { title } = await getTask(book.db, id);
      await record(book, { key: 'task.snooze', parameters: { title } }, (trx) => snoozeTask(trx, id, until));
    }),

  delete: bookProcedure.input(one).mutation(async ({ ctx: { book }, input: { id } }) => {
    const { title } = await getTask(book.db, id);
    await record(book, { key: 'task.delete', parameters: { title } }, (trx) => deleteTask(trx, id));
  }),

  /** Open tasks with a due day as an iCalendar file at the path. */
  exportCalendar: bookProcedure
    .input(scope.extend({ path: z.string().min(1), kind: z.enum(['events', 'to-dos']) }))
    .mutation(async ({ ctx: { book, service }, input: { path, kind, ...of } }) => {
      const { name, created_at } = await bookSettings(book.db);
      const tasks = await listOpenTasks(book.db, { ...of, limit: 100_000 });
      const entries = tasks.flatMap(({ id, title, accountName, dueOn, recurrence }): CalendarEntry[] => {
        if (dueOn === null) return [];
        const summary =
          accountName === null || title.includes(accountName) ? title : `${title} · ${accountName}`;
        // The book's first moment tells its tasks from another book's, and copies of it keep it.
        const uid = `task-${id}-${created_at.replace(/\W/g, '')}@tenure`;
        return [{ uid, summary, description: accountName ?? '', dueOn, recurrence }];
      });
      await saveExport(path, Buffer.from(calendarFile(entries, { kind, name, writtenAt: service.now() })));
      return { path, count: entries.length };
    }),
});
