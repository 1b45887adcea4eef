import { indicatorsOf } from '../../db/maturity/model.ts';
import { type AnswerGap, largestGaps } from '../../db/maturity/plan.ts';
import type { DimensionResult } from '../../db/maturity/result.ts';
import type { DeckBlock, DeckCover, DeckSlide, DeckTone } from '../files/deck/slide.ts';
import { tableOf } from '../files/deck/table-of.ts';
import { type AssessmentSheets, namesOf } from './sheets/assessment-sheets.ts';
import { rulesInWords } from './sheets/rules-in-words.ts';
import { plannedStepTable, proposedStepTable } from './step-slides.ts';

/** The first slide: who was assessed by which model, when and by whom. */
export function assessmentCover({ view, audience, by, t, language }: AssessmentSheets): DeckCover {
  const { subject, model, assessedOn } = view;
  return {
    title: subject,
    lines: [
      model.name[language],
      assessedOn,
      ...(by ? [t('assessment.report.by', { name: by })] : []),
      ...(audience === 'internal' ? [t('qbr.internalVersion')] : []),
    ],
  };
}

/**
 * An assessment to present: what it came to and why, the dimensions as a radar, their figures, strengths and advice, and what
 * to do next. Notes and evidence stay in the book and the workbook.
 */
export function assessmentSlides(made: AssessmentSheets): DeckSlide[] {
  const { view, t } = made;
  return [
    { title: t('maturity.overall'), blocks: overall(made) },
    { title: t('maturity.scores'), blocks: dimensions(made), pages: 2 },
    levelSlide(made),
    ...adviceSlides(made),
    {
      title: t('maturity.nextSteps'),
      pages: 2,
      blocks:
        view.steps.length > 0
          ? plannedStepTable(made)
          : view.plan.steps.length > 0
            ? proposedStepTable(made)
            : [{ is: 'text', text: t('maturity.noSteps'), style: 'muted' }],
    },
  ];
}

function overall(made: AssessmentSheets): DeckBlock[] {
  const { view, t, language } = made;
  const { model, result, compared } = view;
  const names = namesOf(made);
  const stage = model.stages.find(({ key }) => key === result.stage?.key);
  const core = result.dimensions.filter(({ role }) => role === 'core');
  const before = new Map(compared?.result.dimensions.map(({ key, score }) => [key, score]));
  const target = new Map(view.plan.gaps.map(({ dimension, target: aim }) => [dimension, aim]));
  const isReported = core.length < 3;
  return [
    {
      is: 'figures',
      figures: [
        { label: t('maturity.stage'), value: stage?.name[language] ?? t('maturity.noOverall') },
        ...(result.overall === null
          ? []
          : [
              {
                label: t('maturity.score'),
                value: t('maturity.ofHighest', {
                  score: result.overall.toFixed(2),
                  highest: model.scale.length,
                }),
              },
            ]),
        { label: t('maturity.weakest'), value: names.dimensions(result.weakest), tone: 'warn' },
      ],
    },
    {
      is: 'text',
      text: [
        t('maturity.answeredOf', {
          answered: result.coverage.answered,
          applicable: result.coverage.applicable,
        }),
        ...rulesInWords(made).map(({ text }) => text),
      ].join(' · '),
      style: 'muted',
    },
    {
      is: 'charts',
      charts: [
        {
          kind: isReported ? 'bar' : 'radar',
          title: t('maturity.dimensions'),
          categories: core.map(({ key }) => names.dimension(key)),
          series: [
            { name: view.assessedOn, values: core.map(({ score }) => score) },
            ...(compared
              ? [
                  {
                    name: compared.assessedOn,
                    values: core.map(({ key }) => before.get(key) ?? null),
                    reference: true,
                  },
                ]
              : []),
            { name: t('maturity.target'), values: core.map(({ key }) => target.get(key) ?? null) },
          ],
          minimum: 0,
          maximum: model.scale.length,
          step: 1,
        },
      ],
    },
  ];
}

