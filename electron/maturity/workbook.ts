import type { Book } from '../../db/open.ts';
import { workbookBytes } from '../files/workbook/workbook.ts';
import { answersSheet } from './sheets/answers.ts';
import { methodSheet } from './sheets/method.ts';
import { planSheet } from './sheets/plan.ts';
import { summarySheet } from './sheets/summary.ts';
import { type AssessmentExport, assessmentTitle, assessmentVersion } from './version.ts';

/**
 * An assessment as a workbook to hand over: what it came to with an editable radar, every answer with its evidence, the
 * plan, and the method. Notes stand in the version for the house only.
 * @throws Failure record.not-found
 */
export async function assessmentWorkbook(
  book: Book,
  id: number,
  wanted: AssessmentExport,
): Promise<Uint8Array> {
  const made = await assessmentVersion(book, id, wanted);
  return workbookBytes([summarySheet(made), answersSheet(made), planSheet(made), methodSheet(made)], {
    is: 'assessment',
    title: assessmentTitle(made),
    language: made.language,
    created: book.now(),
    labels: made.labels,
  });
}
