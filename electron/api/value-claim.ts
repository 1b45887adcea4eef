import { z } from 'zod';
import { addDays, addMonths } from '../../db/domain/calendar.ts';
import { claimWorth, proveValue } from '../../db/domain/value-proof.ts';
import { bookSettings, today } from '../../db/queries/book.ts';
import {
  claimTerms,
  contractPrices,
  createValueClaim,
  deleteValueClaim,
  editValueClaim,
  listValueClaims,
} from '../../db/queries/value-claim.ts';
import { record } from '../../db/record.ts';
import { assertPeriod, byId, date, line, maybeDate, maybeText } from './schema.ts';
import { bookProcedure, router } from './trpc.ts';

const input = z.object({
  label: z.string().trim().max(200),
  value: z.number().finite().nullable(),
  unit: z.string().trim().max(40),
});
const facts = z.object({
  value_point: maybeText,
  goal_id: z.int().nullable(),
  outcome: line,
  promised: maybeText,
  from_on: date,
  to_on: date,
  inputs: z.array(input).max(12),
  currency: z.string().regex(/^[A-Z]{3}$/),
  conversion_agreed_on: maybeDate,
  signed_on: maybeDate,
  signed_by: maybeText,
  source: maybeText,
  quote: maybeText,
  note: maybeText,
});

export const valueClaimRouter = router({
  /** An account's claims with their worth, and what they prove over the last twelve months. */
  list: bookProcedure
    .input(z.object({ accountId: z.int() }))
    .query(async ({ ctx: { book }, input: { accountId } }) => {
      const now = await today(book);
      const claims = await listValueClaims(book.db, accountId);
      const prices = await contractPrices(book.db, accountId);
      const year = { from: addDays(addMonths(now, -12), 1), to: now };
      return {
        claims: claims.map((claim) => ({ ...claim, worth: claimWorth(claimTerms(claim)) })),
        proof: proveValue(claims.map(claimTerms), prices, year),
        currency: (await bookSettings(book.db)).base_currency,
      };
    }),

  create: bookProcedure
    .input(z.object({ accountId: z.int(), facts }))
    .mutation(({ ctx: { book }, input: { accountId, facts: given } }) => {
      assertPeriod(given);
      return record(book, { key: 'value-claim.create' }, (trx) => createValueClaim(trx, accountId, given));
    }),

  edit: bookProcedure
    .input(byId.extend({ facts }))
    .mutation(({ ctx: { book }, input: { id, facts: given } }) => {
      assertPeriod(given);
      return record(book, { key: 'value-claim.edit' }, (trx) => editValueClaim(trx, id, given));
    }),

  delete: bookProcedure
    .input(byId)
    .mutation(({ ctx: { book }, input: { id } }) =>
      record(book, { key: 'value-claim.delete' }, (trx) => deleteValueClaim(trx, id)),
    ),
});
