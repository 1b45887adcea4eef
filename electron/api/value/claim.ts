import { z } from 'zod';
import { bookSettings, today } from '../../../db/book/query.ts';
import { record } from '../../../db/record.ts';
import { addDays, addMonths } from '../../../db/types/calendar.ts';
import {
  contractPrices,
  createValueClaim,
  deleteValueClaim,
  editValueClaim,
  listValueClaims,
} from '../../../db/value/claim-query.ts';
import { claimWorth, proveValue } from '../../../db/value/proof.ts';
import { currency, dateOrNull, line, lineOrNull, ofAccount, one, period, proseOrNull } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';

const input = z.object({
  label: z.string().trim().max(200),
  value: z.number().nullable(),
  unit: z.string().trim().max(40),
});
const facts = z.object({
  outcome: line,
  valuePoint: lineOrNull,
  goalId: z.int().nullable(),
  promised: proseOrNull,
  period,
  inputs: z.array(input).max(12),
  currency,
  conversionAgreedOn: dateOrNull,
  signedOn: dateOrNull,
  signedBy: lineOrNull,
  source: lineOrNull,
  quote: proseOrNull,
  note: proseOrNull,
});

export const valueClaimRouter = router({
  /** An account's claims with their worth, and what they prove over the last twelve months. */
  list: bookProcedure.input(ofAccount).query(async ({ ctx: { book }, input: { accountId } }) => {
    const now = await today(book);
    const claims = await listValueClaims(book.db, accountId);
    const year = { from: addDays(addMonths(now, -12), 1), to: now };
    return {
      claims: claims.map((claim) => ({ ...claim, worth: claimWorth(claim) })),
      proof: proveValue(claims, await contractPrices(book.db, accountId), year),
      currency: (await bookSettings(book.db)).base_currency,
    };
  }),

  create: bookProcedure.input(ofAccount.extend({ facts })).mutation(async ({ ctx: { book }, input }) => ({
    id: await record(book, { key: 'value-claim.create' }, (trx) =>
      createValueClaim(trx, input.accountId, input.facts),
    ),
  })),

  edit: bookProcedure
    .input(one.extend({ facts }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'value-claim.edit' }, (trx) => editValueClaim(trx, input.id, input.facts)),
    ),

  remove: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'value-claim.delete' }, (trx) => deleteValueClaim(trx, input.id)),
    ),
});
