import { z } from 'zod';
import { accountGroups } from '../../../db/account/filter-query.ts';
import { accountSorts } from '../../../db/account/list-column.ts';
import {
  accountChoices,
  accountTotals,
  listAccounts,
  renewalHorizonDays,
} from '../../../db/account/list-query.ts';
import { deleteAccount, mergeAccounts, previewMerge } from '../../../db/account/merge-query.ts';
import { type AccountPatch, patchAccounts } from '../../../db/account/patch-query.ts';
import {
  accountFiscalYearStart,
  archiveAccount,
  archivedWith,
  createAccount,
  editAccount,
  getAccount,
  setAccountFiscalYearStart,
} from '../../../db/account/query.ts';
import { accountCounts, accountNeighbours } from '../../../db/account/section-query.ts';
import { bookSettings, today } from '../../../db/book/query.ts';
import { accountTimeline } from '../../../db/change/timeline-query.ts';
import { type CustomValue, customFieldOf, longestText } from '../../../db/custom-field/rule.ts';
import { setCustomValues } from '../../../db/custom-field/value-query.ts';
import { record } from '../../../db/record.ts';
import {
  currency,
  dateOrNull,
  line,
  lineOrNull,
  ofAccount,
  one,
  page,
  proseOrNull,
  slice,
} from '../field.ts';
import { healthProcedure } from '../health/health-procedure.ts';
import { statusProcedure } from '../status-procedure.ts';
import { bookProcedure, router } from '../trpc.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { accountCardRouter } from './card.ts';

const fieldValue = z.union([z.string().max(longestText), z.number()]);
const ofField = z.object({ fieldId: z.int() });
export const customColumn = z.templateLiteral(['custom-', z.int().nonnegative()]);

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

/** What custom fields hold, by `custom-` and the field's id; null empties one. */
const custom = z.partialRecord(
  customColumn,
  z.object({ value: fieldValue, currency: currency.nullable() }).nullable(),
);

const anyOf = z.array(z.string().nullable()).max(500).readonly().optional();
export const accountFilter = z.object({
  text: z.string().max(200).optional(),
  tags: z.array(z.string().max(200)).max(500).readonly().optional(),
  archived: z.boolean().optional(),
  singleThreaded: z.boolean().optional(),
  tier: anyOf,
  owner: anyOf,
  region: anyOf,
  stage: anyOf,
  size: anyOf,
  industry: anyOf,
  slice: slice.optional(),
  custom: z
    .array(
      z.union([
        ofField.extend({ among: z.array(fieldValue.nullable()).max(500).readonly() }),
        ofField.extend({ containing: z.string().min(1).max(200) }),
        ofField.extend({ from: fieldValue.nullable(), to: fieldValue.nullable() }),
      ]),
    )
    .max(50)
    .readonly()
    .optional(),
});
export const segmentColumn = z.templateLiteral(['segment-', z.int().nonnegative()]);
const group = z.union([z.enum(accountGroups), segmentColumn]).nullable();
export const accountOrder = z.object({
  sort: z.union([z.enum(accountSorts), segmentColumn, customColumn]),
  descending: z.boolean(),
  group,
});

const ids = z.array(z.int()).min(1).max(20_000);
/** The same for several accounts; what is not named stays. */
const patch = z.object({
  facts: facts.omit({ tags: true }).partial().optional(),
  addTags: z.array(line).max(50).optional(),
  removeTags: z.array(line).max(50).optional(),
  segments: z.array(z.object({ schemeId: z.int(), segmentId: z.int().nullable() })).optional(),
  custom: custom.optional(),
});
const merge = z
  .object({ intoId: z.int(), fromId: z.int() })
  .refine(({ intoId, fromId }) => intoId !== fromId);

