import { audienceOf } from '../../db/audience.ts';
import type { Audience } from '../../db/domain/audience.ts';
import type { Language } from '../../db/domain/language.ts';
import type { QbrContent } from '../../db/domain/qbr-content.ts';
import { customerReview, leakInReview } from '../../db/domain/qbr-fields.ts';
import { Failure } from '../../db/failure.ts';
import type { Book } from '../../db/open.ts';
import { today } from '../../db/queries/book.ts';
import { viewQbr } from '../../db/queries/qbr-view.ts';
import { wordsIn } from '../words.ts';
import { titleOf } from '../workbook/sheets/qbr/section-page.ts';
import { qbrSheets } from '../workbook/sheets/qbr.ts';
import { workbookBytes } from '../workbook/workbook.ts';
import { fileName } from './file-name.ts';

/** Which file: for the customer or for the house, in which language. */
export type QbrExport = { readonly audience: Audience; readonly language: Language };

/** A review as the bytes of a workbook. @throws Failure record.not-found, qbr.internal-field */
export async function qbrWorkbook(book: Book, id: number, wanted: QbrExport): Promise<Uint8Array> {
  const { content } = await viewQbr(book.db, id, await today(book));
  const version = wanted.audience === 'customer' ? customerReview(content, audienceOf) : content;
  return reviewBytes(version, wanted, book.now());
}

/** The name its file gets unless the user chooses another. @throws Failure record.not-found */
export async function qbrFileName(
  book: Book,
  id: number,
  { audience, language }: QbrExport,
): Promise<string> {
  const { content } = await viewQbr(book.db, id, await today(book));
  const t = wordsIn(language);
  const title = titleOf({ content, t, language, audience });
  return `${fileName(audience === 'internal' ? t('qbr.internalTitle', { title }) : title)}.xlsx`;
}

/**
 * The bytes of a version that was cut already. The gate stands here, right before the writing: whatever made the version, a
 * customer's file with an internal field in it is not written.
 * @throws Failure qbr.internal-field naming the field
 */
export async function reviewBytes(
  content: QbrContent,
  { audience, language }: QbrExport,
  created: Date,
): Promise<Uint8Array> {
  const leak = audience === 'customer' ? leakInReview(content, audienceOf) : null;
  if (leak) throw new Failure('qbr.internal-field', { field: leak.field ?? leak.path });
  const t = wordsIn(language);
  const review = { content, t, language, audience };
  return workbookBytes(qbrSheets(review), {
    title: titleOf(review),
    language,
    created,
    words: { yes: t('app.yes'), no: t('app.no') },
  });
}
