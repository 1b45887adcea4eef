import { narrativeColumns, type SectionShown } from '../../../db/qbr/content.ts';
import type { QbrSection } from '../../../db/qbr/kind.ts';
import { isPartShown } from '../../../db/qbr/left-out.ts';
import type { Figures } from '../../figures.ts';
import type { DeckBlock, DeckSlide } from '../../files/deck/slide.ts';
import type { QbrVersion } from '../version.ts';

/** What the slides of a review are made from. */
export type QbrSlides = QbrVersion & { readonly figures: Figures };

/** The first slide of a section: what is told of it, then its own blocks; what to say stands in the notes. */
export function sectionSlide(
  review: QbrSlides,
  section: QbrSection,
  blocks: readonly DeckBlock[],
  pages = 1,
): DeckSlide {
  const { t, content } = review;
  const labels = content.sections.find((shown) => shown.section === section);
  return {
    title: t(`qbr.section.${section}`),
    blocks: [...reported(review, labels), ...(blocks.length > 0 ? blocks : nothingYet(review))],
    notes: notesOf(review, labels),
    pages,
  };
}

/** The talking point and the likely question. The customer's version has neither, so its slides carry no notes. */
function notesOf({ t }: QbrSlides, labels: SectionShown | undefined): string | undefined {
  const notes = [
    { heading: t('qbr.talkingPoint'), text: labels?.talkingPoint },
    { heading: t('qbr.question'), text: labels?.question },
  ].flatMap(({ heading, text }) => (text ? [heading, text, ''] : []));
  return notes.length > 0 ? notes.join('\n').trim() : undefined;
}

/** What happened, so what, what next: side by side, as on screen. */
function reported({ t }: QbrSlides, labels: SectionShown | undefined): DeckBlock[] {
  const columns = narrativeColumns.flatMap((column) => {
    const text = labels?.[column];
    return text ? [{ heading: t(`qbr.${column}`), text }] : [];
  });
  const [only] = columns;
  if (!only) return [];
  if (columns.length === 1) return [{ is: 'text', text: only.text, style: 'lead' }];
  return [
    {
      is: 'table',
      columns: columns.map(({ heading }) => ({ heading, share: 1 })),
      rows: [columns.map(({ text }) => ({ text }))],
    },
  ];
}

/** What stands where nothing is recorded: for the house a line, for the customer nothing. */
function nothingYet({ t, content }: QbrSlides): DeckBlock[] {
  return isPartShown(content, []) ? [{ is: 'text', text: t('qbr.nothing'), style: 'muted' }] : [];
}

/** A part under its own heading. One without anything in it is left out of the customer's version, heading and all. */
export function headedPart(review: QbrSlides, heading: string, part: readonly DeckBlock[]): DeckBlock[] {
  if (!isPartShown(review.content, part)) return [];
  return [{ is: 'text', text: heading, style: 'heading' }, ...(part.length > 0 ? part : nothingYet(review))];
}
