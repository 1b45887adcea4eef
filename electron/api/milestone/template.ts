import { z } from 'zod';
import type { ActionKey } from '../../../db/action.ts';
import { plannedStages } from '../../../db/lifecycle/rule.ts';
import { milestoneAnchors, milestoneKinds, touchChannels } from '../../../db/milestone/rule.ts';
import { standardJourney } from '../../../db/milestone/template.ts';
import {
  addTemplateLine,
  copyTemplate,
  createStandardTemplate,
  createTemplate,
  deleteTemplate,
  deleteTemplateLine,
  editTemplateLine,
  listMilestoneTemplates,
  renameTemplate,
  reorderTemplateLines,
  templateNamed,
} from '../../../db/milestone/template-query.ts';
import type { Book } from '../../../db/open.ts';
import { record } from '../../../db/record.ts';
import type { Writer } from '../../../db/schema.ts';
import { line, lineOrNull, one } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';

const name = z.object({ name: line, nameZh: lineOrNull });
const lineFacts = z.object({
  kind: z.enum(milestoneKinds),
  title: line,
  titleZh: lineOrNull,
  stage: z.enum(plannedStages),
  anchor: z.enum(milestoneAnchors),
  offsetDays: z.int().min(-3650).max(3650),
  channel: z.enum(touchChannels).nullable(),
  isFirstValue: z.boolean(),
});
const ofTemplate = z.object({ templateId: z.int() });

export const milestoneTemplateRouter = router({
  list: bookProcedure.query(({ ctx: { book } }) => listMilestoneTemplates(book.db)),

  create: bookProcedure.input(name).mutation(async ({ ctx: { book }, input }) => ({
    id: await record(book, { key: 'milestone-template.create', parameters: { name: input.name } }, (trx) =>
      createTemplate(trx, input),
    ),
  })),

  /** A copy of the journey that comes with the app. */
  createStandard: bookProcedure.mutation(async ({ ctx: { book } }) => ({
    id: await record(
      book,
      { key: 'milestone-template.create', parameters: { name: standardJourney.name.en } },
      createStandardTemplate,
    ),
  })),

  copy: bookProcedure
    .input(one.extend(name.shape))
    .mutation(async ({ ctx: { book }, input: { id, ...given } }) => ({
      id: await record(book, { key: 'milestone-template.create', parameters: { name: given.name } }, (trx) =>
        copyTemplate(trx, id, given),
      ),
    })),

  rename: bookProcedure
    .input(one.extend(name.shape))
    .mutation(({ ctx: { book }, input: { id, ...given } }) =>
      change(book, id, 'milestone-template.edit', (trx) => renameTemplate(trx, id, given)),
    ),

  delete: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input: { id } }) =>
      change(book, id, 'milestone-template.delete', (trx) => deleteTemplate(trx, id)),
    ),

  addLine: bookProcedure
    .input(ofTemplate.extend(lineFacts.shape))
    .mutation(({ ctx: { book }, input: { templateId, ...facts } }) =>
      change(book, templateId, 'milestone-template.edit', (trx) => addTemplateLine(trx, templateId, facts)),
    ),

  editLine: bookProcedure
    .input(ofTemplate.extend(one.shape).extend(lineFacts.shape))
    .mutation(({ ctx: { book }, input: { templateId, id, ...facts } }) =>
      change(book, templateId, 'milestone-template.edit', (trx) =>
        editTemplateLine(trx, templateId, id, facts),
      ),
    ),

  deleteLine: bookProcedure
    .input(ofTemplate.extend(one.shape))
    .mutation(({ ctx: { book }, input: { templateId, id } }) =>
      change(book, templateId, 'milestone-template.edit', (trx) => deleteTemplateLine(trx, templateId, id)),
    ),

  /** The order the lines are shown in. */
  reorder: bookProcedure
    .input(ofTemplate.extend({ lineIds: z.array(z.int()).max(1000) }))
    .mutation(({ ctx: { book }, input: { templateId, lineIds } }) =>
      change(book, templateId, 'milestone-template.edit', (trx) =>
        reorderTemplateLines(trx, templateId, lineIds),
      ),
    ),
});

/** An action on a template, named after it. @throws Failure record.not-found */
async function change(
  book: Book,
  id: number,
  key: ActionKey,
  run: (trx: Writer) => Promise<void>,
): Promise<void> {
  const parameters = { name: await templateNamed(book.db, id) };
  await record(book, { key, parameters }, run);
}
