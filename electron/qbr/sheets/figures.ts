import type { TaskShown } from '../../../db/qbr/content.ts';
import { type FigureShown, isReported } from '../../../db/qbr/figure.ts';
import type { QbrSection } from '../../../db/qbr/kind.ts';
import { isSourced } from '../../../db/value/proof.ts';
import type { Page } from '../../files/workbook/page.ts';
import type { Sheet } from '../../files/workbook/sheet.ts';
import type { QbrVersion } from '../version.ts';
import { headedPart, sectionSheet } from './section-page.ts';

const widths = [40, 14, 14, 10, 46, 28, 13, 22];

/** Usage, support or feedback; in the internal version health stands below usage. */
export function figureSheet(review: QbrVersion, section: 'usage' | 'support' | 'feedback'): Sheet {
  const { t, content } = review;
  return sectionSheet(review, section, widths, (page) => {
    const figures = content.figures?.filter((figure) => figure.section === section) ?? [];
    headedPart(page, review, t(`qbr.figure.${section}`), figures, (rows) => figureTable(page, review, rows));
    if (section === 'usage' && content.inside) insideFigures(page, review, 'usage');
  });
}

/** Risks, and what was done for the customer in the period. */
export function riskSheet(review: QbrVersion): Sheet {
  const { t, content } = review;
  return sectionSheet(review, 'risk', widths, (page) => {
    insideFigures(page, review, 'risk');
    page.gap();
    page.section(t('qbr.insideOnly', { heading: t('qbr.tasksDone.title') }));
    const tasks = content.inside?.tasks ?? [];
    if (tasks.length === 0) page.text(t('qbr.tasksDone.none'), 'muted');
    else
      page.table<TaskShown, string>(
        [
          {
            key: 'task',
            heading: t('qbr.tasksDone.task'),
            format: 'text',
            value: ({ title }) => title,
            wrap: true,
          },
          { key: 'owner', heading: t('qbr.tasksDone.owner'), format: 'text', value: ({ owner }) => owner },
          { key: 'due', heading: t('qbr.tasksDone.due'), format: 'date', value: ({ dueOn }) => dueOn },
          { key: 'done', heading: t('qbr.tasksDone.done'), format: 'date', value: ({ doneOn }) => doneOn },
        ],
        tasks,
      );
  });
}

function insideFigures(page: Page, review: QbrVersion, section: QbrSection & ('usage' | 'risk')): void {
  const { t, content } = review;
  page.gap();
  const heading = t(section === 'usage' ? 'qbr.figure.health' : 'qbr.figure.risk');
  const figures = content.inside?.figures.filter((figure) => figure.section === section) ?? [];
  headedPart(page, review, t('qbr.insideOnly', { heading }), figures, (rows) =>
    figureTable(page, review, rows),
  );
}

function figureTable(page: Page, review: QbrVersion, figures: readonly FigureShown<string>[]): void {
  const { t } = review;
  const progress = (figure: FigureShown<string>) => {
    if (!isReported(figure)) return t('qbr.figure.untold');
    if (!isSourced(figure)) return t('qbr.figure.insideOnly');
    return figure.isStale ? t('qbr.figure.stale') : null;
  };
  const hasStanding = figures.some((figure) => progress(figure) !== null);
  const table = page.table<FigureShown<string>, string>(
    [
      {
        key: 'label',
        heading: t('qbr.figure.label'),
        format: 'text',
        value: ({ label }) => label,
        wrap: true,
      },
      { key: 'before', heading: t('qbr.figure.before'), format: 'figure', value: ({ before }) => before },
      { key: 'value', heading: t('qbr.figure.value'), format: 'figure', value: ({ value }) => value },
      { key: 'unit', heading: t('qbr.figure.unit'), format: 'text', value: ({ unit }) => unit },
      {
        key: 'remark',
        heading: t('qbr.figure.remark'),
        format: 'text',
        value: ({ remark }) => remark,
        wrap: true,
      },
      {
        key: 'source',
        heading: t('qbr.figure.source'),
        format: 'text',
        value: ({ source }) => source,
        wrap: true,
      },
      { key: 'asOf', heading: t('qbr.figure.asOf'), format: 'date', value: ({ asOf }) => asOf },
      ...(hasStanding
        ? [{ key: 'standing', heading: t('qbr.figure.standing'), format: 'text' as const, value: progress }]
        : []),
    ],
    figures,
  );
  if (!hasStanding) return;
  const area = table.values('standing');
  page.colour({ area, style: 'warn', equals: t('qbr.figure.untold') });
  page.colour({ area, style: 'warn', equals: t('qbr.figure.stale') });
  page.colour({ area, style: 'bad', equals: t('qbr.figure.insideOnly') });
}
