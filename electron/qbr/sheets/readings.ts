import type { GoalShown, ReadingShown } from '../../../db/qbr/content.ts';
import type { Sheet } from '../../files/workbook/sheet.ts';
import { tableSheet } from '../../files/workbook/table.ts';
import type { QbrVersion } from '../version.ts';
import type { ReadingRows } from './outcomes.ts';
import { sectionSheetName } from './section-page.ts';

type Line = { readonly goal: GoalShown; readonly reading: ReadingShown };

/** The appendix: every reading of every goal, which the trend charts are drawn from, and where each goal's rows are. */
export function readingsSheet(review: QbrVersion): {
  readonly sheet: Sheet;
  readonly rows: ReadonlyMap<GoalShown, ReadingRows>;
} {
  const { t, content } = review;
  const lines = content.goals.flatMap((goal) => goal.readings.map((reading): Line => ({ goal, reading })));
  const sheet = tableSheet<Line>(
    sectionSheetName(review, 'readings'),
    [
      { key: 'goal', heading: t('goal.goal'), format: 'text', value: ({ goal }) => goal.metric },
      { key: 'unit', heading: t('goal.unit'), format: 'text', value: ({ goal }) => goal.unit },
      { key: 'on', heading: t('goal.readOn'), format: 'date', value: ({ reading }) => reading.on },
      { key: 'value', heading: t('goal.reading'), format: 'figure', value: ({ reading }) => reading.value },
      { key: 'target', heading: t('goal.target'), format: 'figure', value: ({ goal }) => goal.target },
      { key: 'source', heading: t('goal.source'), format: 'text', value: ({ reading }) => reading.source },
    ],
    lines,
    { yes: t('app.yes'), no: t('app.no') },
  );
  const cells = (column: number, row: number, rows = 1) => ({
    sheet: sheet.name,
    row,
    column,
    rows,
    columns: 1,
  });
  const rows = new Map<GoalShown, ReadingRows>();
  let first = 2;
  for (const goal of content.goals) {
    const count = goal.readings.length;
    if (count > 0)
      rows.set(goal, {
        dates: cells(3, first, count),
        values: cells(4, first, count),
        targets: cells(5, first, count),
        valueHeading: cells(4, 1),
        targetHeading: cells(5, 1),
      });
    first += count;
  }
  return { sheet, rows };
}