function dimensions(made: AssessmentSheets): DeckBlock[] {
  const { view, t } = made;
  const { compared, plan } = view;
  const names = namesOf(made);
  const score = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : value.toFixed(2);
  const changeOf = (key: string) => compared?.change.dimensions.find((each) => each.key === key);
  const signed = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : `${value > 0 ? '+' : ''}${value.toFixed(2)}`;
  const tone = (value: number | null | undefined): DeckTone | undefined =>
    !value ? undefined : value > 0 ? 'good' : 'bad';
  const gapOf = (key: string) => plan.gaps.find(({ dimension }) => dimension === key);
  return tableOf<DimensionResult>(
    [
      {
        heading: t('maturity.dimension'),
        share: 3,
        cell: ({ key, role }) =>
          role === 'enabler' ? `${names.dimension(key)} (${t('maturity.enabler')})` : names.dimension(key),
      },
      { heading: view.assessedOn, share: 1, align: 'right', cell: (each) => score(each.score) },
      ...(compared
        ? [
            {
              heading: compared.assessedOn,
              share: 1,
              align: 'right' as const,
              cell: ({ key }: DimensionResult) => score(changeOf(key)?.before),
            },
            {
              heading: t('maturity.change'),
              share: 1,
              align: 'right' as const,
              cell: ({ key }: DimensionResult) => ({
                text: signed(changeOf(key)?.difference),
                tone: tone(changeOf(key)?.difference),
              }),
            },
          ]
        : []),
      { heading: t('maturity.stage'), share: 1.6, cell: ({ stage }) => names.stage(stage) },
      {
        heading: t('maturity.target'),
        share: 1,
        align: 'right',
        cell: ({ key }) => String(gapOf(key)?.target ?? '–'),
      },
      { heading: t('maturity.gap'), share: 1, align: 'right', cell: ({ key }) => score(gapOf(key)?.gap) },
    ],
    view.result.dimensions,
  );
}

/** Where it is strong, and the lowest answers with what the next level looks like. */
function levelSlide(made: AssessmentSheets): DeckSlide {
  const { view, t, language } = made;
  const { model, answers, plan } = view;
  const names = namesOf(made);
  const indicators = new Map(indicatorsOf(model).map(({ indicator }) => [indicator.key, indicator]));
  const stated = (key: string, level: number) => {
    const text = indicators.get(key)?.levels[level - 1]?.text[language];
    return text ? `${level} · ${text}` : '';
  };
  const gaps = largestGaps(model, answers, plan.gaps);
  const strengths = plan.strengths.map(names.indicator).join(' · ') || t('maturity.noStrengths');
  return {
    title: t('assessment.report.standing'),
    blocks: [
      ...paragraphs(t('maturity.strengths'), [strengths]),
      ...(gaps.length === 0
        ? []
        : [
            { is: 'text', text: t('assessment.report.gaps'), style: 'heading' } as const,
            ...tableOf<AnswerGap>(
              [
                {
                  heading: t('maturity.indicator'),
                  share: 1.4,
                  cell: ({ indicator }) => names.indicator(indicator),
                },
                {
                  heading: view.assessedOn,
                  share: 2.5,
                  cell: ({ indicator, level }) => stated(indicator, level),
                },
                {
                  heading: t('assessment.report.nextLevel'),
                  share: 2.5,
                  cell: ({ indicator, level }) => stated(indicator, level + 1),
                },
              ],
              gaps,
            ),
          ]),
    ],
  };
}

/** What to do at the stage, and what leads to the next; none where the advice is for the house. */
function adviceSlides({ view, t, language }: AssessmentSheets): DeckSlide[] {
  const { model, result } = view;
  const at = model.stages.findIndex(({ key }) => key === result.stage?.key);
  const stage = model.stages[at];
  const following = model.stages[at + 1];
  if (!stage || stage.advice.length === 0) return [];
  return [
    {
      title: t('maturity.adviceAt', { stage: stage.name[language] }),
      pages: 2,
      blocks: [
        ...stage.advice.map((line): DeckBlock => ({ is: 'text', text: line[language] })),
        ...(stage.next && following
          ? paragraphs(
              t('maturity.adviceTo', { stage: following.name[language] }),
              stage.next.advice.map((line) => line[language]),
            )
          : []),
      ],
    },
  ];
}

function paragraphs(heading: string, lines: readonly string[]): DeckBlock[] {
  return [
    { is: 'text', text: heading, style: 'heading' },
    ...lines.map((text): DeckBlock => ({ is: 'text', text })),
  ];
}
