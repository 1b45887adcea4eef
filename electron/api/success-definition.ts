import { today } from '../../db/book/query.ts';
import {
  confirmSuccessDefinition,
  findSuccessDefinition,
  writeSuccessDefinition,
} from '../../db/goal/success-definition-query.ts';
import { record } from '../../db/record.ts';
import { lineOrNull, ofAccount, proseOrNull } from './field.ts';
import { bookProcedure, router } from './trpc.ts';

export const successDefinitionRouter = router({
  find: bookProcedure
    .input(ofAccount)
    .query(({ ctx: { book }, input }) => findSuccessDefinition(book.db, input.accountId)),

  write: bookProcedure
    .input(ofAccount.extend({ whyBought: proseOrNull, definition: proseOrNull }))
    .mutation(({ ctx: { book }, input: { accountId, ...labels } }) =>
      record(book, { key: 'success-definition.edit' }, (trx) =>
        writeSuccessDefinition(trx, accountId, labels),
      ),
    ),

  /** Notes that the customer confirmed it today. */
  confirm: bookProcedure
    .input(ofAccount.extend({ by: lineOrNull }))
    .mutation(async ({ ctx: { book }, input: { accountId, by } }) => {
      const on = await today(book);
      await record(book, { key: 'success-definition.confirm' }, (trx) =>
        confirmSuccessDefinition(trx, accountId, on, by),
      );
    }),
});
