import { z } from 'zod';
import { exchangeRates, removeExchangeRate, setExchangeRate } from '../../../db/book/exchange-query.ts';
import { record } from '../../../db/record.ts';
import { companyAmounts, companyCounts } from '../../../db/report/company-month.ts';
import {
  allocateCost,
  allocatedCosts,
  companyMonths,
  setCompanyMonths,
} from '../../../db/report/company-query.ts';
import { sliceText as textOf } from '../../../db/report/slice.ts';
import { count, currency, date } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';
import { month, sliceText } from './wish.ts';

const amounts = Object.fromEntries(companyAmounts.map((key) => [key, z.int().nullable().optional()]));
const counts = Object.fromEntries(companyCounts.map((key) => [key, count.nullable().optional()]));
const companyMonth = z.object({ month, currency, figures: z.strictObject({ ...amounts, ...counts }) });

/** The monthly company sheet, cost allocated to slices, and exchange rates. */
export const companyRouter = router({
  list: bookProcedure.query(async ({ ctx: { book } }) => ({
    months: await companyMonths(book.db),
    allocated: await allocatedCosts(book.db),
    rates: await exchangeRates(book.db),
  })),

  edit: bookProcedure
    .input(z.object({ months: z.array(companyMonth).min(1).max(600) }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'company-month.edit' }, (trx) =>
        setCompanyMonths(
          trx,
          input.months.map(({ figures, ...rest }) => ({ ...figures, ...rest })),
        ),
      ),
    ),

  allocate: bookProcedure
    .input(z.object({ month, slice: sliceText, currency, minor: z.int().nullable() }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'company-cost.allocate' }, (trx) =>
        allocateCost(trx, { ...input, slice: textOf(input.slice) }),
      ),
    ),

  setRates: bookProcedure
    .input(
      z.object({
        rates: z.array(z.object({ currency, validOn: date, basePerUnit: z.number().positive() })).max(1000),
      }),
    )
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'report.set-rate' }, async (trx) => {
        for (const rate of input.rates) await setExchangeRate(trx, rate);
      }),
    ),

  removeRate: bookProcedure
    .input(z.object({ currency, validOn: date }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'report.set-rate' }, (trx) =>
        removeExchangeRate(trx, input.currency, input.validOn),
      ),
    ),
});
