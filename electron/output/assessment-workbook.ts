import type { Language } from '../../db/domain/language.ts';
import type { Book } from '../../db/open.ts';
import { getAssessment } from '../../db/queries/assessment.ts';
import { viewAssessment } from '../../db/queries/view-assessment.ts';
import { wordsIn } from '../words.ts';
import { answersSheet } from '../workbook/sheets/assessment/answers.ts';
import { methodSheet } from '../workbook/sheets/assessment/method.ts';
import { planSheet } from '../workbook/sheets/assessment/plan.ts';
import { summarySheet } from '../workbook/sheets/assessment/summary.ts';
import { workbookBytes } from '../workbook/workbook.ts';
import { fileName } from './file-name.ts';

export type AssessmentExport = {
  readonly language: Language;
  /** The earlier assessment to compare with; the one before it unless said. */
  readonly against?: number | undefined;
};

/**
 * An assessment as a workbook to hand over: what it came to with an editable radar, every answer with its evidence, the
 * plan, and the method. Notes stay in the book.
 * @throws Failure record.not-found
 */
export async function assessmentWorkbook(
  book: Book,
  id: number,
  { language, against }: AssessmentExport,
): Promise<Uint8Array> {
  const t = wordsIn(language);
  const view = await viewAssessment(book.db, id, against);
  const words = { yes: t('app.yes'), no: t('app.no') };
  const made = { view, t, language, words };
  return workbookBytes([summarySheet(made), answersSheet(made), planSheet(made), methodSheet(made)], {
    is: 'assessment',
    title: t('assessment.file.title', { subject: view.subject, model: view.model.name[language] }),
    language,
    created: book.now(),
    words,
  });
}

/** The name its file gets unless the user chooses another. @throws Failure record.not-found */
export async function assessmentFileName(
  book: Book,
  id: number,
  { language }: AssessmentExport,
  extension: 'xlsx' | 'pptx' = 'xlsx',
): Promise<string> {
  const { subject, model, assessedOn } = await getAssessment(book.db, id);
  const title = wordsIn(language)('assessment.file.title', { subject, model: model.name[language] });
  return `${fileName(`${title} ${assessedOn}`)}.${extension}`;
}
