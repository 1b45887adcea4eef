import { z } from 'zod';
import { getAccount } from '../../../db/account/query.ts';
import { bookSettings, today } from '../../../db/book/query.ts';
import { record } from '../../../db/record.ts';
import { highestCriterionScore, motivationCriteria } from '../../../db/segment/ideal-profile.ts';
import { getProfile, listProfiles, scoreCriterion } from '../../../db/segment/ideal-profile-query.ts';
import { ofAccount, ofSlice, proseOrNull } from '../field.ts';
import { statusProcedure } from '../status-procedure.ts';
import { bookProcedure, router } from '../trpc.ts';
import { withoutUndefined } from '../without-undefined.ts';

export const idealProfileRouter = router({
  /** The accounts of the slice against the ideal customer; sums in the base currency. */
  list: statusProcedure.input(ofSlice).query(async ({ ctx: { book }, input }) => ({
    accounts: await listProfiles(book.db, await today(book), input.slice),
    currency: (await bookSettings(book.db)).base_currency,
  })),

  get: bookProcedure
    .input(ofAccount)
    .query(async ({ ctx: { book }, input }) => getProfile(book.db, input.accountId, await today(book))),

  /** One criterion of an account's motivation: its score, its evidence, or both. */
  score: bookProcedure
    .input(
      ofAccount.extend({
        criterion: z.enum(motivationCriteria),
        score: z.int().min(0).max(highestCriterionScore).nullable().optional(),
        evidence: proseOrNull.optional(),
      }),
    )
    .mutation(async ({ ctx: { book }, input: { accountId, criterion, ...change } }) => {
      const { name } = await getAccount(book.db, accountId);
      const date = await today(book);
      await record(book, { key: 'motivation.edit', parameters: { name } }, (trx) =>
        scoreCriterion(trx, accountId, criterion, withoutUndefined(change), date),
      );
    }),
});
