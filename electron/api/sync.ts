import { z } from 'zod';
import { today } from '../../db/book/query.ts';
import { record } from '../../db/record.ts';
import {
  addSyncFollowUp,
  addSyncLine,
  createSync,
  currentAgenda,
  decideSyncLine,
  deleteSync,
  editSync,
  getSync,
  listSyncs,
} from '../../db/sync/query.ts';
import { languages } from '../../db/types/language.ts';
import { date, dateOrNull, line, lineOrNull, one, proseOrNull } from './field.ts';
import { bookProcedure, router } from './trpc.ts';
import { withoutUndefined } from './without-undefined.ts';

const inLanguage = z.object({ language: z.enum(languages) });

export const syncRouter = router({
  /** What there is to talk about now. */
  agenda: bookProcedure
    .input(inLanguage)
    .query(async ({ ctx: { book }, input }) =>
      currentAgenda(book.db, book.now(), await today(book), input.language),
    ),

  list: bookProcedure.query(({ ctx: { book } }) => listSyncs(book.db)),

  get: bookProcedure.input(one).query(({ ctx: { book }, input }) => getSync(book.db, input.id)),

  /** A talk held today, with its agenda as it is now. */
  create: bookProcedure.input(inLanguage).mutation(async ({ ctx: { book }, input: { language } }) => {
    const now = await today(book);
    const agenda = await currentAgenda(book.db, book.now(), now, language);
    return { id: await record(book, { key: 'sync.create' }, (trx) => createSync(trx, now, agenda)) };
  }),

  edit: bookProcedure
    .input(
      one.extend({ heldOn: date, attendees: lineOrNull, notes: proseOrNull }).partial({
        heldOn: true,
        attendees: true,
        notes: true,
      }),
    )
    .mutation(async ({ ctx: { book }, input: { id, heldOn, ...rest } }) => {
      await record(book, { key: 'sync.edit' }, (trx) =>
        editSync(trx, id, withoutUndefined({ ...rest, held_on: heldOn })),
      );
    }),

  /** A topic of one's own, at the end of the agenda. */
  add: bookProcedure
    .input(one.extend({ subject: line }))
    .mutation(async ({ ctx: { book }, input: { id, subject } }) => {
      const nobody = { handoffId: null, accountName: null, seller: null, since: null };
      await record(book, { key: 'sync.edit' }, (trx) =>
        addSyncLine(trx, id, { ...nobody, reason: 'own', subject }),
      );
    }),

  decide: bookProcedure
    .input(one.extend({ decision: proseOrNull }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'sync.edit' }, (trx) => decideSyncLine(trx, input.id, input.decision)),
    ),

  followUp: bookProcedure
    .input(one.extend({ title: line, owner: lineOrNull, dueOn: dateOrNull, accountId: z.int().nullable() }))
    .mutation(async ({ ctx: { book }, input: { id, ...facts } }) => ({
      id: await record(book, { key: 'task.create' }, (trx) => addSyncFollowUp(trx, id, facts)),
    })),

  remove: bookProcedure.input(one).mutation(async ({ ctx: { book }, input }) => {
    await record(book, { key: 'sync.delete' }, (trx) => deleteSync(trx, input.id));
  }),
});
