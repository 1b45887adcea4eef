import type { Language } from '../../db/domain/language.ts';
import type { Book } from '../../db/open.ts';
import { bookSettings } from '../../db/queries/book.ts';
import { exportedRows } from '../../db/queries/export.ts';
import { wordsIn } from '../words.ts';
import { sheetName } from './sheet.ts';
import { accountSheet } from './sheets/account.ts';
import { contactSheet } from './sheets/contact.ts';
import { contractSheet } from './sheets/contract.ts';
import { noteSheet } from './sheets/note.ts';
import { columnsOf } from './sheets/noun-sheet.ts';
import { ownColumns } from './sheets/own-column.ts';
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
  const tables = [
    streamedTable(
      sheetName(t('import.noun.account')),
      [...columnsOf(accountSheet, language), ...(await ownColumns(book.db, language))],
      exportedRows.account(book),
    ),
    streamedTable(
      sheetName(t('import.noun.contact')),
      columnsOf(contactSheet, language),
      exportedRows.contact(book),
    ),
    streamedTable(
      sheetName(t('import.noun.contract')),
      columnsOf(contractSheet, language),
      exportedRows.contract(book),
    ),
    streamedTable(sheetName(t('import.noun.note')), columnsOf(noteSheet, language), exportedRows.note(book)),
  ];
  const words = { yes: t('app.yes'), no: t('app.no') };
  await writeTables(
    file,
    tables,
    { is: 'book', title: name, language, created: book.now(), words },
    progress,
  );
}
