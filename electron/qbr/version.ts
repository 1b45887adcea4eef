import type { TFunction } from 'i18next';
import { audienceOf } from '../../db/audience.ts';
import { today } from '../../db/book/query.ts';
import { Failure } from '../../db/failure.ts';
import type { Book } from '../../db/open.ts';
import type { QbrContent } from '../../db/qbr/content.ts';
import { customerReview, leakInReview } from '../../db/qbr/fields.ts';
import { viewQbr } from '../../db/qbr/view-query.ts';
import type { Audience } from '../../db/types/audience.ts';
import type { Language } from '../../db/types/language.ts';
import { fileName } from '../export/file-name.ts';
import { messagesIn } from '../messages.ts';

/** Which version: for the customer or for the house, in which language. */
export type QbrExport = { readonly audience: Audience; readonly language: Language };

/** What every file of a review is written from. The content is all there is: no file looks anywhere else. */
export type QbrVersion = {
  readonly content: QbrContent;
  readonly t: TFunction;
  readonly language: Language;
  readonly audience: Audience;
};

/** The version of a review, cut for its reader. @throws Failure record.not-found */
export async function qbrVersion(book: Book, id: number, wanted: QbrExport): Promise<QbrVersion> {
  const { content } = await viewQbr(book.db, id, await today(book));
  return {
    content: wanted.audience === 'customer' ? customerReview(content, audienceOf) : content,
    t: messagesIn(wanted.language),
    ...wanted,
  };
}

/**
 * The gate right before the writing: whatever made the version, a customer's file with an internal field in it is not written.
 * @throws Failure qbr.internal-field naming the field
 */
export function assertMayLeave({ content, audience }: QbrVersion): void {
  const leak = audience === 'customer' ? leakInReview(content, audienceOf) : null;
  if (leak) throw new Failure('qbr.internal-field', { field: leak.field ?? leak.path });
}

/** The review as it is printed, checked as the files are. @throws Failure record.not-found, qbr.internal-field */
export async function printedReview(book: Book, id: number, wanted: QbrExport): Promise<QbrContent> {
  const version = await qbrVersion(book, id, wanted);
  assertMayLeave(version);
  return version.content;
}

/** The review's title: the account, the quarter or the period, the kind. */
export function titleOf({ content, t }: Pick<QbrVersion, 'content' | 't'>): string {
  const { account, review } = content;
  const { quarter, period, kind } = review;
  const when = quarter
    ? t('qbr.quarter', { quarter: quarter.quarter, year: quarter.year })
    : t('qbr.period', period);
  return t('qbr.title', { account: account.name, when, kind: t(`qbr.kind.${kind}`) });
}

/** The name its file gets unless the user chooses another. @throws Failure record.not-found */
export async function qbrFileName(
  book: Book,
  id: number,
  wanted: QbrExport,
  extension: 'xlsx' | 'pptx' | 'pdf',
): Promise<string> {
  const version = await qbrVersion(book, id, wanted);
  const title = titleOf(version);
  const named = wanted.audience === 'internal' ? version.t('qbr.internalTitle', { title }) : title;
  return `${fileName(named)}.${extension}`;
}
