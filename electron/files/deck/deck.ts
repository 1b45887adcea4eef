import type { Letterhead } from '../../../db/letterhead/rule.ts';
import type { Language } from '../../../db/types/language.ts';
import { type LayoutWords, layoutPages } from './layout.ts';
import { defineMasters } from './masters.ts';
import { finishPackage, packed } from './package.ts';
import type { DeckCover, DeckSlide } from './slide.ts';
import { stageOf } from './stage.ts';
import { clean } from './text.ts';
import { writeCover, writePage } from './write-page.ts';

export type DeckProperties = {
  readonly title: string;
  readonly author: string;
  readonly language: Language;
  readonly created: Date;
  /** At the foot of every slide, beside its number. */
  readonly footer: string;
  /** The house's logo, in the corner of every slide, and its colours and fonts. */
  readonly letterhead?: Letterhead;
  readonly labels: LayoutWords;
  /** More slides than this are a fault of whoever composed the deck. */
  readonly most?: number;
};

/**
 * A deck with native, editable charts, real titles and speaker notes, as a .pptx file.
 * @throws RangeError when it comes to more slides than it may have
 */
export async function deckBytes(
  cover: DeckCover,
  slides: readonly DeckSlide[],
  properties: DeckProperties,
): Promise<Uint8Array> {
  const { language, labels, most } = properties;
  const stage = stageOf(properties.letterhead);
  const pages = slides.flatMap((slide) => layoutPages(slide, stage.content.body, language, labels));
  if (most !== undefined && pages.length + 1 > most)
    throw new RangeError(`${pages.length + 1} slides where ${most} are allowed`);
  const { default: Deck } = await import('pptxgenjs'); // no start needs it
  const deck = new Deck();
  deck.defineLayout({ name: 'wide', width: stage.size.w, height: stage.size.h });
  deck.layout = 'wide';
  deck.title = clean(properties.title);
  deck.author = clean(properties.author);
  deck.company = clean(properties.author);
  deck.subject = clean(properties.footer);
  defineMasters(deck, stage, properties);
  writeCover(deck, stage, cover, language);
  for (const page of pages) writePage(deck, stage, page, properties);
  const written = await deck.write({ outputType: 'uint8array', compression: false });
  if (!(written instanceof Uint8Array)) throw new TypeError('the deck was not written as bytes');
  return packed(
    finishPackage(written, {
      created: properties.created,
      language,
      look: properties.letterhead?.template?.look ?? null,
      stage,
    }),
  );
}
