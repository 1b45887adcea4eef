import { exportedCount } from '../../db/export/query.ts';
import type { ImportNoun } from '../../db/import/noun.ts';
import type { Book } from '../../db/open.ts';
import type { Language } from '../../db/types/language.ts';
import { majorUnits } from '../../db/types/money.ts';
import { type Formatted, stored, type YesNoWords } from '../files/workbook/cell.ts';
import { cellOf } from '../files/workbook/table.ts';
import { messagesIn } from '../messages.ts';
import { tablesOf } from './book.ts';
import { saveExport } from './save-export.ts';

/**
 * Writes the rows of one noun as CSV that spreadsheets and the import read without loss: UTF-8 with its mark, commas, CRLF.
 * Returns how many rows there are.
 * @throws Failure as saveExport does
 */
export async function exportCsv(
  book: Book,
  file: string,
  noun: ImportNoun,
  language: Language,
): Promise<number> {
  const t = messagesIn(language);
  const labels = { yes: t('app.yes'), no: t('app.no') };
  const [text = ''] = await tablesOf(book, language, [noun], (_, columns, rows) => {
    const lines = [columns.map(({ heading }) => quoted(heading))];
    for (const row of rows) lines.push(columns.map((column) => cellText(cellOf(column, row), labels)));
    return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
  });
  await saveExport(file, new TextEncoder().encode(`\uFEFF${text}`));
  return exportedCount(book, [noun]);
}

function cellText(cell: Formatted, labels: YesNoWords): string {
  if (cell.format === 'money')
    return cell.value === null ? '' : `${cell.value.currency} ${majorUnits(cell.value)}`;
  // As long as it is: only a workbook's cells are bounded.
  if (cell.format === 'text') return quoted(cell.value ?? '');
  const value = stored(cell, labels);
  return value === null ? '' : quoted(String(value));
}

/** A text that spreadsheets would run as a formula is written as the formula that gives this text; the import reads both. */
function quoted(text: string): string {
  const safe =
    /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `="${text.replaceAll('"', '""')}"` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
