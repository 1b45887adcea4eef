import type { CommitmentStatus } from '../../../db/commitment/rule.ts';
import type {
  AgendaLineShown,
  AskShown,
  AttendeeShown,
  CommitmentShown,
  DifficultyShown,
  MaturityShown,
  PlanLineShown,
} from '../../../db/qbr/content.ts';
import type { DeckBlock, DeckSlide, DeckTone } from '../../files/deck/slide.ts';
import { type SlideColumn, tableOf } from '../../files/deck/table-of.ts';
import { headedPart, type QbrSlides, sectionSlide } from './section-slide.ts';

const scoreTone: Readonly<Record<CommitmentStatus, DeckTone | undefined>> = {
  open: undefined,
  kept: 'good',
  partly: 'warn',
  broken: 'bad',
};

/** Why the customer bought and what it would call a success. */
export function whySlide(review: QbrSlides): DeckSlide {
  const { t, content } = review;
  const { success } = content;
  const pairs = success
    ? [
        { heading: t('qbr.whyBought'), text: success.whyBought },
        { heading: t('qbr.success'), text: success.definition },
      ].flatMap(({ heading, text }): DeckBlock[] =>
        text
          ? [
              { is: 'text', text: heading, style: 'heading' },
              { is: 'text', text, style: 'lead' },
            ]
          : [],
      )
    : [];
  const confirmed = success?.confirmedOn
    ? t('qbr.wasConfirmed', { date: success.confirmedOn, name: success.confirmedBy ?? '' })
    : t('qbr.unconfirmed');
  return sectionSlide(
    review,
    'why',
    pairs.length > 0 ? [...pairs, { is: 'text', text: confirmed.trim(), style: 'muted' }] : [],
  );
}

/** Every earlier commitment with what became of it. */
export function commitmentSlide(review: QbrSlides, pages: number): DeckSlide {
  return sectionSlide(review, 'commitments', commitmentTable(review, review.content.commitments), pages);
}

function commitmentTable({ t }: QbrSlides, commitments: readonly CommitmentShown[]): DeckBlock[] {
  return tableOf<CommitmentShown>(
    [
      { heading: t('qbr.commitment'), share: 4, cell: ({ text }) => text },
      { heading: t('qbr.promisedBySide'), share: 1, cell: ({ side }) => t(`qbr.side.${side}`) },
      { heading: t('qbr.promisedBy'), share: 1.3, cell: ({ promisedBy }) => promisedBy },
      { heading: t('qbr.dueOn'), share: 1.2, cell: ({ dueOn }) => dueOn },
      {
        heading: t('qbr.score'),
        share: 1.2,
        cell: ({ status, isPending }) => ({
          text: t(isPending ? 'qbr.scored.pending' : `qbr.scored.${status}`),
          tone: scoreTone[status],
        }),
      },
    ],
    commitments,
  );
}

/** How mature the customer was and is, as a radar. */
export function maturitySlide(review: QbrSlides): DeckSlide {
  const { t, content, language } = review;
  const { now, before } = content.maturity;
  if (!now) return sectionSlide(review, 'maturity', []);
  const earlier = new Map(before?.dimensions.map(({ name, score }) => [name.en, score]));
  const sentence = (heading: string, { assessedOn, overall, stage }: MaturityShown) =>
    [`${heading}: ${stage ? stage[language] : t('qbr.noStage')}`, overall?.toFixed(2), assessedOn]
      .filter((part) => part !== undefined)
      .join(' · ');
  return sectionSlide(review, 'maturity', [
    { is: 'text', text: sentence(t('qbr.maturityNow'), now) },
    before
      ? { is: 'text', text: sentence(t('qbr.maturityBefore'), before) }
      : { is: 'text', text: t('qbr.noMaturityBefore'), style: 'muted' },
    {
      is: 'charts',
      charts: [
        {
          kind: 'radar',
          title: now.model[language],
          categories: now.dimensions.map(({ name }) => name[language]),
          series: [
            { name: t('qbr.now'), values: now.dimensions.map(({ score }) => score) },
            ...(before?.dimensions.length
              ? [
                  {
                    name: t('qbr.then'),
                    values: now.dimensions.map(({ name }) => earlier.get(name.en) ?? null),
                    reference: true,
                  },
                ]
              : []),
          ],
          minimum: 0,
          maximum: now.highest,
          step: 1,
        },
      ],
    },
  ]);
}

