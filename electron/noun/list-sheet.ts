import type { Noun, NounRow } from '../../db/kernel/define.ts';
import { countRows, listRows, plainRow, type RowFilter, type RowOrder } from '../../db/kernel/query.ts';
import type { Book } from '../../db/open.ts';
import type { Language } from '../../db/types/language.ts';
import { columnsOf } from '../export/noun-sheet.ts';
import { sheetName } from '../files/workbook/sheet.ts';
import type { Column } from '../files/workbook/table.ts';
import { streamedTable, writeTables } from '../files/workbook/workbook-stream.ts';
import { messagesIn } from '../messages.ts';
import type { Service } from '../service.ts';
import type { SheetRow } from './own-column.ts';
import { sheetOf } from './sheet.ts';

type SeenList = {
  readonly filter: RowFilter;
  readonly order: RowOrder | null;
  /** Keys of fields, or `account`, in their order. */
  readonly columns: readonly string[];
  readonly path: string;
  readonly language: Language;
  readonly title: string;
};

/** Starts writing a declared noun's list as it is seen; see job.state. */
export async function startNounList(service: Service, book: Book, noun: Noun, seen: SeenList) {
  const { filter, order, columns, path, language, title } = seen;
  const table = streamedTable(
    sheetName(title),
    seenColumns(noun, columns, language),
    rows(book, noun, filter, order),
  );
  const t = messagesIn(language);
  const properties = {
    is: 'list' as const,
    title,
    language,
    created: service.now(),
    labels: { yes: t('app.yes'), no: t('app.no') },
  };
  const count = await countRows(book.db, noun, filter);
  return { job: service.jobs.start(count, (working) => writeTables(path, [table], properties, working)) };
}

/** The sheet's own columns that are seen; a field that has no sheet column stands in no file. */
function seenColumns(noun: Noun, keys: readonly string[], language: Language): Column<SheetRow>[] {
  const all = columnsOf(sheetOf(noun), language);
  return keys.flatMap((key) => {
    const wanted = key === 'account' ? ['accountName'] : [key, `${key}Currency`];
    return all.filter((column) => wanted.includes(column.key));
  });
}

const pageLength = 500;

async function* rows(
  book: Book,
  noun: Noun,
  filter: RowFilter,
  order: RowOrder | null,
): AsyncGenerator<SheetRow> {
  for (let offset = 0; ; offset += pageLength) {
    const page = await listRows(book.db, noun, filter, order, { offset, limit: pageLength });
    for (const row of page) yield toSheet(plainRow(noun, row));
    if (page.length < pageLength) return;
  }
}

function toSheet({ accountName, labels, values }: NounRow): SheetRow {
  return { account_key: null, account_name: accountName, labels, values };
}
