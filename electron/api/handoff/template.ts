import { z } from 'zod';
import { fieldNeeds, fieldSuppliers, fieldTypes, handoffKinds } from '../../../db/handoff/template.ts';
import {
  discardTemplateDraft,
  findTemplateDraft,
  listTemplateVersions,
  publishTemplateDraft,
  saveTemplateDraft,
  templateSummaries,
} from '../../../db/handoff/template-query.ts';
import { record } from '../../../db/record.ts';
import { longestList } from '../../../db/types/document.ts';
import { bookProcedure, router } from '../trpc.ts';

const text = z.string().max(5000);
const bilingual = z.object({ en: text, 'zh-CN': text });
const key = z.string().max(100);
const field = z.object({
  key,
  label: bilingual,
  help: bilingual,
  type: z.enum(fieldTypes),
  lines: z.int().min(1).max(20),
  unit: bilingual.nullable(),
  options: z
    .array(z.object({ key, label: bilingual }))
    .max(longestList)
    .readonly(),
  need: z.enum(fieldNeeds),
  supplier: z.enum(fieldSuppliers),
  weight: z.int().nullable(),
  gate: z.boolean(),
});
const section = z.object({ key, name: bilingual, fields: z.array(field).max(longestList).readonly() });
const kind = z.object({ kind: z.enum(handoffKinds) });
/** Of a template's shape; whether it may be used is told when it is published. */
const draft = kind.extend({ name: bilingual, sections: z.array(section).max(longestList).readonly() });

export const handoffTemplateRouter = router({
  /** Today's delivery list of every kind. */
  list: bookProcedure.query(({ ctx: { book } }) => templateSummaries(book.db)),

  /** Every version of a kind, the newest first, and the one being edited. */
  get: bookProcedure.input(kind).query(async ({ ctx: { book }, input }) => ({
    versions: await listTemplateVersions(book.db, input.kind),
    draft: await findTemplateDraft(book.db, input.kind),
  })),

  saveDraft: bookProcedure.input(draft).mutation(async ({ ctx: { book }, input }) => {
    await record(book, { key: 'handoff-template.edit' }, (trx) => saveTemplateDraft(trx, input));
  }),

  discardDraft: bookProcedure.input(kind).mutation(async ({ ctx: { book }, input }) => {
    await record(book, { key: 'handoff-template.discard' }, (trx) => discardTemplateDraft(trx, input.kind));
  }),

  publish: bookProcedure.input(kind).mutation(async ({ ctx: { book }, input }) => ({
    version: await record(book, { key: 'handoff-template.publish' }, (trx) =>
      publishTemplateDraft(trx, input.kind),
    ),
  })),
});