/** What was hard, and what was learned from it. */
export function difficultySlide(review: QbrSlides): DeckSlide {
  const { t, content } = review;
  return sectionSlide(
    review,
    'difficulty',
    tableOf<DifficultyShown>(
      [
        { heading: t('qbr.difficulty'), share: 1, cell: ({ difficulty }) => difficulty },
        { heading: t('qbr.lesson'), share: 1, cell: ({ lesson }) => lesson },
      ],
      content.difficulties,
    ),
  );
}

/** What comes next, with who does it by when. */
export function planSlide(review: QbrSlides): DeckSlide {
  const { t, content } = review;
  return sectionSlide(
    review,
    'plan',
    tableOf<PlanLineShown>(
      [
        { heading: t('qbr.step'), share: 3.5, cell: ({ step }) => step },
        { heading: t('qbr.planSide'), share: 1, cell: ({ side }) => t(`qbr.side.${side}`) },
        { heading: t('goal.owner'), share: 1.3, cell: ({ owner }) => owner },
        { heading: t('qbr.dueOn'), share: 1.2, cell: ({ dueOn }) => dueOn },
        { heading: t('goal.goal'), share: 2, cell: ({ goal }) => goal },
      ],
      content.plan,
    ),
  );
}

/** What each side asks of the other, and what each commitments. */
export function askSlide(review: QbrSlides): DeckSlide {
  const { t, content } = review;
  const asks = tableOf<AskShown>(
    [
      { heading: t('qbr.ask'), share: 4, cell: ({ ask }) => ask },
      { heading: t('qbr.askedBy'), share: 1, cell: ({ side }) => t(`qbr.side.${side}`) },
      { heading: t('qbr.askedOf'), share: 1.3, cell: ({ askedOf }) => askedOf },
      { heading: t('qbr.dueOn'), share: 1.2, cell: ({ dueOn }) => dueOn },
    ],
    content.asks,
  );
  const commitments = commitmentTable(review, content.newCommitments);
  return sectionSlide(review, 'ask', [
    ...headedPart(review, t('qbr.asks'), asks),
    ...headedPart(review, t('qbr.newCommitments'), commitments),
  ]);
}

/** What is talked about for how long, and who is in the room. */
export function agendaSlide(review: QbrSlides): DeckSlide {
  const { t, content } = review;
  const headed = <Row>(columns: readonly SlideColumn<Row>[], rows: readonly Row[], heading: string) =>
    headedPart(review, heading, tableOf(columns, rows));
  return sectionSlide(review, 'agenda', [
    ...headed<AgendaLineShown>(
      [
        { heading: t('qbr.topic'), share: 3, cell: ({ section }) => t(`qbr.section.${section}`) },
        { heading: t('qbr.minutes'), share: 1, align: 'right', cell: ({ minutes }) => String(minutes) },
        { heading: t('qbr.presenter'), share: 2, cell: ({ presenter }) => presenter },
      ],
      content.agenda,
      t('qbr.agenda'),
    ),
    ...headed<AttendeeShown>(
      [
        { heading: t('qbr.name'), share: 2, cell: ({ name }) => name },
        { heading: t('qbr.ofSide'), share: 1, cell: ({ side }) => t(`qbr.side.${side}`) },
        { heading: t('qbr.role'), share: 3, cell: ({ title }) => title },
      ],
      content.attendees,
      t('qbr.people'),
    ),
  ]);
}
