import type { Book } from '../../db/open.ts';
import { bookSettings } from '../../db/queries/book.ts';
import { letterhead } from '../../db/queries/letterhead.ts';
import { viewAssessment } from '../../db/queries/view-assessment.ts';
import { assessmentCover, assessmentSlides } from '../deck/assessment-slides.ts';
import { deckBytes } from '../deck/deck.ts';
import { wordsIn } from '../words.ts';
import type { AssessmentExport } from './assessment-workbook.ts';

/** An assessment as the bytes of a slide deck to present to whom it is about; notes stay in the book. @throws Failure record.not-found */
export async function assessmentDeck(
  book: Book,
  id: number,
  { language, against }: AssessmentExport,
): Promise<Uint8Array> {
  const t = wordsIn(language);
  const view = await viewAssessment(book.db, id, against);
  const { owner } = await bookSettings(book.db);
  const made = { view, t, language, words: { yes: t('app.yes'), no: t('app.no') } };
  const title = t('assessment.file.title', { subject: view.subject, model: view.model.name[language] });
  return deckBytes(assessmentCover(made), assessmentSlides(made), {
    title,
    author: owner,
    language,
    created: book.now(),
    letterhead: await letterhead(book.db),
    footer: title,
    words: {
      continued: (heading) => t('qbr.deck.continued', { heading }),
      more: (count) => t('qbr.deck.more', { count }),
    },
  });
}
