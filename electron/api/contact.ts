import { z } from 'zod';
import {
  contactRoles,
  createContact,
  deleteContact,
  editContact,
  listContacts,
} from '../../db/queries/contact.ts';
import { record } from '../../db/record.ts';
import { dateOrNull, line, lineOrNull, ofAccount, one } from './field.ts';
import { bookProcedure, router } from './trpc.ts';

const facts = z.object({
  name: line,
  title: lineOrNull,
  role: z.enum(contactRoles).nullable(),
  influence: z.int().min(1).max(5).nullable(),
  sentiment: z.int().min(-2).max(2).nullable(),
  email: lineOrNull,
  phone: lineOrNull,
  languages: lineOrNull,
  lastTouchedOn: dateOrNull,
});

export const contactRouter = router({
  /** An account's contacts, the most influential first. */
  list: bookProcedure
    .input(ofAccount)
    .query(({ ctx: { book }, input }) => listContacts(book.db, input.accountId)),

  create: bookProcedure.input(ofAccount.extend({ facts })).mutation(async ({ ctx: { book }, input }) => ({
    id: await record(book, { key: 'contact.create', parameters: { name: input.facts.name } }, (trx) =>
      createContact(trx, input.accountId, input.facts),
    ),
  })),

  edit: bookProcedure
    .input(one.extend({ facts }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'contact.edit', parameters: { name: input.facts.name } }, (trx) =>
        editContact(trx, input.id, input.facts),
      ),
    ),

  /** `name` is for the history: it is gone with the contact. */
  remove: bookProcedure
    .input(one.extend({ name: line }))
    .mutation(({ ctx: { book }, input: { id, name } }) =>
      record(book, { key: 'contact.delete', parameters: { name } }, (trx) => deleteContact(trx, id)),
    ),
});
