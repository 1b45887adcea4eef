import { comparedDays } from '../../../db/qbr/comparison.ts';
import type { QbrKind, QbrSection } from '../../../db/qbr/kind.ts';
import type { DeckCover, DeckSlide } from '../../files/deck/slide.ts';
import { titleOf } from '../version.ts';
import { figureSlide } from './figures.ts';
import {
  agendaSlide,
  askSlide,
  commitmentSlide,
  difficultySlide,
  maturitySlide,
  planSlide,
  whySlide,
} from './meeting.ts';
import { outcomeSlides, valueSlides } from './outcomes.ts';
import type { QbrSlides } from './section-slide.ts';

/** A review's deck has at most this many slides, domain.md 5. */
export const mostSlides = 15;

type Detail = { readonly pages: number; readonly trends: boolean };

/** How far slides go into detail where there is room for it, the finest first. The executive review has fewer pages anyhow. */
const finest: readonly Detail[] = [
  { pages: 2, trends: true },
  { pages: 1, trends: true },
  { pages: 1, trends: false },
];
const details: Readonly<Record<QbrKind, readonly Detail[]>> = {
  mbr: finest,
  qbr: finest,
  ebr: finest.slice(-1),
};

/**
 * The slides of a review in its sections' order, in as much detail as fits fifteen slides with the cover; the least detail
 * always does. The content is all there is: a slide looks nowhere else.
 */
export function qbrSlides(review: QbrSlides): DeckSlide[] {
  const drafts = details[review.content.review.kind].map((detail) => slidesIn(review, detail));
  const most = (slides: readonly DeckSlide[]) => slides.reduce((sum, { pages = 1 }) => sum + pages, 1);
  return drafts.find((slides) => most(slides) <= mostSlides) ?? drafts.at(-1) ?? [];
}

function slidesIn(review: QbrSlides, { pages, trends }: Detail): DeckSlide[] {
  const writers: Readonly<Record<QbrSection, () => DeckSlide[]>> = {
    why: () => [whySlide(review)],
    outcomes: () => [...outcomeSlides(review, { pages, trends }), ...valueSlides(review, pages)],
    commitments: () => [commitmentSlide(review, pages)],
    maturity: () => [maturitySlide(review)],
    usage: () => figureSlide(review, 'usage'),
    support: () => figureSlide(review, 'support'),
    feedback: () => figureSlide(review, 'feedback'),
    // Slides are made to be shown in a room: the pages for the house are on screen, on paper and in its workbook.
    risk: () => [],
    stakeholder: () => [],
    expansion: () => [],
    difficulty: () => [difficultySlide(review)],
    plan: () => [planSlide(review)],
    ask: () => [askSlide(review)],
    agenda: () => [agendaSlide(review)],
  };
  return review.content.sections.flatMap(({ section }) => writers[section]());
}

/** The first slide: which review of what period, held when. */
export function qbrCover(review: QbrSlides, author: string): DeckCover {
  const { t, content, audience } = review;
  const { meetingOn, minutes, place, asOf } = content.review;
  const { compared, dates } = comparedDays(content);
  const meeting = [meetingOn, t('qbr.minutesShort', { minutes }), place].filter((part) => part !== null);
  return {
    title: titleOf(review),
    lines: [
      ...(audience === 'internal' ? [t('qbr.internalVersion')] : []),
      t(`qbr.compared.${compared}`, dates),
      `${t('qbr.asOf')}: ${asOf}`,
      ...(meetingOn === null ? [] : [`${t('qbr.meetingOn')}: ${meeting.join(' · ')}`]),
      ...(author === '' ? [] : [author]),
    ],
  };
}
