import type { ImportNoun } from '../../db/domain/import-noun.ts';
import type { Language } from '../../db/domain/language.ts';
import type { Book } from '../../db/open.ts';
import { bookSettings } from '../../db/queries/book.ts';
import { type ExportedRow, exportedCount, exportedRows } from '../../db/queries/export.ts';
import { wordsIn } from '../words.ts';
import { sheetName } from './sheet.ts';
import { accountSheet } from './sheets/account.ts';
import { contactSheet } from './sheets/contact.ts';
import { relationSheet } from './sheets/contact-relation.ts';
import { contractSheet } from './sheets/contract.ts';
import { priceSheet } from './sheets/contract-price.ts';
import {
  customChoiceSheet,
  customFieldSheet,
  schemeSheet,
  segmentSheet,
  valuePointSheet,
} from './sheets/definition.ts';
import { goalSheet, readingSheet } from './sheets/goal.ts';
import { noteSheet } from './sheets/note.ts';
import { columnsOf, type NounSheet } from './sheets/noun-sheet.ts';
import { ownColumns } from './sheets/own-column.ts';
import { promiseSheet } from './sheets/promise.ts';
import { taskSheet } from './sheets/task.ts';
import type { Column } from './table.ts';
import { type Progress, streamedTable, writeTables } from './workbook-stream.ts';

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
  const t = wordsIn(language);
  const { name } = await bookSettings(book.db);
  const own = await ownColumns(book.db, language);
  const nounName = (noun: ImportNoun) => t(`import.noun.${noun}`);
  /** A noun the book has none of gets no sheet. */
  const tableOf = <Noun extends ImportNoun>(
    noun: Noun,
    sheet: NounSheet<ExportedRow<Noun>>,
    more: readonly Column<ExportedRow<Noun>>[] = [],
  ) =>
    noun === 'account' || exportedCount(book, [noun]) > 0
      ? [
          streamedTable(
            sheetName(nounName(noun)),
            [...columnsOf(sheet, language), ...more],
            rowsOf(book, noun),
          ),
        ]
      : [];
  const tables = [
    ...tableOf('account', accountSheet, own),
    ...tableOf('contact', contactSheet),
    ...tableOf('contact_relation', relationSheet),
    ...tableOf('contract', contractSheet),
    ...tableOf('contract_price', priceSheet),
    ...tableOf('note', noteSheet),
    ...tableOf('task', taskSheet),
    ...tableOf('goal', goalSheet),
    ...tableOf('goal_reading', readingSheet),
    ...tableOf('promise', promiseSheet),
    ...tableOf('value_point', valuePointSheet),
    ...tableOf('segmentation_scheme', schemeSheet),
    ...tableOf('segment', segmentSheet),
    ...tableOf('custom_field', customFieldSheet),
    ...tableOf('custom_choice', customChoiceSheet),
  ];
  const words = { yes: t('app.yes'), no: t('app.no') };
  await writeTables(
    file,
    tables,
    { is: 'book', title: name, language, created: book.now(), words },
    progress,
  );
}

/** The reading begins with its sheet: until then the book is free. */
function* rowsOf<Noun extends ImportNoun>(book: Book, noun: Noun): Generator<ExportedRow<Noun>> {
  yield* exportedRows(book, noun);
}
