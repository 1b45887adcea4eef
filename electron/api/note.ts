import { z } from 'zod';
import { today } from '../../db/book/query.ts';
import { createNote, deleteNote, editNote, getNote, noteKinds } from '../../db/note/query.ts';
import { record } from '../../db/record.ts';
import { date, ofAccount, one, prose } from './field.ts';
import { bookProcedure, router } from './trpc.ts';

const facts = z.object({
  kind: z.enum(noteKinds),
  occurredOn: date,
  body: prose,
  contactId: z.int().nullable(),
});

export const noteRouter = router({
  get: bookProcedure.input(one).query(({ ctx: { book }, input }) => getNote(book.db, input.id)),

  create: bookProcedure.input(ofAccount.extend({ facts })).mutation(async ({ ctx: { book }, input }) => {
    const now = await today(book);
    return {
      id: await record(book, { key: 'note.create' }, (trx) =>
        createNote(trx, input.accountId, input.facts, now),
      ),
    };
  }),

  edit: bookProcedure.input(one.extend({ facts })).mutation(async ({ ctx: { book }, input }) => {
    const now = await today(book);
    await record(book, { key: 'note.edit' }, (trx) => editNote(trx, input.id, input.facts, now));
  }),

  remove: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'note.delete' }, (trx) => deleteNote(trx, input.id)),
    ),
});
