import { type FigureSection, type FigureShown, isReported } from '../../../db/qbr/figure.ts';
import { sourceText } from '../../../db/value/proof.ts';
import type { DeckBlock, DeckSlide } from '../../files/deck/slide.ts';
import { tableOf } from '../../files/deck/table-of.ts';
import { type QbrSlides, sectionSlide } from './section-slide.ts';

type Figures = readonly FigureShown<string>[];

/** A page of figures; one on which nobody wrote anything gets no slide, fifteen are few. */
export function figureSlide(review: QbrSlides, section: FigureSection): DeckSlide[] {
  const { figures = [], sections } = review.content;
  const blocks = figureTable(
    review,
    figures.filter((figure) => figure.section === section),
  );
  const labels = sections.find((shown) => shown.section === section);
  const hasWords = Boolean(labels?.happened || labels?.soWhat || labels?.whatNext);
  return blocks.length > 0 || hasWords ? [sectionSlide(review, section, blocks)] : [];
}

function figureTable({ t, figures: write }: QbrSlides, figures: Figures): DeckBlock[] {
  const figure = (value: number | null, unit: string) =>
    value === null ? null : `${write.number(value)}${unit ? ` ${unit}` : ''}`;
  return tableOf<FigureShown<string>>(
    [
      { heading: t('qbr.figure.label'), share: 2.6, cell: ({ label }) => label },
      // As on screen: a column of numbers nobody filled says nothing.
      ...(figures.some(({ before }) => before !== null)
        ? [
            {
              heading: t('qbr.figure.before'),
              share: 1.2,
              align: 'right' as const,
              cell: ({ before, unit }: FigureShown<string>) => figure(before, unit),
            },
          ]
        : []),
      {
        heading: t('qbr.figure.value'),
        share: 1.2,
        align: 'right',
        cell: ({ value, unit }) => figure(value, unit),
      },
      { heading: t('qbr.figure.remark'), share: 2.4, cell: ({ remark }) => remark },
      {
        heading: t('qbr.figure.source'),
        share: 2,
        cell: (each) =>
          isReported(each)
            ? [
                sourceText(each) || t('qbr.figure.insideOnly'),
                each.asOf,
                each.isStale ? t('qbr.figure.stale') : null,
              ]
                .filter((part) => part !== null)
                .join(', ')
            : { text: t('qbr.figure.untold'), tone: 'warn' },
      },
    ],
    figures,
  );
}
