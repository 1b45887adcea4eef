import { goalStatuses } from '../../../db/goal/rule.ts';
import { hasEarlier } from '../../../db/qbr/comparison.ts';
import type { ClaimShown, GoalShown } from '../../../db/qbr/content.ts';
import { formulaText, sourceText } from '../../../db/value/proof.ts';
import type { DeckChart, DeckFigure, DeckSlide, DeckTone } from '../../files/deck/slide.ts';
import { tableOf } from '../../files/deck/table-of.ts';
import { type QbrSlides, sectionSlide } from './section-slide.ts';

/** More bars than this cannot be read from the back of the room; the table has all. */
const mostBars = 10;
/** Charts side by side on one slide. */
const mostBeside = 4;
const statusTone: Readonly<Record<(typeof goalStatuses)[number], DeckTone>> = {
  achieved: 'good',
  'on-track': 'good',
  'at-risk': 'warn',
  delayed: 'bad',
};

/** Goals at a glance with their attainment, every goal with source and day, and the trends. */
export function outcomeSlides(
  review: QbrSlides,
  { pages, trends }: { pages: number; trends: boolean },
): DeckSlide[] {
  const { t, content } = review;
  const { goals } = content;
  const first = sectionSlide(review, 'outcomes', glance(review));
  const opening = first.blocks.length > 0 ? [first] : [];
  if (goals.length === 0) return opening;
  return [
    ...opening,
    { title: t('qbr.deck.goals'), blocks: goalTable(review), pages },
    ...(trends ? trendSlides(review) : []),
  ];
}

function glance(review: QbrSlides): DeckSlide['blocks'] {
  const { t, content } = review;
  const counts = goalStatuses.flatMap((status): DeckFigure[] => {
    const count = content.goals.filter((goal) => goal.status === status).length;
    return count === 0
      ? []
      : [
          {
            label: t('qbr.goalsThat', { status: t(`goal.status.${status}`) }),
            value: String(count),
            tone: statusTone[status],
          },
        ];
  });
  const attained = content.goals
    .filter(({ attainment }) => attainment.kind === 'attained')
    .slice(0, mostBars);
  const figures = [...counts, ...valueFigures(review)];
  return [
    ...(figures.length > 0 ? [{ is: 'figures' as const, figures }] : []),
    ...(attained.length === 0
      ? []
      : [
          {
            is: 'charts' as const,
            charts: [
              {
                kind: 'bar' as const,
                title: t('goal.attained'),
                categories: attained.map(metricOf),
                series: [
                  {
                    name: t('goal.attained'),
                    values: attained.map(({ attainment }) =>
                      attainment.kind === 'attained' ? attainment.fraction : null,
                    ),
                  },
                ],
                format: 'percent' as const,
                minimum: 0,
                maximum: 1.5,
                step: 0.5,
              },
            ],
          },
        ]),
  ];
}

function valueFigures({ t, content, figures }: QbrSlides): DeckFigure[] {
  const { signed, roi } = content.value;
  return [
    ...signed.map((money) => ({ label: t('value.signed'), value: figures.money(money) })),
    ...(roi.kind === 'roi' ? [{ label: t('value.roi'), value: figures.number(roi.ratio) }] : []),
  ];
}

function goalTable({ t, content, figures }: QbrSlides): DeckSlide['blocks'] {
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : figures.number(value);
  const isCompared = hasEarlier(content.goals);
  const table = tableOf<GoalShown>(
    [
      { heading: t('goal.goal'), share: 3, cell: metricOf },
      { heading: t('goal.baseline'), share: 1, align: 'right', cell: (goal) => number(goal.baseline) },
      { heading: t('goal.target'), share: 1, align: 'right', cell: (goal) => number(goal.target) },
      ...(isCompared
        ? [
            {
              heading: t('goal.before'),
              share: 1,
              align: 'right' as const,
              cell: (goal: GoalShown) => number(goal.before?.value),
            },
          ]
        : []),
      { heading: t('goal.now'), share: 1, align: 'right', cell: (goal) => number(goal.reading?.value) },
      {
        heading: t('goal.attained'),
        share: 1,
        align: 'right',
        cell: ({ attainment }) =>
          attainment.kind === 'attained' ? figures.percent(attainment.fraction) : '–',
      },
      {
        heading: t('goal.statusWord'),
        share: 1.1,
        cell: ({ status }) =>
          status === null
            ? t('goal.status.unknown')
            : { text: t(`goal.status.${status}`), tone: statusTone[status] },
      },
      {
        heading: t('goal.source'),
        share: 2.2,
        cell: (goal) =>
          [
            goal.reading?.on,
            goal.reading && (goal.reading.source ?? t('goal.unsourced')),
            ...remarks(goal, t, isCompared),
          ]
            .filter((part) => part)
            .join(' · '),
      },
    ],
    content.goals,
  );
  return isCompared ? table : [{ is: 'text', text: t('goal.noneBefore'), style: 'muted' }, ...table];
}

