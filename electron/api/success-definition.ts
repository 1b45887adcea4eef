import { z } from 'zod';
import { today } from '../../db/queries/book.ts';
import { findSuccessDefinition, writeSuccessDefinition } from '../../db/queries/success-definition.ts';
import { record } from '../../db/record.ts';
import { maybeText } from './schema.ts';
import { bookProcedure, router } from './trpc.ts';

const ofAccount = z.object({ accountId: z.int() });

export const successDefinitionRouter = router({
  find: bookProcedure
    .input(ofAccount)
    .query(({ ctx: { book }, input }) => findSuccessDefinition(book.db, input.accountId)),

  /** Other words are another definition: whoever confirmed the old ones has not confirmed these. */
  write: bookProcedure
    .input(ofAccount.extend({ why_bought: maybeText, definition: maybeText }))
    .mutation(({ ctx: { book }, input: { accountId, ...words } }) =>
      record(book, { key: 'success-definition.edit' }, async (trx) => {
        const known = await findSuccessDefinition(trx, accountId);
        const isSame = known?.definition === words.definition;
        await writeSuccessDefinition(trx, accountId, {
          ...words,
          ...(!isSame && { confirmed_on: null, confirmed_by: null }),
        });
      }),
    ),

  /** Notes that the customer confirmed it today. */
  confirm: bookProcedure
    .input(ofAccount.extend({ confirmed_by: maybeText }))
    .mutation(async ({ ctx: { book }, input: { accountId, confirmed_by } }) => {
      const confirmed_on = await today(book);
      await record(book, { key: 'success-definition.confirm' }, (trx) =>
        writeSuccessDefinition(trx, accountId, { confirmed_on, confirmed_by }),
      );
    }),
});
