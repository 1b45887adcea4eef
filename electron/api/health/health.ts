import { z } from 'zod';
import { getAccount } from '../../../db/account/query.ts';
import { bookSettings, today } from '../../../db/book/query.ts';
import { endedContracts, knownBys } from '../../../db/health/back-test-query.ts';
import { gatherHealth } from '../../../db/health/gather-query.ts';
import { listMeasures } from '../../../db/health/measure-query.ts';
import { healthBands } from '../../../db/health/model.ts';
import { modelsInForce } from '../../../db/health/model-query.ts';
import { endOverride, overrideHealth, setOutlook } from '../../../db/health/override-query.ts';
import { capacityLines, healthPortfolio } from '../../../db/health/portfolio-query.ts';
import { accountHealth } from '../../../db/health/view-query.ts';
import { record } from '../../../db/record.ts';
import { languages } from '../../../db/types/language.ts';
import { startFiles } from '../../jobs/start-files.ts';
import { date, line, ofAccount, ofSlice } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';
import { healthProcedure } from './health-procedure.ts';
import { healthMeasureRouter } from './measure.ts';
import { healthModelRouter } from './model.ts';
import { healthReadingRouter } from './reading.ts';

const answer = z.union([z.literal(0), z.literal(0.5), z.literal(1)]).nullable();

export const healthRouter = router({
  measure: healthMeasureRouter,
  model: healthModelRouter,
  reading: healthReadingRouter,

  /** An account's health with everything behind it; null of one that is not active. */
  ofAccount: healthProcedure.input(ofAccount).query(async ({ ctx: { book }, input }) => ({
    today: await today(book),
    measures: await listMeasures(book.db),
    health: await accountHealth(book.db, input.accountId, await today(book)),
  })),

  /** Every active account of the slice with where it stood at the end of last month. */
  portfolio: healthProcedure.input(ofSlice).query(async ({ ctx: { book }, input }) => {
    const now = await today(book);
    return {
      ...(await healthPortfolio(book.db, now, input.slice)),
      today: now,
      currency: (await bookSettings(book.db)).base_currency,
      measures: await listMeasures(book.db),
      models: (await modelsInForce(book.db)).map(({ id, version, model, segmentIds }) => ({
        id,
        version,
        name: model.name,
        bands: model.bands,
        segmentIds,
      })),
    };
  }),

  /** What is known of every active account today: for showing at once whom another model would move. */
  inputs: healthProcedure.query(async ({ ctx: { book } }) => {
    const now = await today(book);
    return {
      today: now,
      accounts: (await gatherHealth(book.db, now, null)).map(
        ({ id, name, since, segmentIds, values, model, override }) => ({
          id,
          name,
          since,
          segmentIds,
          values: Object.fromEntries(values),
          modelId: model.id,
          override: override?.band ?? null,
        }),
      ),
    };
  }),

  /** Contracts that ended, with what was known before: the back-test runs on them at once, whatever model is tried. */
  ended: healthProcedure
    .input(z.object({ knownBy: z.enum(knownBys) }))
    .query(async ({ ctx: { book }, input }) => ({
      contracts: await endedContracts(book.db, await today(book), input.knownBy),
      measures: await listMeasures(book.db),
    })),

  capacity: healthProcedure.query(async ({ ctx: { book } }) => ({
    accounts: await capacityLines(book.db, await today(book)),
    currency: (await bookSettings(book.db)).base_currency,
  })),

  /** Starts writing the portfolio, the parts of every score and the back-test as a workbook for the house; see job.state. */
  export: bookProcedure
    .input(ofSlice.extend({ language: z.enum(languages), path: z.string().min(1) }))
    .mutation(({ ctx: { service, book }, input: { slice = [], language: only, path } }) =>
      startFiles(service, book, path, [only], (language) => ({ is: 'health-workbook', slice, language })),
    ),

  /** Sets the colour by hand, for a reason and up to a day. */
  override: bookProcedure
    .input(ofAccount.extend({ band: z.enum(healthBands), reason: line, untilOn: date }))
    .mutation(async ({ ctx: { book }, input: { accountId, ...facts } }) => {
      const { name } = await getAccount(book.db, accountId);
      const fromOn = await today(book);
      await record(book, { key: 'health.override', parameters: { name } }, (trx) =>
        overrideHealth(trx, accountId, { ...facts, fromOn }),
      );
    }),

  endOverride: bookProcedure
    .input(ofAccount.extend({ id: z.int() }))
    .mutation(async ({ ctx: { book }, input }) => {
      const { name } = await getAccount(book.db, input.accountId);
      await record(book, { key: 'health.end-override', parameters: { name } }, (trx) =>
        endOverride(trx, input.id),
      );
    }),

  /** Whether the sponsor is committed, the product fits and the employees use it: no, half or yes. */
  setOutlook: bookProcedure
    .input(ofAccount.extend({ sponsorCommitted: answer, productFits: answer, employeesUse: answer }))
    .mutation(async ({ ctx: { book }, input: { accountId, ...answers } }) => {
      const { name } = await getAccount(book.db, accountId);
      await record(book, { key: 'health.set-outlook', parameters: { name } }, (trx) =>
        setOutlook(trx, accountId, answers),
      );
    }),
});
