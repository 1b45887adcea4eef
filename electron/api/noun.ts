import { z } from 'zod';
import { type Action, actionKeys } from '../../db/action.ts';
import { today } from '../../db/book/query.ts';
import { actionOf, type Draft, type Noun, type NounRow, type Values } from '../../db/kernel/define.ts';
import {
  countRows,
  createRow,
  editRow,
  getRow,
  listRows,
  plainRow,
  referenceChoices,
  removeRow,
  valuesOf,
} from '../../db/kernel/query.ts';
import { nouns } from '../../db/nouns.ts';
import { record } from '../../db/record.ts';
import { languages } from '../../db/types/language.ts';
import { startNounList } from '../noun/list-sheet.ts';
import { ofSlice, one, page } from './field.ts';
import { changeSchema, draftSchema } from './noun-schema.ts';
import { bookProcedure, router } from './trpc.ts';
import { withoutUndefined } from './without-undefined.ts';

const names = nouns.map(({ name }) => name);
const which = z.object({ noun: z.enum(names) });
const filter = z
  .object({
    accountId: z.int().optional(),
    text: z.string().max(200).optional(),
    among: z.record(z.string(), z.array(z.union([z.string(), z.number()]).nullable()).max(1000)).optional(),
    open: z.boolean().optional(),
    ...ofSlice.shape,
  })
  .default({});
const order = z.object({ by: z.string(), descending: z.boolean() }).nullable().default(null);

type NounName = (typeof names)[number];
function nounNamed(name: NounName): Noun {
  const noun = nouns.find((each) => each.name === name);
  if (!noun) throw new RangeError(`no noun ${name}`);
  return noun;
}

/** An action in the change log with what the row is called. */
function actionFor(noun: Noun, does: 'create' | 'edit' | 'delete', values: Values): Action {
  const key = actionKeys.find((each) => each === actionOf(noun, does));
  if (!key) throw new RangeError(`no action ${actionOf(noun, does)}`);
  const title = String(values[noun.title] ?? '');
  return { key, parameters: { title: title.length > 80 ? `${title.slice(0, 79)}…` : title } };
}

/**
 * Every declared noun's rows: one router, told which noun is meant, so that a further noun costs neither a router nor the
 * compiler's time. Special screens have routers of their own beside it.
 */
export const nounRouter = router({
  /** One page of the noun's list. */
  list: bookProcedure
    .input(which.extend({ filter, order, page: page.default({ offset: 0, limit: 500 }) }))
    .query(async ({ ctx: { book }, input }): Promise<NounRow[]> => {
      const noun = nounNamed(input.noun);
      const rows = await listRows(book.db, noun, withoutUndefined(input.filter), input.order, input.page);
      return rows.map((row) => plainRow(noun, row));
    }),

  /** How many rows pass, and how many of them still ask for attention. */
  count: bookProcedure.input(which.extend({ filter })).query(async ({ ctx: { book }, input }) => {
    const noun = nounNamed(input.noun);
    const [count, open] = await Promise.all([
      countRows(book.db, noun, input.filter),
      countRows(book.db, noun, { ...input.filter, open: true }),
    ]);
    return { count, open: input.filter.open === false ? 0 : open };
  }),

  get: bookProcedure
    .input(which.extend(one.shape))
    .query(async ({ ctx: { book }, input }): Promise<NounRow> => {
      const noun = nounNamed(input.noun);
      return plainRow(noun, await getRow(book.db, noun, input.id));
    }),

  /** What the field says anywhere, for its filter and for suggestions. */
  values: bookProcedure.input(which.extend({ field: z.string() })).query(({ ctx: { book }, input }) => {
    const noun = nounNamed(input.noun);
    return input.field in noun.fields ? valuesOf(book.db, noun, input.field) : [];
  }),

  /** The rows a reference may name, at an account or at none. */
  choices: bookProcedure
    .input(which.extend({ field: z.string(), accountId: z.int().nullable() }))
    .query(({ ctx: { book }, input }) => {
      const field = nounNamed(input.noun).fields[input.field];
      return field?.is === 'reference' ? referenceChoices(book.db, field, input.accountId) : [];
    }),

  create: bookProcedure
    .input(which.extend({ facts: z.record(z.string(), z.unknown()) }).transform(withDraft))
    .mutation(async ({ ctx: { book }, input: { noun, draft } }) => {
      const now = await today(book);
      return {
        id: await record(book, actionFor(noun, 'create', draft as Values), (trx) =>
          createRow(trx, noun, draft, now),
        ),
      };
    }),

  edit: bookProcedure
    .input(which.extend({ ...one.shape, facts: z.record(z.string(), z.unknown()) }).transform(withChange))
    .mutation(async ({ ctx: { book }, input: { noun, id, change } }) => {
      const now = await today(book);
      const before = plainRow(noun, await getRow(book.db, noun, id)).values;
      await record(book, actionFor(noun, 'edit', { ...before, ...(change as Values) }), (trx) =>
        editRow(trx, noun, id, change, now),
      );
    }),

  remove: bookProcedure.input(which.extend(one.shape)).mutation(async ({ ctx: { book }, input }) => {
    const noun = nounNamed(input.noun);
    const { values } = plainRow(noun, await getRow(book.db, noun, input.id));
    await record(book, actionFor(noun, 'delete', values), (trx) => removeRow(trx, noun, input.id));
  }),

  /** Starts writing the list as it is seen: its filters, order and columns. */
  exportList: bookProcedure
    .input(
      which.extend({
        filter,
        order,
        columns: z.array(z.string()).min(1).max(200),
        path: z.string().min(1),
        language: z.enum(languages),
        title: z.string().min(1).max(200),
      }),
    )
    .mutation(({ ctx: { service, book }, input }) =>
      startNounList(service, book, nounNamed(input.noun), {
        ...input,
        filter: withoutUndefined(input.filter),
      }),
    ),
});

type Facts = Record<string, unknown>;

function withDraft({ noun: name, facts }: { noun: NounName; facts: Facts }, ctx: z.RefinementCtx) {
  const noun = nounNamed(name);
  return { noun, draft: checked(draftSchema(noun), facts, ctx) as Draft<Noun> };
}

function withChange(
  { noun: name, id, facts }: { noun: NounName; id: number; facts: Facts },
  ctx: z.RefinementCtx,
) {
  const noun = nounNamed(name);
  return { noun, id, change: checked(changeSchema(noun), facts, ctx) as Partial<Draft<Noun>> };
}

/** The facts by the noun's own schema; its complaints are the request's. */
function checked<T>(schema: z.ZodType<T, Values>, facts: Facts, ctx: z.RefinementCtx): T {
  const result = schema.safeParse(facts);
  if (result.success) return result.data;
  for (const { message, path } of result.error.issues)
    ctx.addIssue({ code: 'custom', message, path: ['facts', ...path] });
  return z.NEVER;
}
