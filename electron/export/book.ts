import { bookSettings } from '../../db/book/query.ts';
import { type ExportedRow, exportedCells, exportedCount, exportedRows } from '../../db/export/query.ts';
import { type ImportNoun, importNouns, type SpecialNoun } from '../../db/import/noun.ts';
import type { Noun } from '../../db/kernel/define.ts';
import { nouns } from '../../db/nouns.ts';
import type { Book } from '../../db/open.ts';
import type { Language } from '../../db/types/language.ts';
import { accountSheet } from '../account/sheet.ts';
import { relationSheet } from '../contact/relation-sheet.ts';
import { contactSheet } from '../contact/sheet.ts';
import { priceSheet } from '../contract/price-sheet.ts';
import { contractSheet } from '../contract/sheet.ts';
import {
  customChoiceSheet,
  customFieldSheet,
  schemeSheet,
  segmentSheet,
  valuePointSheet,
} from '../custom-field/definition-sheet.ts';
import { ownColumns } from '../custom-field/own-column.ts';
import { sheetName } from '../files/workbook/sheet.ts';
import type { Column } from '../files/workbook/table.ts';
import { type Progress, streamedTable, writeTables } from '../files/workbook/workbook-stream.ts';
import { goalSheet, readingSheet } from '../goal/sheet.ts';
import { messagesIn } from '../messages.ts';
import { noteSheet } from '../note/sheet.ts';
import type { SheetRow } from '../noun/own-column.ts';
import { sheetOf, sheetRow } from '../noun/sheet.ts';
import { taskSheet } from '../task/sheet.ts';
import { columnsOf, type NounSheet } from './noun-sheet.ts';

/** Makes something of the columns and rows of each noun. */
type Making<T> = <Row>(noun: ImportNoun, columns: readonly Column<Row>[], rows: Iterable<Row>) => T;

/** What is made of each of these nouns, in the order of the book's sheets. */
export async function tablesOf<T>(
  book: Book,
  language: Language,
  wanted: readonly ImportNoun[],
  make: Making<T>,
): Promise<T[]> {
  const own = await ownColumns(book.db, language);
  const made = <Row>(
    noun: ImportNoun,
    sheet: NounSheet<Row>,
    rows: () => Iterable<Row>,
    more: readonly Column<Row>[] = [],
  ): T[] =>
    wanted.includes(noun) ? [make(noun, [...columnsOf(sheet, language), ...more], lazily(rows))] : [];
  const tableOf = <Noun extends SpecialNoun>(
    noun: Noun,
    sheet: NounSheet<ExportedRow<Noun>>,
    more: readonly Column<ExportedRow<Noun>>[] = [],
  ): T[] => made(noun, sheet, () => exportedRows(book, noun), more);
  return [
    ...tableOf('account', accountSheet, own),
    ...tableOf('contact', contactSheet),
    ...tableOf('contact_relation', relationSheet),
    ...tableOf('contract', contractSheet),
    ...tableOf('contract_price', priceSheet),
    ...tableOf('note', noteSheet),
    ...tableOf('task', taskSheet),
    ...tableOf('goal', goalSheet),
    ...tableOf('goal_reading', readingSheet),
    ...nouns.flatMap((noun) => {
      const sheet = sheetOf(noun);
      return made(sheet.noun, sheet, () => sheetRows(book, noun, sheet.noun));
    }),
    ...tableOf('value_point', valuePointSheet),
    ...tableOf('segmentation_scheme', schemeSheet),
    ...tableOf('segment', segmentSheet),
    ...tableOf('custom_field', customFieldSheet),
    ...tableOf('custom_choice', customChoiceSheet),
  ];
}

/**
 * Writes the book as a workbook, a sheet for each noun, that the import reads back without loss.
 * @throws Failure as writeTables does
 */
export async function exportBook(
  book: Book,
  file: string,
  language: Language,
  progress: Progress = {},
): Promise<void> {
  const t = messagesIn(language);
  const { name } = await bookSettings(book.db);
  // A noun the book has none of gets no sheet.
  const wanted = importNouns.filter((noun) => noun === 'account' || exportedCount(book, [noun]) > 0);
  const tables = await tablesOf(book, language, wanted, (noun, columns, rows) =>
    streamedTable(sheetName(t(`import.noun.${noun}`)), columns, rows),
  );
  const labels = { yes: t('app.yes'), no: t('app.no') };
  await writeTables(
    file,
    tables,
    { is: 'book', title: name, language, created: book.now(), labels },
    progress,
  );
}

function* sheetRows(book: Book, noun: Noun, table: ImportNoun): Generator<SheetRow> {
  for (const row of exportedCells(book, table)) yield sheetRow(noun, row);
}

/** The reading begins with its sheet: until then the book is free. */
function* lazily<Row>(rows: () => Iterable<Row>): Generator<Row> {
  yield* rows();
}
