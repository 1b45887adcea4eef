import { z } from 'zod';
import { today } from '../../db/book/query.ts';
import { changePrice, removePriceChange } from '../../db/contract/price-query.ts';
import { createContract, deleteContract, editContract, listContracts } from '../../db/contract/query.ts';
import { billingPeriods, termClashes } from '../../db/contract/rule.ts';
import { lifecycleDay } from '../../db/lifecycle/query.ts';
import { contractRuns, runStage } from '../../db/lifecycle/rule.ts';
import { record } from '../../db/record.ts';
import { amountMinor, count, currency, date, dateOrNull, lineOrNull, ofAccount, one } from './field.ts';
import { bookProcedure, router } from './trpc.ts';

const facts = z.object({
  key: lineOrNull,
  product: lineOrNull,
  seats: count.nullable(),
  amountMinor,
  currency,
  billingPeriod: z.enum(billingPeriods),
  startOn: date,
  endOn: dateOrNull,
  firstPaidOn: dateOrNull,
  noticeDays: count.max(3650).nullable(),
  autoRenews: z.boolean().nullable(),
  noticeGivenOn: dateOrNull,
  isTrial: z.boolean(),
  renewsContractId: z.int().nullable(),
});

export const contractRouter = router({
  /** An account's contracts, the latest first, the product lines they make, and where lines overlap or leave a gap. */
  list: bookProcedure.input(ofAccount).query(async ({ ctx: { book }, input }) => {
    const [contracts, now] = await Promise.all([listContracts(book.db, input.accountId), today(book)]);
    const lines = contractRuns(
      contracts.map((contract) => ({ ...contract, isTrial: contract.isTrial || contract.amountMinor === 0 })),
      await lifecycleDay(book.db, now),
    );
    return {
      contracts,
      lines: lines.map(({ contracts: own, ...line }) => ({
        ...line,
        stage: runStage({ ...line, contracts: own }, now),
        contractIds: [...new Set(own.map(({ id }) => id))],
        startOn: own[0]?.startOn ?? line.onboardingFrom,
        clashes: termClashes(own),
      })),
    };
  }),

  create: bookProcedure.input(ofAccount.extend({ facts })).mutation(async ({ ctx: { book }, input }) => ({
    id: await record(book, { key: 'contract.create' }, (trx) =>
      createContract(trx, input.accountId, input.facts),
    ),
  })),

  edit: bookProcedure
    .input(one.extend({ facts }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'contract.edit' }, (trx) => editContract(trx, input.id, input.facts)),
    ),

  /** A new price from a day on, within the contract's days. */
  changePrice: bookProcedure
    .input(one.extend({ change: z.object({ fromOn: date, amountMinor, seats: count.nullable() }) }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'contract.change-price', parameters: { date: input.change.fromOn } }, (trx) =>
        changePrice(trx, input.id, input.change),
      ),
    ),

  /** Takes a change of price away; the price before it goes on. */
  removePrice: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'contract.remove-price' }, (trx) => removePriceChange(trx, input.id)),
    ),

  remove: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'contract.delete' }, (trx) => deleteContract(trx, input.id)),
    ),
});
