import { bookSettings } from '../../db/book/query.ts';
import { letterhead } from '../../db/letterhead/query.ts';
import type { Letterhead } from '../../db/letterhead/rule.ts';
import type { Book } from '../../db/open.ts';
import { figuresIn } from '../figures.ts';
import { deckBytes } from '../files/deck/deck.ts';
import { mostSlides, qbrCover, qbrSlides } from './deck/qbr-slides.ts';
import { assertMayLeave, type QbrExport, type QbrVersion, qbrVersion, titleOf } from './version.ts';

/** A review as the bytes of a slide deck. @throws Failure record.not-found, qbr.internal-field */
export async function qbrDeck(book: Book, id: number, wanted: QbrExport): Promise<Uint8Array> {
  const { owner } = await bookSettings(book.db);
  return reviewDeck(await qbrVersion(book, id, wanted), {
    author: owner,
    created: book.now(),
    letterhead: await letterhead(book.db),
  });
}

/** The deck of a version that was cut already. @throws Failure qbr.internal-field naming the field */
export async function reviewDeck(
  version: QbrVersion,
  made: { readonly author: string; readonly created: Date; readonly letterhead?: Letterhead },
): Promise<Uint8Array> {
  assertMayLeave(version);
  const { t, language, audience } = version;
  const review = { ...version, figures: figuresIn(language) };
  const title = titleOf(version);
  return deckBytes(qbrCover(review, made.author), qbrSlides(review), {
    title,
    ...made,
    language,
    footer: audience === 'internal' ? t('qbr.internalTitle', { title }) : title,
    labels: {
      continued: (heading) => t('qbr.deck.continued', { heading }),
      more: (count) => t('qbr.deck.more', { count }),
    },
    most: mostSlides,
  });
}
