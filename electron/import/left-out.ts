import type { ImportNoun } from '../../db/import/noun.ts';
import type { Language } from '../../db/types/language.ts';
import { importFields } from '../export/sheets.ts';
import { type Column, tableSheet } from '../files/workbook/table.ts';
import { workbookBytes } from '../files/workbook/workbook.ts';
import { messagesIn } from '../messages.ts';
import type { PreparedImport } from './import.ts';

type Reason = PreparedImport['leftOut'][number];

/** Why a row of the noun was left out, in the language, with the field that is concerned where no value tells. */
export function reasonText(language: Language, noun: ImportNoun, { reason, field, value }: Reason): string {
  const text = messagesIn(language)(`import.reason.${reason}`, { value: value ?? '' });
  const label = importFields[noun].find(({ key }) => key === field)?.label[language];
  return label === undefined || value
    ? text
    : messagesIn(language)('import.reasonOf', { field: label, reason: text });
}

/**
 * The rows that were left out, as a workbook to fix and import again: a sheet for each sheet of the file, its own
 * columns first, then the row's number there and the reason.
 */
export async function leftOutWorkbook(
  { tables, leftOut }: PreparedImport,
  sheetNames: readonly string[],
  language: Language,
  now: Date,
): Promise<Uint8Array> {
  const t = messagesIn(language);
  const labels = { yes: t('app.yes'), no: t('app.no') };
  const sheets = tables.flatMap(({ choice, table }, at) => {
    const rows = leftOut.filter((row) => row.table === at);
    if (rows.length === 0) return [];
    const columns: Column<Reason>[] = [
      ...table.headings.map(
        (heading, column): Column<Reason> => ({
          key: `column-${column}`,
          heading,
          format: 'text',
          value: ({ row }) => text(table.grid.rows[row]?.[column]),
        }),
      ),
      { key: 'row', heading: t('import.row'), format: 'integer', value: ({ row }) => row + 1 },
      {
        key: 'reason',
        heading: t('import.reasonHeading'),
        format: 'text',
        wrap: true,
        width: 50,
        value: (row) => reasonText(language, choice.noun, row),
      },
    ];
    return [tableSheet(sheetNames[choice.sheet] ?? '', columns, rows, labels)];
  });
  return workbookBytes(sheets, {
    is: 'left-out',
    title: t('import.leftOut'),
    language,
    created: now,
    labels,
  });
}

function text(value: string | number | boolean | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
