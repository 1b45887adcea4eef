import type { QbrKind, QbrSection } from '../../../db/domain/qbr-kind.ts';
import { titleOf } from '../../output/qbr-version.ts';
import type { DeckCover, DeckSlide } from '../slide.ts';
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

/**
 * How far each kind goes into detail: the monthly one is about the figures, the executive one has fewer pages. With every
 * section shown, cover included, they come to at most 15, 15 and 11.
 */
const detail: Readonly<Record<QbrKind, { readonly pages: number; readonly trends: boolean }>> = {
  mbr: { pages: 2, trends: true },
  qbr: { pages: 2, trends: true },
  ebr: { pages: 1, trends: false },
};

/** The slides of a review in its sections' order. The content is all there is: a slide looks nowhere else. */
export function qbrSlides(review: QbrSlides): DeckSlide[] {
  const { pages, trends } = detail[review.content.review.kind];
  const writers: Readonly<Record<QbrSection, () => DeckSlide[]>> = {
    why: () => [whySlide(review)],
    outcomes: () => [...outcomeSlides(review, { pages, trends }), ...valueSlides(review, pages)],
    commitments: () => [commitmentSlide(review, pages)],
    maturity: () => [maturitySlide(review)],
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
  const { period, comparison, meetingOn, minutes, place, asOf } = content.review;
  const meeting = [meetingOn, t('qbr.minutesShort', { minutes }), place].filter((part) => part !== null);
  return {
    title: titleOf(review),
    lines: [
      ...(audience === 'internal' ? [t('qbr.internalVersion')] : []),
      t('qbr.against', {
        from: period.from,
        to: period.to,
        earlierFrom: comparison.from,
        earlierTo: comparison.to,
      }),
      `${t('qbr.asOf')}: ${asOf}`,
      ...(meetingOn === null ? [] : [`${t('qbr.meetingOn')}: ${meeting.join(' · ')}`]),
      ...(author === '' ? [] : [author]),
    ],
  };
}
