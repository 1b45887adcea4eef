import { z } from 'zod';
import {
  archiveAccount,
  archivedWith,
  createAccount,
  editAccount,
  getAccount,
} from '../../db/queries/account.ts';
import {
  accountChoices,
  accountGroups,
  accountSorts,
  accountTotals,
  listAccounts,
  renewalHorizonDays,
} from '../../db/queries/account-list.ts';
import { bookSettings, today } from '../../db/queries/book.ts';
import { accountTimeline } from '../../db/queries/timeline.ts';
import { record } from '../../db/record.ts';
import { dateOrNull, line, lineOrNull, ofAccount, one, page, proseOrNull, slice } from './field.ts';
import { standingProcedure } from './standing-procedure.ts';
import { bookProcedure, router } from './trpc.ts';

const facts = z.object({
  name: line,
  key: lineOrNull,
  legalName: lineOrNull,
  industry: lineOrNull,
  size: z.enum(['small', 'mid', 'large']).nullable(),
  region: lineOrNull,
  tier: lineOrNull,
  owner: lineOrNull,
  salesOwner: lineOrNull,
  status: z.enum(['prospect', 'active', 'churned']),
  tags: z.array(line).max(50),
  description: proseOrNull,
  customerSince: dateOrNull,
});

const anyOf = z.array(z.string().nullable()).max(500).readonly().optional();
export const accountFilter = z.object({
  text: z.string().max(200).optional(),
  tags: z.array(z.string().max(200)).max(500).readonly().optional(),
  archived: z.boolean().optional(),
  tier: anyOf,
  owner: anyOf,
  region: anyOf,
  stage: anyOf,
  size: anyOf,
  industry: anyOf,
  slice: slice.optional(),
});
export const segmentColumn = z.templateLiteral(['segment-', z.int().nonnegative()]);
const group = z.union([z.enum(accountGroups), segmentColumn]).nullable();
export const accountOrder = z.object({
  sort: z.union([z.enum(accountSorts), segmentColumn]),
  descending: z.boolean(),
  group,
});

export const accountRouter = router({
  /** One page of the list. */
  list: standingProcedure
    .input(z.object({ filter: accountFilter, order: accountOrder, page }))
    .query(({ ctx: { book }, input }) => listAccounts(book.db, input.filter, input.order, input.page)),

  /** Count and sums of the list and of its groups, in the base currency. */
  totals: standingProcedure
    .input(z.object({ filter: accountFilter, group }))
    .query(async ({ ctx: { book }, input }) => ({
      ...(await accountTotals(book.db, input.filter, input.group, await today(book))),
      currency: (await bookSettings(book.db)).base_currency,
      renewalHorizonDays,
    })),

  /** Every tier, owner, region and so on there is, for filters and suggestions. */
  choices: standingProcedure.query(({ ctx: { book } }) => accountChoices(book.db)),

  get: standingProcedure.input(one).query(({ ctx: { book }, input }) => getAccount(book.db, input.id)),

  /** What happened, the latest first. */
  timeline: bookProcedure
    .input(ofAccount.extend({ page }))
    .query(async ({ ctx: { book }, input }) =>
      accountTimeline(book.db, input.accountId, await today(book), input.page),
    ),

  create: bookProcedure.input(facts).mutation(async ({ ctx: { book }, input }) => ({
    id: await record(book, { key: 'account.create', parameters: { name: input.name } }, (trx) =>
      createAccount(trx, input),
    ),
  })),

  edit: bookProcedure
    .input(one.extend({ facts }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'account.edit', parameters: { name: input.facts.name } }, (trx) =>
        editAccount(trx, input.id, input.facts),
      ),
    ),

  /** What would leave the lists together with the account. */
  archivedWith: bookProcedure.input(one).query(({ ctx: { book }, input }) => archivedWith(book.db, input.id)),

  archive: bookProcedure.input(one).mutation(async ({ ctx: { book }, input: { id } }) => {
    const { name } = await getAccount(book.db, id);
    await record(book, { key: 'account.archive', parameters: { name } }, (trx) =>
      archiveAccount(trx, id, book.now()),
    );
  }),

  restore: bookProcedure.input(one).mutation(async ({ ctx: { book }, input: { id } }) => {
    const { name } = await getAccount(book.db, id);
    await record(book, { key: 'account.restore', parameters: { name } }, (trx) =>
      archiveAccount(trx, id, null),
    );
  }),
});
