import { bookSettings } from '../../db/book/query.ts';
import { type ExportedRow, exportedCount, exportedRows } from '../../db/export/query.ts';
import { type ImportNoun, importNouns } from '../../db/import/noun.ts';
import type { Book } from '../../db/open.ts';
import type { Language } from '../../db/types/language.ts';
import { accountSheet } from '../account/sheet.ts';
import { commitmentSheet } from '../commitment/sheet.ts';
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
import { taskSheet } from '../task/sheet.ts';
import { columnsOf, type NounSheet } from './noun-sheet.ts';

/** Makes something of the columns and rows of each noun. */
type Making<T> = <Row>(noun: ImportNoun, columns: readonly Column<Row>[], rows: Iterable<Row>) => T;

/** What is made of each of these nouns, in the order of the book's sheets. */
export async function tablesOf<T>(
  book: Book,
  language: Language,
  nouns: readonly ImportNoun[],
  make: Making<T>,
): Promise<T[]> {
  const own = await ownColumns(book.db, language);
  const tableOf = <Noun extends ImportNoun>(
    noun: Noun,
    sheet: NounSheet<ExportedRow<Noun>>,
    more: readonly Column<ExportedRow<Noun>>[] = [],
  ): T[] =>
    nouns.includes(noun) ? [make(noun, [...columnsOf(sheet, language), ...more], rowsOf(book, noun))] : [];
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
    ...tableOf('commitment', commitmentSheet),
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
  const nouns = importNouns.filter((noun) => noun === 'account' || exportedCount(book, [noun]) > 0);
  const tables = await tablesOf(book, language, nouns, (noun, columns, rows) =>
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

/** The reading begins with its sheet: until then the book is free. */
function* rowsOf<Noun extends ImportNoun>(book: Book, noun: Noun): Generator<ExportedRow<Noun>> {
  yield* exportedRows(book, noun);
}
