import { letterhead } from '../../db/letterhead/query.ts';
import type { Book } from '../../db/open.ts';
import { deckBytes } from '../files/deck/deck.ts';
import { assessmentCover, assessmentSlides } from './slides.ts';
import { type AssessmentExport, assessmentTitle, assessmentVersion } from './version.ts';

/** An assessment as the bytes of a slide deck, to present to whom it is about or in the house. @throws Failure record.not-found */
export async function assessmentDeck(book: Book, id: number, wanted: AssessmentExport): Promise<Uint8Array> {
  const made = await assessmentVersion(book, id, wanted);
  const { t, language } = made;
  const title = assessmentTitle(made);
  return deckBytes(assessmentCover(made), assessmentSlides(made), {
    title,
    author: made.by ?? '',
    language,
    created: book.now(),
    letterhead: await letterhead(book.db),
    footer: title,
    labels: {
      continued: (heading) => t('qbr.deck.continued', { heading }),
      more: (count) => t('qbr.deck.more', { count }),
    },
  });
}
