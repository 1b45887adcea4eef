import { z } from 'zod';
import type { ActionKey } from '../../db/action.ts';
import {
  createCustomField,
  getCustomField,
  listCustomFields,
  renameCustomField,
  reorderCustomFields,
  retireCustomField,
  setCustomChoices,
} from '../../db/custom-field/query.ts';
import { customFieldKinds } from '../../db/custom-field/rule.ts';
import type { Book } from '../../db/open.ts';
import { record } from '../../db/record.ts';
import type { Writer } from '../../db/schema.ts';
import { line, one } from './field.ts';
import { bookProcedure, router } from './trpc.ts';

const choices = z.array(line).max(200);

export const customFieldRouter = router({
  /** Every field the user added, in order, the retired ones too. */
  list: bookProcedure.query(({ ctx: { book } }) => listCustomFields(book.db)),

  create: bookProcedure
    .input(z.object({ name: line, kind: z.enum(customFieldKinds), choices }))
    .mutation(async ({ ctx: { book }, input }) => ({
      id: await record(book, { key: 'custom-field.create', parameters: { name: input.name } }, (trx) =>
        createCustomField(trx, input),
      ),
    })),

  /** A new name, and for a choice what can be chosen from. */
  edit: bookProcedure
    .input(
      one.extend({
        name: line,
        choices: z.array(z.object({ id: z.int().nullable(), name: line })).max(200),
      }),
    )
    .mutation(({ ctx: { book }, input: { id, name, choices: chosen } }) =>
      change(book, id, 'custom-field.edit', async (trx) => {
        await renameCustomField(trx, id, name);
        if ((await getCustomField(trx, id)).kind === 'choice') await setCustomChoices(trx, id, chosen);
      }),
    ),

  reorder: bookProcedure
    .input(z.object({ ids: z.array(z.int()).max(1000) }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'custom-field.reorder' }, (trx) => reorderCustomFields(trx, input.ids)),
    ),

  /** Out of use, with all its values kept. */
  retire: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input: { id } }) =>
      change(book, id, 'custom-field.retire', (trx) => retireCustomField(trx, id, true)),
    ),

  restore: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input: { id } }) =>
      change(book, id, 'custom-field.restore', (trx) => retireCustomField(trx, id, false)),
    ),
});

/** An action on one field, named by it. */
async function change(
  book: Book,
  id: number,
  key: ActionKey,
  write: (trx: Writer) => Promise<void>,
): Promise<void> {
  const { name } = await getCustomField(book.db, id);
  await record(book, { key, parameters: { name } }, write);
}
