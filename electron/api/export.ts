import { z } from 'zod';
import type { AccountFilter } from '../../db/account/filter-query.ts';
import { accountListColumns } from '../../db/account/list-column.ts';
import {
  type AccountLine,
  type AccountOrder,
  accountTotals,
  listAccounts,
} from '../../db/account/list-query.ts';
import { bookSettings, today } from '../../db/book/query.ts';
import { liveCustomFields } from '../../db/custom-field/query.ts';
import type { Book } from '../../db/open.ts';
import { listSchemes } from '../../db/segment/scheme-query.ts';
import { isIsoDate } from '../../db/types/calendar.ts';
import { languages } from '../../db/types/language.ts';
import { accountListSheet } from '../account/list-sheet.ts';
import { saveExport } from '../export/save-export.ts';
import { sheetName } from '../files/workbook/sheet.ts';
import { type Column, tableSheet } from '../files/workbook/table.ts';
import { workbookBytes } from '../files/workbook/workbook.ts';
import { streamedTable, writeTables } from '../files/workbook/workbook-stream.ts';
import { startFiles } from '../jobs/start-files.ts';
import { messagesIn } from '../messages.ts';
import { accountFilter, accountOrder, customColumn, segmentColumn } from './account/account.ts';
import { line } from './field.ts';
import { statusProcedure } from './status-procedure.ts';
import { bookProcedure, router } from './trpc.ts';

const destination = z.object({ path: z.string().min(1), language: z.enum(languages) });

export const exportRouter = router({
  /** Starts writing the whole book to a workbook; see job.state. */
  book: bookProcedure
    .input(destination)
    .mutation(({ ctx: { service, book }, input: { path, language: only } }) =>
      startFiles(service, book, path, [only], (language) => ({ is: 'book', language })),
    ),

  /** Writes any other list as it is seen: the screen says its columns and its rows in their order. */
  seenList: bookProcedure
    .input(
      destination.extend({
        title: line,
        columns: z
          .array(z.object({ heading: line, is: z.enum(['text', 'date', 'integer', 'figure']) }))
          .min(1)
          .max(200),
        rows: z.array(z.array(z.union([z.string(), z.number()]).nullable()).max(200)).max(100_000),
      }),
    )
    .mutation(async ({ ctx: { service }, input: { path, language, title, columns, rows } }) => {
      const t = messagesIn(language);
      const labels = { yes: t('app.yes'), no: t('app.no') };
      const sheet = tableSheet(sheetName(title), columns.map(seenColumn), rows, labels);
      await saveExport(
        path,
        await workbookBytes([sheet], { is: 'list', title, language, created: service.now(), labels }),
      );
    }),

  /** Starts writing the account list as it is seen: its filters, order and columns. */
  accountList: statusProcedure
    .input(
      destination.extend({
        filter: accountFilter,
        order: accountOrder,
        columns: z
          .array(z.union([z.enum(accountListColumns), segmentColumn, customColumn]))
          .min(1)
          .max(500)
          .readonly(),
      }),
    )
    .mutation(async ({ ctx: { service, book }, input }) => {
      const { filter, order, columns, path, language } = input;
      const { count } = await accountTotals(book.db, filter, null, await today(book));
      const { base_currency, name } = await bookSettings(book.db);
      const t = messagesIn(language);
      const table = streamedTable(
        sheetName(t('account.list.title')),
        accountListSheet(
          columns,
          language,
          base_currency,
          await listSchemes(book.db),
          await liveCustomFields(book.db),
        ),
        lines(book, filter, order),
      );
      const labels = { yes: t('app.yes'), no: t('app.no') };
      const properties = {
        is: 'account-list' as const,
        title: name,
        language,
        created: service.now(),
        labels,
      };
      return { job: service.jobs.start(count, (working) => writeTables(path, [table], properties, working)) };
    }),
});

type SeenRow = readonly (string | number | null)[];

function seenColumn(
  { heading, is }: { heading: string; is: 'text' | 'date' | 'integer' | 'figure' },
  at: number,
): Column<SeenRow> {
  const common = { key: `column-${at}`, heading };
  const text = (row: SeenRow) => {
    const value = row[at] ?? null;
    return value === null ? null : String(value);
  };
  const number = (row: SeenRow) => {
    const value = row[at] ?? null;
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  };
  if (is === 'text') return { ...common, format: 'text', value: text };
  if (is === 'date')
    return {
      ...common,
      format: 'date',
      value: (row) => {
        const day = text(row);
        return day !== null && isIsoDate(day) ? day : null;
      },
    };
  return { ...common, format: is, value: number };
}

const pageLength = 500;

/** The list's rows, page by page. */
async function* lines(book: Book, filter: AccountFilter, order: AccountOrder): AsyncGenerator<AccountLine> {
  for (let offset = 0; ; offset += pageLength) {
    const page = await listAccounts(book.db, filter, order, { offset, limit: pageLength });
    yield* page;
    if (page.length < pageLength) return;
  }
}
