import { letterhead } from '../../db/letterhead/query.ts';
import type { Logo } from '../../db/letterhead/rule.ts';
import type { Book } from '../../db/open.ts';
import { workbookBytes } from '../files/workbook/workbook.ts';
import { qbrSheets } from './sheet.ts';
import { assertMayLeave, type QbrExport, type QbrVersion, qbrVersion, titleOf } from './version.ts';

/** A review as the bytes of a workbook. @throws Failure record.not-found, qbr.internal-field */
export async function qbrWorkbook(book: Book, id: number, wanted: QbrExport): Promise<Uint8Array> {
  const { logo } = await letterhead(book.db);
  return reviewBytes(await qbrVersion(book, id, wanted), { created: book.now(), logo });
}

/** The bytes of a version that was cut already. @throws Failure qbr.internal-field naming the field */
export async function reviewBytes(
  version: QbrVersion,
  { created, logo }: { readonly created: Date; readonly logo: Logo | null },
): Promise<Uint8Array> {
  assertMayLeave(version);
  const { t, language } = version;
  return workbookBytes(qbrSheets(version, logo), {
    is: 'qbr',
    title: titleOf(version),
    language,
    created,
    labels: { yes: t('app.yes'), no: t('app.no') },
  });
}
