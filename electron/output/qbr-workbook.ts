import type { Book } from '../../db/open.ts';
import { qbrSheets } from '../workbook/sheets/qbr.ts';
import { workbookBytes } from '../workbook/workbook.ts';
import { assertMayLeave, type QbrExport, type QbrVersion, qbrVersion, titleOf } from './qbr-version.ts';

/** A review as the bytes of a workbook. @throws Failure record.not-found, qbr.internal-field */
export async function qbrWorkbook(book: Book, id: number, wanted: QbrExport): Promise<Uint8Array> {
  return reviewBytes(await qbrVersion(book, id, wanted), book.now());
}

/** The bytes of a version that was cut already. @throws Failure qbr.internal-field naming the field */
export async function reviewBytes(version: QbrVersion, created: Date): Promise<Uint8Array> {
  assertMayLeave(version);
  const { t, language } = version;
  return workbookBytes(qbrSheets(version), {
    is: 'qbr',
    title: titleOf(version),
    language,
    created,
    words: { yes: t('app.yes'), no: t('app.no') },
  });
}
