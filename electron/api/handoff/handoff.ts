import { z } from 'zod';
import { type AccountFacts, createAccount, getAccount } from '../../../db/account/query.ts';
import { bookSettings, today } from '../../../db/book/query.ts';
import { Failure } from '../../../db/failure.ts';
import { plainText, readAnswer } from '../../../db/handoff/answer.ts';
import { earlierAnswers } from '../../../db/handoff/earlier-query.ts';
import { shouldJoinNow } from '../../../db/handoff/engagement.ts';
import { defaultEngagementLimits, type EngagementLimits } from '../../../db/handoff/engagement-rule.ts';
import {
  answerField,
  createHandoff,
  deleteHandoff,
  editHandoff,
  findEngagementLimits,
  getHandoff,
  listHandoffs,
  setEngagementLimits,
} from '../../../db/handoff/query.ts';
import { answerSources } from '../../../db/handoff/source.ts';
import { summariseHandoff } from '../../../db/handoff/summary.ts';
import { fieldsOf, handoffKinds } from '../../../db/handoff/template.ts';
import { currentTemplate } from '../../../db/handoff/template-query.ts';
import type { Book } from '../../../db/open.ts';
import { record } from '../../../db/record.ts';
import { minorDigits } from '../../../db/types/money.ts';
import { amountMinor, count, line, lineOrNull, ofSlice, one } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { handoffAction } from './action.ts';
import { handoffClockRouter } from './clock.ts';
import { handoffCrmRouter } from './crm.ts';
import { handoffDecisionRouter } from './decision.ts';
import { handoffFollowUpRouter } from './follow-up.ts';
import { handoffFormRouter } from './form.ts';
import { handoffSourceRouter } from './source.ts';
import { handoffTemplateRouter } from './template.ts';

/** Text as a form gives it back, so that a round trip changes nothing; blank is none. */
const prose = z
  .string()
  .max(20_000)
  .transform((text) => plainText(text) || null);
const limits = z.object({
  averageDealMinor: z.int().positive(),
  salesCycleDays: z.int().positive(),
  implementationDays: z.int().positive(),
});
const facts = z
  .object({
    deal: lineOrNull,
    seller: lineOrNull,
    receiver: lineOrNull,
    averageDealMinor: amountMinor.nullable(),
    salesCycleDays: count.nullable(),
    implementationDays: count.nullable(),
    dealPercent: z.int().min(0).max(100).nullable(),
  })
  .partial();
const answer = z.object({
  id: z.int(),
  field: z.string(),
  answer: z.string().max(20_000).optional(),
  quality: z
    .union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
    .nullable()
    .optional(),
  source: z.enum(answerSources).nullable().optional(),
  evidence: prose.optional(),
  comment: prose.optional(),
});

