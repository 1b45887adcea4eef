import path from 'node:path';
import { z } from 'zod';
import { bookHolds, bookSettings, editBookSettings, today } from '../../db/book/query.ts';
import { record } from '../../db/record.ts';
import { languages } from '../../db/types/language.ts';
import { undoState } from '../../db/undo.ts';
import { bookProcedure, procedure, router } from './trpc.ts';
import { withoutUndefined } from './without-undefined.ts';

const passphrase = z.string().min(1).max(1000);
const currency = z.string().regex(/^[A-Z]{3}$/);
const timeZone = z
  .string()
  .refine((name) => Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC');
const newBook = z.object({
  path: z.string().min(1),
  name: z.string().trim().min(1).max(200),
  owner: z.string().trim().max(200),
  baseCurrency: currency,
  fiscalYearStartMonth: z.int().min(1).max(12),
  language: z.enum(languages),
  timeZone,
});

export const bookRouter = router({
  /** The open book, what undo and redo would do, when it was last saved and backed up; null when none is open. */
  status: procedure.query(({ ctx: { service } }) => {
    if (!service.shelf.isOpen) return null;
    return service.shelf.lease(async (book) => {
      const [settings, undo, backups, date, holds] = await Promise.all([
        bookSettings(book.db),
        undoState(book.db),
        service.shelf.backups(),
        today(book),
        bookHolds(book.db),
      ]);
      const last = await book.db
        .selectFrom('action')
        .select('at')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return {
        path: book.path,
        settings,
        today: date,
        holds,
        recovered: book.recovered,
        /** What became of its file; nothing is written any more then, and a copy holds all that was. */
        fileLoss: book.fileLoss(),
        isEncrypted: book.key !== null,
        undo: undo.undo && actionOf(undo.undo),
        redo: undo.redo && actionOf(undo.redo),
        savedAt: last?.at ?? settings.created_at,
        backedUpAt: backups[0]?.at ?? null,
      };
    });
  }),

  /** Why the book asked for did not open, or null; for the page of a start that ended without a book. */
  refused: procedure.query(({ ctx: { service } }) => {
    const { refused } = service.shelf;
    return refused && { code: refused.code, parameters: refused.parameters };
  }),

  open: procedure
    .input(
      z.object({
        path: z.string().min(1),
        passphrase: passphrase.optional(),
        /** Opens one whose bytes changed since it was closed, as far as it can be read. */
        acceptsAltered: z.boolean().optional(),
      }),
    )
    .mutation(async ({ ctx, input: { path: file, ...access } }) => {
      await ctx.service.shelf.open(file, withoutUndefined(access));
    }),

  /** Asks for the passphrase again before anything more of the book is shown. */
  lock: procedure.mutation(({ ctx }) => ctx.service.shelf.lock()),

  /** @throws Failure book.wrong-passphrase */
  setPassphrase: procedure
    .input(z.object({ current: passphrase.nullable(), next: passphrase.min(8).nullable() }))
    .mutation(({ ctx, input: { current, next } }) => ctx.service.shelf.setPassphrase(current, next)),

  openSample: procedure.input(z.object({ language: z.enum(languages) })).mutation(async ({ ctx, input }) => {
    await ctx.service.shelf.openSample(input.language, ctx.service.systemTimeZone);
  }),

  create: procedure.input(newBook).mutation(async ({ ctx, input: { path: file, ...facts } }) => {
    await ctx.service.shelf.create(file.endsWith('.tenure') ? file : `${file}.tenure`, facts);
  }),

  close: procedure.mutation(({ ctx }) => ctx.service.shelf.close()),

  edit: bookProcedure
    .input(
      newBook
        .omit({ path: true })
        .extend({ renewalGapDays: z.int().min(0).max(366) })
        .partial(),
    )
    .mutation(
      ({
        ctx: { book },
        input: { baseCurrency, fiscalYearStartMonth, timeZone: zone, renewalGapDays, ...rest },
      }) =>
        record(book, { key: 'book.edit' }, (trx) =>
          editBookSettings(trx, {
            ...withoutUndefined(rest),
            ...(baseCurrency && { base_currency: baseCurrency }),
            ...(fiscalYearStartMonth && { fiscal_year_start_month: fiscalYearStartMonth }),
            ...(zone && { time_zone: zone }),
            ...(renewalGapDays !== undefined && { renewal_gap_days: renewalGapDays }),
          }),
        ),
    ),

  /** Where books are usually kept, and the ones opened before, newest first. */
  recent: procedure.query(async ({ ctx: { service } }) => ({
    folder: service.documentsFolder,
    books: (await service.shelf.recent()).map((file) => ({
      path: file,
      name: path.basename(file, '.tenure'),
    })),
  })),

  forget: procedure
    .input(z.object({ path: z.string() }))
    .mutation(({ ctx, input }) => ctx.service.shelf.forget(input.path)),

  saveCopy: bookProcedure
    .input(z.object({ path: z.string().min(1) }))
    .mutation(({ ctx, input }) => ctx.service.shelf.saveCopy(input.path)),

  backups: procedure
    .input(z.object({ path: z.string() }).optional())
    .query(({ ctx: { service }, input }) =>
      input ? service.shelf.backupsOf(input.path) : service.shelf.backups(),
    ),

  backUp: bookProcedure.mutation(({ ctx }) => ctx.service.shelf.backUp()),

  restore: procedure
    .input(z.object({ backup: z.string(), path: z.string(), passphrase: passphrase.optional() }))
    .mutation(async ({ ctx, input }) => {
      await ctx.service.shelf.restore(input.backup, input.path, input.passphrase);
    }),
});

function actionOf({ id, key, parameters, at }: { id: number; key: string; parameters: string; at: string }) {
  return { id, action: key, parameters: JSON.parse(parameters) as Record<string, string | number>, at };
}
