import { z } from 'zod';
import { today } from '../../../db/book/query.ts';
import {
  applyTemplate,
  deleteMilestone,
  fixMilestone,
  listMilestones,
  planMilestones,
  reachMilestone,
} from '../../../db/milestone/query.ts';
import { standardJourney } from '../../../db/milestone/template.ts';
import {
  createStandardTemplate,
  templateLines,
  templateOfAccount,
} from '../../../db/milestone/template-query.ts';
import { record } from '../../../db/record.ts';
import { date, dateOrNull, ofAccount, one } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';
import { milestoneTemplateRouter } from './template.ts';

/** Null is the standard journey of a book that has no template yet. */
const fromTemplate = ofAccount.extend({ templateId: z.int().nullable() });

export const milestoneRouter = router({
  template: milestoneTemplateRouter,
  /** An account's milestones and touchpoints by their day. */
  list: bookProcedure.input(ofAccount).query(async ({ ctx: { book }, input }) => ({
    today: await today(book),
    milestones: await listMilestones(book.db, input.accountId),
  })),

  /** The template an account's segment chose for it, or null. */
  templateOf: bookProcedure
    .input(ofAccount)
    .query(({ ctx: { book }, input }) => templateOfAccount(book.db, input.accountId)),

  /** What a template would give an account, before it is given. */
  preview: bookProcedure
    .input(fromTemplate)
    .query(async ({ ctx: { book }, input: { accountId, templateId } }) => {
      const lines =
        templateId === null
          ? standardJourney.lines.map(({ title, ...line }, position) => ({
              ...line,
              id: null,
              position,
              title: title.en,
              titleZh: title['zh-CN'],
            }))
          : await templateLines(book.db, templateId);
      const now = await today(book);
      const planned = await planMilestones(book.db, accountId, lines, now);
      return {
        today: now,
        lines: lines.map((line, at) => ({ ...line, dueOn: null, state: 'open' as const, ...planned[at] })),
      };
    }),

  /** Gives an account a template's milestones that it hasn't got: those named by position, or (null) all. */
  plan: bookProcedure
    .input(fromTemplate.extend({ positions: z.array(z.int()).max(1000).nullable() }))
    .mutation(async ({ ctx: { book }, input: { accountId, templateId, positions } }) => {
      const now = await today(book);
      const added = await record(book, { key: 'milestone.plan' }, async (trx) => {
        const id = templateId ?? (await createStandardTemplate(trx));
        return applyTemplate(trx, accountId, id, positions, now);
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