export const handoffRouter = router({
  template: handoffTemplateRouter,
  source: handoffSourceRouter,
  form: handoffFormRouter,
  followUp: handoffFollowUpRouter,
  decision: handoffDecisionRouter,
  crm: handoffCrmRouter,
  clock: handoffClockRouter,
  /** Every handoff, or an account's, each at a glance. */
  list: bookProcedure
    .input(ofSlice.extend({ accountId: z.int().optional() }))
    .query(async ({ ctx: { book }, input }) => {
      const now = await today(book);
      const limits = await engagementLimits(book);
      return (await listHandoffs(book.db, input.accountId, input.slice)).map((handoff) => ({
        id: handoff.id,
        accountId: handoff.account_id,
        accountName: handoff.accountName,
        kind: handoff.template.kind,
        deal: handoff.deal,
        seller: handoff.seller,
        receiver: handoff.receiver,
        state: handoff.state,
        submittedOn: handoff.submitted_on,
        returns: handoff.returns.length,
        dealPercent: handoff.deal_percent,
        joinNow: shouldJoinNow(handoff, limits),
        ...summariseHandoff(handoff, now),
      }));
    }),

  /** A handoff whole, with the limits of the engagement rule in this book. */
  get: bookProcedure.input(one).query(async ({ ctx: { book }, input }) => {
    const [handoff, { base_currency }, now] = await Promise.all([
      getHandoff(book.db, input.id),
      bookSettings(book.db),
      today(book),
    ]);
    return {
      ...handoff,
      earlier: await earlierAnswers(book.db, handoff),
      today: now,
      currency: base_currency,
      limits: await engagementLimits(book),
    };
  }),

  /** A new draft for an account of the book, or for one that begins with it. */
  create: bookProcedure
    .input(
      z.object({
        account: z.union([one, z.object({ name: line })]),
        kind: z.enum(handoffKinds).default('new-deal'),
        deal: lineOrNull,
        seller: lineOrNull,
        receiver: lineOrNull,
      }),
    )
    .mutation(async ({ ctx: { book }, input: { account, kind, ...people } }) => {
      const { name } = 'id' in account ? await getAccount(book.db, account.id) : account;
      const id = await record(book, { key: 'handoff.create', parameters: { account: name } }, async (trx) =>
        createHandoff(trx, await currentTemplate(trx, kind), {
          account_id: 'id' in account ? account.id : await createAccount(trx, prospect(name, people.seller)),
          ...people,
        }),
      );
      return { id };
    }),

  edit: bookProcedure
    .input(one.extend(facts.shape))
    .mutation(async ({ ctx: { book }, input: { id, ...given } }) => {
      const { averageDealMinor, salesCycleDays, implementationDays, dealPercent, ...people } = given;
      await handoffAction(book, id, 'handoff.edit', (trx) =>
        editHandoff(
          trx,
          id,
          withoutUndefined({
            ...people,
            average_deal_minor: averageDealMinor,
            sales_cycle_days: salesCycleDays,
            implementation_days: implementationDays,
            deal_percent: dealPercent,
          }),
        ),
      );
    }),

  /** Changes what is given of one field. @throws record.invalid for a text the field's type cannot hold */
  answer: bookProcedure
    .input(answer)
    .mutation(async ({ ctx: { book }, input: { id, field: key, ...given } }) => {
      const { template, answers } = await getHandoff(book.db, id);
      const { base_currency } = await bookSettings(book.db);
      const field = fieldsOf(template).find((each) => each.key === key);
      if (!field) throw new Failure('record.not-found', { noun: 'handoff-field', id: key });
      const reading = given.answer === undefined ? null : readAnswer(field, given.answer, base_currency);
      if (reading?.problem) throw new Failure('record.invalid', { reason: reading.problem });
      await handoffAction(book, id, 'handoff.answer', (trx) =>
        answerField(
          trx,
          id,
          key,
          withoutUndefined({
            answer: reading?.answer,
            quality: given.quality,
            source: given.source,
            // Why the old answer was taken says nothing of a new one.
            sourceReason: reading && reading.answer !== answers[key]?.answer ? null : undefined,
            evidence: given.evidence,
            comment: given.comment,
          }),
        ),
      );
    }),

  /** CS joined the deal before it was handed in. */
  join: bookProcedure.input(one).mutation(async ({ ctx: { book }, input: { id } }) => {
    const now = await today(book);
    await handoffAction(book, id, 'handoff.join', (trx) => editHandoff(trx, id, { cs_joined_on: now }));
  }),

  remove: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input: { id } }) =>
      handoffAction(book, id, 'handoff.delete', (trx) => deleteHandoff(trx, id)),
    ),

  setLimits: bookProcedure.input(limits).mutation(async ({ ctx: { book }, input }) => {
    const { base_currency: currency } = await bookSettings(book.db);
    const { averageDealMinor, ...days } = input;
    await record(book, { key: 'handoff.set-limits' }, (trx) =>
      setEngagementLimits(trx, { averageDeal: { minor: averageDealMinor, currency }, ...days }),
    );
  }),
});

/** The limits of the engagement rule: the user's, or the usual ones. */
async function engagementLimits(book: Book): Promise<EngagementLimits> {
  const { base_currency: currency } = await bookSettings(book.db);
  const kept = await findEngagementLimits(book.db, currency);
  return kept ?? defaultEngagementLimits(10 ** minorDigits(currency), currency);
}

/** What a deal says of an account nobody entered before. */
function prospect(name: string, salesOwner: string | null): AccountFacts {
  const unknown = { key: null, legalName: null, industry: null, size: null, region: null, tier: null };
  const open = { owner: null, description: null, customerSince: null };
  return { ...unknown, ...open, name, salesOwner, status: 'prospect', tags: [] };
}
