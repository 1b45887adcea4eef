import { z } from 'zod';
import { languages } from '../../db/domain/language.ts';
import { today } from '../../db/queries/book.ts';
import {
  applyTemplate,
  createStandardTemplate,
  deleteMilestone,
  fixMilestone,
  listMilestones,
  listMilestoneTemplates,
  reachMilestone,
} from '../../db/queries/milestone.ts';
import { record } from '../../db/record.ts';
import { date, dateOrNull, ofAccount, one } from './field.ts';
import { bookProcedure, router } from './trpc.ts';

export const milestoneRouter = router({
  /** An account's milestones and touchpoints by their day. */
  list: bookProcedure.input(ofAccount).query(async ({ ctx: { book }, input }) => ({
    today: await today(book),
    milestones: await listMilestones(book.db, input.accountId),
  })),

  templates: bookProcedure.query(({ ctx: { book } }) => listMilestoneTemplates(book.db)),

  /** Gives an account a template's milestones that it hasn't got; without one the standard journey, kept in the language. */
  plan: bookProcedure
    .input(ofAccount.extend({ templateId: z.int().nullable(), language: z.enum(languages) }))
    .mutation(async ({ ctx: { book }, input: { accountId, templateId, language } }) => {
      const now = await today(book);
      const added = await record(book, { key: 'milestone.plan' }, async (trx) => {
        const id = templateId ?? (await createStandardTemplate(trx, language));
        return applyTemplate(trx, accountId, id, now);
      });
      return { added };
    }),

  /** Reached on a day; null opens it again. */
  reach: bookProcedure
    .input(one.extend({ on: dateOrNull }))
    .mutation(async ({ ctx: { book }, input: { id, on } }) => {
      await record(book, { key: 'milestone.reach' }, (trx) => reachMilestone(trx, id, on));
    }),

  fix: bookProcedure
    .input(one.extend({ dueOn: date }))
    .mutation(async ({ ctx: { book }, input: { id, dueOn } }) => {
      await record(book, { key: 'milestone.edit' }, (trx) => fixMilestone(trx, id, dueOn));
    }),

  delete: bookProcedure.input(one).mutation(async ({ ctx: { book }, input }) => {
    await record(book, { key: 'milestone.delete' }, (trx) => deleteMilestone(trx, input.id));
  }),
});
