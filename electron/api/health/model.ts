import { z } from 'zod';
import { bookSettings, today } from '../../../db/book/query.ts';
import { listMeasures, takeTemplateMeasures } from '../../../db/health/measure-query.ts';
import { missingPolicies } from '../../../db/health/model.ts';
import { modelsInForce, putModelFirst, retireModel, saveModel } from '../../../db/health/model-query.ts';
import { healthTemplateKeys, healthTemplates } from '../../../db/health/templates.ts';
import { record } from '../../../db/record.ts';
import { line, one } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';

const bilingual = z.object({ en: line, 'zh-CN': line });
const key = z.string().min(1).max(60);
const measure = z.object({
  measure: key,
  weight: z.number(),
  curve: z
    .array(z.tuple([z.number(), z.number()]).readonly())
    .max(20)
    .readonly(),
  maximumAgeDays: z.int().positive().nullable(),
});
/** Sizes and shapes only: what makes a model sound is the rule's to say, so that the user reads why. */
const model = z.object({
  name: bilingual,
  groups: z
    .array(
      z.object({ key, name: bilingual, weight: z.number(), measures: z.array(measure).max(50).readonly() }),
    )
    .max(20)
    .readonly(),
  exceptions: z
    .array(
      z.object({
        measure: key,
        comparison: z.enum(['at-most', 'at-least']),
        value: z.number(),
        cap: z.enum(['red', 'yellow']),
      }),
    )
    .max(20)
    .readonly(),
  missing: z.enum(missingPolicies),
  minimumCoverage: z.number(),
  bands: z.object({ yellow: z.number(), green: z.number() }),
  ungradedDays: z.int().min(0).max(366),
});

export const healthModelRouter = router({
  /** The models that score now, in the order accounts are matched. */
  list: bookProcedure.query(async ({ ctx: { book } }) => ({
    models: await modelsInForce(book.db),
    measures: await listMeasures(book.db),
  })),

  /** The next version of a model, or (id null) a new one; with the measures of the template it was started from. */
  save: bookProcedure
    .input(
      z.object({
        id: z.int().nullable(),
        model,
        segmentIds: z.array(z.int()).max(200).readonly(),
        template: z.enum(healthTemplateKeys).nullable(),
      }),
    )
    .mutation(async ({ ctx: { book }, input: { id, template, ...facts } }) => {
      const now = await today(book);
      const { language } = await bookSettings(book.db);
      const measures = healthTemplates.find((each) => each.key === template)?.measures ?? [];
      const parameters = { name: facts.model.name[language] };
      return record(book, { key: 'health.save-model', parameters }, async (trx) => {
        await takeTemplateMeasures(trx, measures);
        return { id: await saveModel(trx, id, facts, now) };
      });
    }),

  /** It scores nobody any more; what it scored keeps its versions. */
  retire: bookProcedure
    .input(one.extend({ name: line }))
    .mutation(async ({ ctx: { book }, input: { id, name } }) => {
      const now = await today(book);
      await record(book, { key: 'health.retire-model', parameters: { name } }, (trx) =>
        retireModel(trx, id, now),
      );
    }),

  putFirst: bookProcedure.input(one).mutation(async ({ ctx: { book }, input }) => {
    await record(book, { key: 'health.order-models' }, (trx) => putModelFirst(trx, input.id));
  }),
});
