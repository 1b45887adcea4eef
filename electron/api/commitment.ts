import { z } from 'zod';
import { today } from '../../db/book/query.ts';
import {
  createCommitment,
  deleteCommitment,
  editCommitment,
  listCommitments,
  listLedger,
  scoreCommitment,
} from '../../db/commitment/query.ts';
import { commitmentSides, commitmentStatuses } from '../../db/commitment/rule.ts';
import { record } from '../../db/record.ts';
import { dateOrNull, lineOrNull, ofAccount, ofSlice, one, prose, proseOrNull } from './field.ts';
import { bookProcedure, router } from './trpc.ts';
import { withoutUndefined } from './without-undefined.ts';

const facts = z.object({
  text: prose,
  side: z.enum(commitmentSides),
  promisedBy: lineOrNull,
  promisedTo: lineOrNull,
  madeOn: dateOrNull,
  dueOn: dateOrNull,
  comment: proseOrNull,
});

export const commitmentRouter = router({
  /** An account's commitments, open ones first. */
  list: bookProcedure
    .input(ofAccount)
    .query(({ ctx: { book }, input }) => listCommitments(book.db, input.accountId)),

  /** The commitments of all accounts of a slice, open ones first. */
  ledger: bookProcedure.input(ofSlice).query(({ ctx: { book }, input }) => listLedger(book.db, input.slice)),

  create: bookProcedure
    .input(
      ofAccount.extend({
        ...facts.shape,
        /** The handoff, review or talk it was found in. */
        source: z
          .discriminatedUnion('noun', [
            z.object({ noun: z.enum(['handoff', 'qbr']), id: z.int() }),
            z.object({ noun: z.literal('renewal'), id: z.null() }),
          ])
          .nullable(),
      }),
    )
    .mutation(async ({ ctx: { book }, input: { accountId, source, ...given } }) => ({
      id: await record(book, { key: 'commitment.create' }, (trx) =>
        createCommitment(trx, {
          account_id: accountId,
          text: given.text,
          side: given.side,
          promised_by: given.promisedBy,
          promised_to: given.promisedTo,
          made_on: given.madeOn,
          due_on: given.dueOn,
          comment: given.comment,
          source_noun: source?.noun ?? null,
          source_id: source?.id ?? null,
        }),
      ),
    })),

  edit: bookProcedure
    .input(one.extend(facts.partial().shape))
    .mutation(async ({ ctx: { book }, input: { id, ...given } }) => {
      await record(book, { key: 'commitment.edit' }, (trx) =>
        editCommitment(
          trx,
          id,
          withoutUndefined({
            text: given.text,
            side: given.side,
            promised_by: given.promisedBy,
            promised_to: given.promisedTo,
            made_on: given.madeOn,
            due_on: given.dueOn,
            comment: given.comment,
          }),
        ),
      );
    }),

  /** What became of it: kept, partly, broken, or open again. */
  score: bookProcedure
    .input(one.extend({ status: z.enum(commitmentStatuses) }))
    .mutation(async ({ ctx: { book }, input }) => {
      const now = await today(book);
      await record(book, { key: 'commitment.edit' }, (trx) =>
        scoreCommitment(trx, input.id, input.status, now),
      );
    }),

  remove: bookProcedure.input(one).mutation(async ({ ctx: { book }, input }) => {
    await record(book, { key: 'commitment.delete' }, (trx) => deleteCommitment(trx, input.id));
  }),
});
