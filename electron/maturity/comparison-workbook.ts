import { compareAssessments } from '../../db/maturity/compare-query.ts';
import type { Book } from '../../db/open.ts';
import type { Language } from '../../db/types/language.ts';
import { fileName } from '../export/file-name.ts';
import { workbookBytes } from '../files/workbook/workbook.ts';
import { messagesIn } from '../messages.ts';
import { comparisonSheets } from './sheets/comparison.ts';

export type ComparisonExport = {
  readonly language: Language;
  /** The assessments side by side; the latest unless said. */
  readonly chosen: readonly number[];
};

/** Assessments of a subject side by side, as the bytes of a workbook: levels and scores, no word of an answer. @throws Failure record.not-found */
export async function comparisonWorkbook(
  book: Book,
  id: number,
  { language, chosen }: ComparisonExport,
): Promise<Uint8Array> {
  const t = messagesIn(language);
  const compared = await compareAssessments(book.db, id, chosen);
  const labels = { yes: t('app.yes'), no: t('app.no') };
  return workbookBytes(comparisonSheets({ compared, t, language, labels }), {
    is: 'assessment',
    title: t('assessment.comparison.of', { subject: compared.subject }),
    language,
    created: book.now(),
    labels,
  });
}

/** The name its file gets unless the user chooses another. @throws Failure record.not-found */
export async function comparisonFileName(
  book: Book,
  id: number,
  { language, chosen }: ComparisonExport,
): Promise<string> {
  const { subject } = await compareAssessments(book.db, id, chosen);
  return `${fileName(messagesIn(language)('assessment.comparison.of', { subject }))}.xlsx`;
}