function remarks(goal: GoalShown, t: QbrSlides['t'], isCompared: boolean): string[] {
  const { attainment, before, isStale, redefinedOn } = goal;
  return [
    ...(attainment.kind === 'undefined' ? [t(`goal.gap.${attainment.gap}`)] : []),
    ...(attainment.kind === 'attained' && attainment.beyond ? [t(`goal.beyond.${attainment.beyond}`)] : []),
    ...(isCompared && before === null ? [t('goal.noBefore')] : []),
    ...(isStale ? [t('goal.stale')] : []),
    ...(redefinedOn ? [t('goal.redefined', { date: redefinedOn })] : []),
  ];
}

/** Every goal that has a trend, the ones that failed too; the others are named, so that none is missing without a word. */
function trendSlides(review: QbrSlides): DeckSlide[] {
  const { t, content } = review;
  const charts = trendCharts(review);
  if (charts.length === 0) return [];
  const perSlide = Math.ceil(charts.length / Math.ceil(charts.length / mostBeside));
  const flat = content.goals.filter(({ readings }) => readings.length < 2).map(metricOf);
  const slides = Math.ceil(charts.length / perSlide);
  return Array.from({ length: slides }, (_, at) => ({
    title: t('qbr.deck.trends'),
    blocks: [
      { is: 'charts' as const, charts: charts.slice(at * perSlide, (at + 1) * perSlide) },
      ...(at === slides - 1 && flat.length > 0
        ? [
            {
              is: 'text' as const,
              style: 'muted' as const,
              text: t('qbr.deck.noTrend', { goals: flat.join(', ') }),
            },
          ]
        : []),
    ],
  }));
}

function trendCharts({ t, content }: QbrSlides): DeckChart[] {
  return content.goals
    .filter(({ readings }) => readings.length > 1)
    .map((goal) => ({
      kind: 'line' as const,
      title: metricOf(goal),
      categories: goal.readings.map(({ on }) => on),
      series: [
        { name: t('goal.reading'), values: goal.readings.map(({ value }) => value) },
        ...(goal.target === null
          ? []
          : [{ name: t('goal.target'), values: goal.readings.map(() => goal.target), reference: true }]),
      ],
    }));
}

function metricOf({ metric, unit }: GoalShown): string {
  return unit ? `${metric} (${unit})` : metric;
}

/** What the outcomes were worth, with the return, its formula, and the formula and source of every claim. */
export function valueSlides(review: QbrSlides, pages: number): DeckSlide[] {
  const { t, content, figures } = review;
  const { claims, unsigned, price, roi, countedOver } = content.value;
  if (claims.length === 0) return [];
  const paid = price.kind === 'price' ? price.amounts : [];
  return [
    {
      title: t('qbr.section.value'),
      pages,
      blocks: [
        {
          is: 'figures',
          figures: [
            ...valueFigures(review),
            ...unsigned.map((money) => ({
              label: t('value.unsigned'),
              value: figures.money(money),
              tone: 'warn' as const,
            })),
            ...paid.map((money) => ({ label: t('value.paid'), value: figures.money(money) })),
          ],
        },
        {
          is: 'text',
          style: 'muted',
          text:
            roi.kind === 'roi'
              ? [t('value.roiFormula'), ...(countedOver ? [t('qbr.period', countedOver)] : [])].join(' · ')
              : `${t('value.roi')}: ${t(`value.roiGap.${roi.gap}`)}`,
        },
        ...tableOf<ClaimShown>(
          [
            { heading: t('value.outcome'), share: 2.4, cell: ({ outcome }) => outcome },
            {
              heading: t('value.worth'),
              share: 1.3,
              align: 'right',
              cell: ({ worth }) =>
                worth.kind === 'worth' ? figures.money(worth.money) : t(`value.worthGap.${worth.gap}`),
            },
            {
              heading: t('value.standing'),
              share: 1.1,
              cell: ({ signedOn }) =>
                signedOn
                  ? { text: t('value.isSigned'), tone: 'good' }
                  : { text: t('value.isUnsigned'), tone: 'warn' },
            },
            {
              heading: t('value.formula'),
              share: 2.6,
              cell: ({ inputs }) => formulaText(inputs, figures.number),
            },
            {
              heading: t('goal.source'),
              share: 1.8,
              cell: (claim) => sourceText(claim) || t('value.unsourced'),
            },
          ],
          claims,
        ),
      ],
    },
  ];
}