export const accountRouter = router({
  card: accountCardRouter,
  /** One page of the list. */
  list: healthProcedure
    .input(z.object({ filter: accountFilter, order: accountOrder, page }))
    .query(({ ctx: { book }, input }) => listAccounts(book.db, input.filter, input.order, input.page)),

  /** Count and sums of the list and of its groups, in the base currency. */
  totals: statusProcedure
    .input(z.object({ filter: accountFilter, group }))
    .query(async ({ ctx: { book }, input }) => ({
      ...(await accountTotals(book.db, input.filter, input.group, await today(book))),
      currency: (await bookSettings(book.db)).base_currency,
      renewalHorizonDays,
    })),

  /** Every tier, owner, region and so on there is, for filters and suggestions. */
  choices: statusProcedure.query(({ ctx: { book } }) => accountChoices(book.db)),

  get: statusProcedure.input(one).query(({ ctx: { book }, input }) => getAccount(book.db, input.id)),

  /** How many records of each kind it has: what its page counts and folds. */
  counts: bookProcedure.input(one).query(({ ctx: { book }, input }) => accountCounts(book.db, input.id)),

  /** Its place in the list as it is looked at, and the ones beside it; null where it is not in it. */
  neighbours: statusProcedure
    .input(one.extend({ filter: accountFilter, order: accountOrder }))
    .query(({ ctx: { book }, input }) => accountNeighbours(book.db, input.id, input.filter, input.order)),

  /** What happened, the latest first. */
  timeline: bookProcedure
    .input(ofAccount.extend({ page }))
    .query(async ({ ctx: { book }, input }) =>
      accountTimeline(book.db, input.accountId, await today(book), input.page),
    ),

  create: bookProcedure
    .input(facts.extend({ custom: custom.optional() }))
    .mutation(async ({ ctx: { book }, input: { custom: own, ...given } }) => ({
      id: await record(book, { key: 'account.create', parameters: { name: given.name } }, async (trx) => {
        const id = await createAccount(trx, given);
        await setCustomValues(trx, id, valuesOf(own));
        return id;
      }),
    })),

  edit: bookProcedure
    .input(one.extend({ facts, custom: custom.optional() }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'account.edit', parameters: { name: input.facts.name } }, async (trx) => {
        await editAccount(trx, input.id, input.facts);
        await setCustomValues(trx, input.id, valuesOf(input.custom));
      }),
    ),

  /** Changes many accounts at once, such as cells of the list that were typed or pasted. One undo takes all of it back. */
  patch: bookProcedure
    .input(z.object({ changes: z.array(z.object({ ids, patch })).min(1).max(20_000) }))
    .mutation(async ({ ctx: { book }, input: { changes } }) => {
      const count = new Set(changes.flatMap((change) => change.ids)).size;
      await record(book, { key: 'account.patch', parameters: { count } }, async (trx) => {
        for (const change of changes) await patchAccounts(trx, change.ids, patchOf(change.patch));
      });
    }),

  archiveMany: bookProcedure.input(z.object({ ids })).mutation(({ ctx: { book }, input }) =>
    record(book, { key: 'account.archive-many', parameters: { count: input.ids.length } }, async (trx) => {
      for (const id of input.ids) await archiveAccount(trx, id, book.now());
    }),
  ),

  /** What merging one account into another would do. */
  mergePreview: bookProcedure
    .input(merge)
    .query(({ ctx: { book }, input }) => previewMerge(book.db, input.intoId, input.fromId)),

  merge: bookProcedure.input(merge).mutation(async ({ ctx: { book }, input: { intoId, fromId } }) => {
    const [{ name }, { name: from }] = [await getAccount(book.db, intoId), await getAccount(book.db, fromId)];
    await record(book, { key: 'account.merge', parameters: { name, from } }, (trx) =>
      mergeAccounts(trx, intoId, fromId),
    );
  }),

  /** For what was created by mistake: the account goes with everything of it. */
  delete: bookProcedure.input(one).mutation(async ({ ctx: { book }, input: { id } }) => {
    const { name } = await getAccount(book.db, id);
    await record(book, { key: 'account.delete', parameters: { name } }, (trx) => deleteAccount(trx, id));
  }),

  /** The month its own fiscal year begins with, 1–12; null where it is the book's. */
  fiscalYearStart: bookProcedure
    .input(one)
    .query(({ ctx: { book }, input }) => accountFiscalYearStart(book.db, input.id)),

  setFiscalYearStart: bookProcedure
    .input(one.extend({ month: z.int().min(1).max(12).nullable() }))
    .mutation(async ({ ctx: { book }, input: { id, month } }) => {
      const { name } = await getAccount(book.db, id);
      await record(book, { key: 'account.edit', parameters: { name } }, (trx) =>
        setAccountFiscalYearStart(trx, id, month),
      );
    }),

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

function patchOf({ custom: own, facts: given, ...rest }: z.infer<typeof patch>): AccountPatch {
  return withoutUndefined({
    ...rest,
    facts: given && withoutUndefined(given),
    custom: own && valuesOf(own),
  });
}

function valuesOf(own: z.infer<typeof custom> = {}): { fieldId: number; value: CustomValue | null }[] {
  return Object.entries(own).flatMap(([key, value]) => {
    const fieldId = customFieldOf(key);
    return fieldId === null || value === undefined ? [] : [{ fieldId, value }];
  });
}
