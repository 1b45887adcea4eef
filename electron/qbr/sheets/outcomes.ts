import type { TFunction } from 'i18next';
import { hasEarlier } from '../../../db/qbr/comparison.ts';
import type { GoalShown } from '../../../db/qbr/content.ts';
import type { Page } from '../../files/workbook/page.ts';
import type { Area, Chart, Sheet } from '../../files/workbook/sheet.ts';
import type { Column } from '../../files/workbook/table.ts';
import type { QbrVersion } from '../version.ts';
import { nothingYet, sectionSheet } from './section-page.ts';

/** Where the readings of a goal stand on the readings sheet. */
export type ReadingRows = {
  readonly dates: Area;
  readonly values: Area;
  readonly targets: Area;
  readonly valueHeading: Area;
  readonly targetHeading: Area;
};

const perRow = 3;

const widths = [30, 11, 11, 11, 11, 11, 12, 11, 12, 12, 24, 34];

/** Goals with where they stood, stand and should stand; attainment and trends as charts. */
export function outcomesSheet(review: QbrVersion, readings: ReadonlyMap<GoalShown, ReadingRows>): Sheet {
  const { t, content } = review;
  return sectionSheet(review, 'outcomes', widths, (page) => {
    if (content.goals.length === 0) nothingYet(page, review);
    else {
      const columns = goalColumns(review);
      const table = page.table(columns, content.goals);
      const status = table.values('status');
      for (const [word, style] of statusStyles)
        page.colour({ area: status, style, equals: t(`goal.status.${word}`) });
      if (!hasEarlier(content.goals)) page.text(t('goal.noneBefore'), 'muted');
      page.gap();
      page.charts(
        [
          {
            kind: 'bar',
            title: t('goal.attained'),
            categories: table.values('metric'),
            series: [{ name: table.heading('attained'), values: table.values('attained') }],
            minimum: 0,
            maximum: 1.5,
            step: 0.5,
          },
        ],
        Math.max(8, content.goals.length * 2 + 4),
      );
      trendCharts(page, content.goals, readings);
    }
  });
}

const statusStyles = [
  ['achieved', 'good'],
  ['on-track', 'good'],
  ['at-risk', 'warn'],
  ['delayed', 'bad'],
] as const;

function trendCharts(
  page: Page,
  goals: readonly GoalShown[],
  readings: ReadonlyMap<GoalShown, ReadingRows>,
): void {
  const charts = goals.flatMap((goal): Omit<Chart, 'place'>[] => {
    const rows = readings.get(goal);
    if (!rows || goal.readings.length < 2) return [];
    const target = { name: rows.targetHeading, values: rows.targets, reference: true };
    return [
      {
        kind: 'line',
        title: goal.unit ? `${goal.metric} (${goal.unit})` : goal.metric,
        categories: rows.dates,
        series: [{ name: rows.valueHeading, values: rows.values }, ...(goal.target === null ? [] : [target])],
      },
    ];
  });
  for (let first = 0; first < charts.length; first += perRow)
    page.charts(charts.slice(first, first + perRow), 14);
}

function goalColumns({ t, content }: QbrVersion) {
  const isCompared = hasEarlier(content.goals);
  return [
    { key: 'metric', heading: t('goal.goal'), format: 'text', value: metricOf, wrap: true },
    { key: 'baseline', heading: t('goal.baseline'), format: 'figure', value: (goal) => goal.baseline },
    { key: 'target', heading: t('goal.target'), format: 'figure', value: (goal) => goal.target },
    {
      key: 'before',
      heading: t('goal.before'),
      format: 'figure',
      value: (goal) => goal.before?.value ?? null,
    },
    { key: 'now', heading: t('goal.now'), format: 'figure', value: (goal) => goal.reading?.value ?? null },
    {
      key: 'attained',
      heading: t('goal.attained'),
      format: 'percent',
      value: ({ attainment }) => (attainment.kind === 'attained' ? attainment.fraction : null),
      note: t('goal.formula'),
    },
    {
      key: 'status',
      heading: t('goal.statusWord'),
      format: 'text',
      value: ({ status }) => (status === null ? t('goal.status.unknown') : t(`goal.status.${status}`)),
    },
    {
      key: 'trend',
      heading: t('goal.trendWord'),
      format: 'text',
      value: ({ trend }) => trend && t(`goal.trend.${trend.word}`),
    },
    { key: 'due', heading: t('goal.due'), format: 'date', value: (goal) => goal.dueOn },
    { key: 'asOf', heading: t('goal.asOf'), format: 'date', value: (goal) => goal.reading?.on ?? null },
    {
      key: 'source',
      heading: t('goal.source'),
      format: 'text',
      value: ({ reading }) => reading && (reading.source ?? t('goal.unsourced')),
      wrap: true,
    },
    {
      key: 'remark',
      heading: t('goal.remark'),
      format: 'text',
      value: (goal) => remarks(goal, t, isCompared).join(' '),
      wrap: true,
    },
  ] satisfies Column<GoalShown>[];
}

function metricOf({ metric, unit }: GoalShown): string {
  return unit ? `${metric} (${unit})` : metric;
}

/** What a reader must know beside the figure: why there is none, that it is old, cut off, or counted differently now. */
function remarks(goal: GoalShown, t: TFunction, isCompared: boolean): string[] {
  const { attainment, before, isStale, redefinedOn, note } = goal;
  return [
    attainment.kind === 'undefined' ? t(`goal.gap.${attainment.gap}`) : null,
    attainment.kind === 'attained' && attainment.beyond ? t(`goal.beyond.${attainment.beyond}`) : null,
    isCompared && before === null ? t('goal.noBefore') : null,
    isStale ? t('goal.stale') : null,
    redefinedOn ? t('goal.redefined', { date: redefinedOn }) : null,
    note ? t('qbr.insideNote', { note }) : null,
  ].filter((remark) => remark !== null);
}
