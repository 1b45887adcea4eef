import { z } from 'zod';
import { isIsoDate } from '../../db/domain/calendar.ts';
import { plainText } from '../../db/domain/handoff-answer.ts';
import { promiseSides, promiseStatuses } from '../../db/domain/promise.ts';
import { today } from '../../db/queries/book.ts';
import {
  createPromise,
  deletePromise,
  editPromise,
  listPromises,
  scorePromise,
} from '../../db/queries/promise.ts';
import { record } from '../../db/record.ts';
import { bookProcedure, router } from './trpc.ts';
import { withoutUndefined } from './without-undefined.ts';

const name = z
  .string()
  .max(200)
  .nullable()
  .transform((text) => text?.trim() || null);
const date = z.string().refine(isIsoDate).nullable();
const facts = z.object({
  text: z.string().max(2_000).transform(plainText).pipe(z.string().min(1)),
  side: z.enum(promiseSides),
  promisedBy: name,
  promisedTo: name,
  madeOn: date,
  dueOn: date,
  comment: z
    .string()
    .max(2_000)
    .nullable()
    .transform((text) => (text && plainText(text)) || null),
});
const one = z.object({ id: z.int() });

export const promiseRouter = router({
  /** An account's promises, open ones first. */
  list: bookProcedure
    .input(z.object({ accountId: z.int() }))
    .query(({ ctx: { book }, input }) => listPromises(book.db, input.accountId)),

  create: bookProcedure
    .input(
      facts.extend({
        accountId: z.int(),
        /** The handoff, review or talk it was found in. */
        source: z.object({ noun: z.enum(['handoff', 'qbr']), id: z.int() }).nullable(),
      }),
    )
    .mutation(async ({ ctx: { book }, input: { accountId, source, ...given } }) => ({
      id: await record(book, { key: 'promise.create' }, (trx) =>
        createPromise(trx, {
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
      await record(book, { key: 'promise.edit' }, (trx) =>
        editPromise(
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
    .input(one.extend({ status: z.enum(promiseStatuses) }))
    .mutation(async ({ ctx: { book }, input }) => {
      const now = await today(book);
      await record(book, { key: 'promise.edit' }, (trx) => scorePromise(trx, input.id, input.status, now));
    }),

  remove: bookProcedure.input(one).mutation(async ({ ctx: { book }, input }) => {
    await record(book, { key: 'promise.delete' }, (trx) => deletePromise(trx, input.id));
  }),
});
