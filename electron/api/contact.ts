import { z } from 'zod';
import { today } from '../../db/book/query.ts';
import { accountPeople } from '../../db/contact/people-query.ts';
import { createContact, deleteContact, editContact, listContacts } from '../../db/contact/query.ts';
import { pairOf, relate, unrelate } from '../../db/contact/relation-query.ts';
import { relationKinds } from '../../db/contact/relationship.ts';
import { contactRoles } from '../../db/contact/stakeholder.ts';
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

const relation = z.object({ contactId: z.int(), otherId: z.int(), kind: z.enum(relationKinds) });

export const contactRouter = router({
  /** An account's contacts, the most influential first. */
  list: bookProcedure
    .input(ofAccount)
    .query(({ ctx: { book }, input }) => listContacts(book.db, input.accountId)),

  /** The same with how quiet each is against its own rhythm, who stands how to whom, and how many threads hold. */
  people: bookProcedure
    .input(ofAccount)
    .query(async ({ ctx: { book }, input }) => accountPeople(book.db, input.accountId, await today(book))),

  /** Says who a contact reports to or knows. */
  relate: bookProcedure.input(relation).mutation(async ({ ctx: { book }, input }) => {
    const { name, other } = await pairOf(book.db, input.contactId, input.otherId);
    await record(book, { key: 'contact.relate', parameters: { name, other } }, (trx) => relate(trx, input));
  }),

  unrelate: bookProcedure
    .input(one.extend({ contactId: z.int(), otherId: z.int() }))
    .mutation(async ({ ctx: { book }, input }) => {
      const { name, other } = await pairOf(book.db, input.contactId, input.otherId);
      await record(book, { key: 'contact.unrelate', parameters: { name, other } }, (trx) =>
        unrelate(trx, input.id),
      );
    }),

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
