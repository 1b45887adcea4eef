import { z } from 'zod';
import { today } from '../../../db/book/query.ts';
import { listMeasures } from '../../../db/health/measure-query.ts';
import { readingSheet, writeReadings } from '../../../db/health/reading-query.ts';
import { record } from '../../../db/record.ts';
import { languages } from '../../../db/types/language.ts';
import { saveExport } from '../../export/save-export.ts';
import { readingTemplate, readReadings } from '../../health/reading-file.ts';
import { openSource } from '../../import/read.ts';
import { date, lineOrNull } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';
import { uploaded } from '../uploaded.ts';

const entry = z.object({
  accountId: z.int(),
  measureId: z.int(),
  on: date,
  value: z.number().nullable(),
  source: lineOrNull,
});

export const healthReadingRouter = router({
  /** A day's sheet: every active account by every measure in use. */
  sheet: bookProcedure.input(z.object({ on: date })).query(async ({ ctx: { book }, input }) => ({
    today: await today(book),
    measures: (await listMeasures(book.db)).filter(({ isRetired }) => !isRetired),
    rows: await readingSheet(book.db, input.on),
  })),

  /** Saves a day's sheet as a workbook to be filled in. */
  template: bookProcedure
    .input(z.object({ on: date, language: z.enum(languages), path: z.string().min(1) }))
    .mutation(async ({ ctx: { book }, input: { on, language, path } }) => {
      await saveExport(path, await readingTemplate(book, on, language));
    }),

  /** What a file of readings holds, and what of it cannot be taken; nothing is written. */
  fromFile: bookProcedure
    .input(z.object({ upload: z.uuid(), on: date }))
    .query(async ({ ctx: { service, book }, input: { upload, on } }) => {
      const { name, bytes } = await uploaded(service, upload);
      return readReadings(book, openSource(bytes, name), on, await today(book));
    }),

  /** Cells typed or pasted; one undo for all of them. */
  write: bookProcedure
    .input(z.object({ entries: z.array(entry).min(1).max(20_000) }))
    .mutation(async ({ ctx: { book }, input: { entries } }) => {
      const now = await today(book);
      return record(book, { key: 'health.read', parameters: { count: entries.length } }, (trx) =>
        writeReadings(trx, entries, now),
      );
    }),
});
