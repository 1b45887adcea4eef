import type { Language } from '../../db/domain/language.ts';
import { wordsIn } from '../words.ts';
import type { PreparedImport } from './import.ts';
import { type Column, tableSheet } from './table.ts';
import { workbookBytes } from './workbook.ts';

/** How much of a reason's sentence the catalogs need. */
type Reason = PreparedImport['leftOut'][number];

/** Why a row was left out, in the language. */
export function reasonText(language: Language, { reason, value }: Pick<Reason, 'reason' | 'value'>): string {
  return wordsIn(language)(`import.reason.${reason}`, { value: value ?? '' });
}

/**
 * The rows that were left out, as a workbook to mend and import again: a sheet for each sheet of the file, its own
 * columns first, then the row's number there and the reason.
 */
export async function leftOutWorkbook(
  { tables, leftOut }: PreparedImport,
  sheetNames: readonly string[],
  language: Language,
  now: Date,
): Promise<Uint8Array> {
  const t = wordsIn(language);
  const words = { yes: t('app.yes'), no: t('app.no') };
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
        value: (row) => reasonText(language, row),
      },
    ];
    return [tableSheet(sheetNames[choice.sheet] ?? '', columns, rows, words)];
  });
  return workbookBytes(sheets, { is: 'left-out', title: t('import.leftOut'), language, created: now, words });
}

function text(value: string | number | boolean | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
