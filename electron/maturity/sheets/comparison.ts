import type { TFunction } from 'i18next';
import type { ComparedAssessments } from '../../../db/maturity/compare-query.ts';
import type {
  ComparedAnswer,
  DimensionComparison,
  IndicatorComparison,
} from '../../../db/maturity/comparison.ts';
import type { Language } from '../../../db/types/language.ts';
import type { YesNoWords } from '../../files/workbook/cell.ts';
import { Page } from '../../files/workbook/page.ts';
import { type Sheet, sheetName } from '../../files/workbook/sheet.ts';
import { type Column, tableSheet } from '../../files/workbook/table.ts';

/** What the sheets of a comparison are made from. */
export type ComparisonSheets = {
  readonly compared: ComparedAssessments;
  readonly t: TFunction;
  readonly language: Language;
  readonly labels: YesNoWords;
};

/** As many as a radar can hold without becoming a knot: the latest. */
const mostDrawn = 4;

/** Stages and dimensions side by side with a radar to edit, then every answer. */
export function comparisonSheets(made: ComparisonSheets): Sheet[] {
  return [dimensionSheet(made), answerSheet(made)];
}

function dimensionSheet(made: ComparisonSheets): Sheet {
  const { compared, t, language, labels } = made;
  const { subject, model, chosen, comparison } = compared;
  const page = new Page(
    sheetName(t('assessment.comparison.title')),
    [30, ...chosen.map(() => 13), 11, ...(comparison.isSameVersion ? [] : [24])],
    labels,
  );
  const period = [chosen[0], chosen.at(-1)].map((each) => each?.assessedOn).join(' – ');
  page.title(subject, `${model.name[language]} · ${period}`);
  if (!comparison.isSameVersion) page.text(t('assessment.comparison.otherVersions'), 'warn');
  page.section(t('maturity.overall'));
  page.pairs(
    chosen.map(({ assessedOn }, at) => ({
      label: assessedOn,
      format: 'text',
      value: [
        comparison.overall.scores[at]?.toFixed(2),
        comparison.stages[at]?.[language] ?? t('maturity.noOverall'),
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  );
  page.gap();
  page.section(t('maturity.scores'));
  const table = page.table<DimensionComparison, string>(
    [
      {
        key: 'name',
        heading: t('maturity.dimension'),
        format: 'text',
        wrap: true,
        value: ({ name, role }) =>
          role === 'enabler' ? `${name[language]} (${t('maturity.enabler')})` : name[language],
      },
      ...chosen.map(
        ({ id, assessedOn }, at): Column<DimensionComparison> => ({
          key: String(id),
          heading: assessedOn,
          format: 'decimal',
          value: ({ scores }) => scores[at] ?? null,
        }),
      ),
      { key: 'change', heading: t('maturity.change'), format: 'decimal', value: ({ change }) => change },
      ...(comparison.isSameVersion
        ? []
        : ([
            {
              key: 'remark',
              heading: t('assessment.comparison.remark'),
              format: 'text',
              wrap: true,
              value: (each) => dimensionRemark(each, t),
            },
          ] satisfies Column<DimensionComparison>[])),
    ],
    // Enablers after the core, so that the radar's cells lie together.
    comparison.dimensions.toSorted((a, b) => Number(a.role === 'enabler') - Number(b.role === 'enabler')),
  );
  page.gap();
  const core = comparison.dimensions.filter(({ role }) => role === 'core').length;
  const drawn = chosen.slice(-mostDrawn);
  page.charts([
    {
      kind: core < 3 ? 'bar' : 'radar',
      title: t('maturity.radar', { subject }),
      categories: { ...table.values('name'), rows: core },
      series: drawn.map(({ id }) => ({
        name: table.heading(String(id)),
        values: { ...table.values(String(id)), rows: core },
        ...(id !== chosen.at(-1)?.id && { reference: drawn.length === 2 }),
      })),
      minimum: 0,
      maximum: model.highest,
      step: 1,
    },
  ]);
  return page.sheet({ portrait: true });
}

type AnswerRow = IndicatorComparison & { readonly dimension: DimensionComparison };

function answerSheet({ compared, t, language, labels }: ComparisonSheets): Sheet {
  const rows = compared.comparison.dimensions.flatMap((dimension) =>
    dimension.indicators.map((indicator): AnswerRow => ({ ...indicator, dimension })),
  );
  const columns: Column<AnswerRow>[] = [
    {
      key: 'dimension',
      heading: t('maturity.dimension'),
      format: 'text',
      value: ({ dimension }) => dimension.name[language],
    },
    {
      key: 'indicator',
      heading: t('maturity.indicator'),
      format: 'text',
      value: ({ name }) => name[language],
    },
    ...compared.chosen.map(
      ({ id, assessedOn }, at): Column<AnswerRow> => ({
        key: String(id),
        heading: assessedOn,
        format: 'text',
        value: ({ answers }) => (answers[at] ? answerInWords(answers[at], t) : null),
      }),
    ),
    { key: 'change', heading: t('maturity.change'), format: 'integer', value: ({ change }) => change },
    ...(compared.comparison.isSameVersion
      ? []
      : ([
          {
            key: 'remark',
            heading: t('assessment.comparison.remark'),
            format: 'text',
            value: ({ differs }) => differs && t(`assessment.comparison.differs.${differs}`),
          },
        ] satisfies Column<AnswerRow>[])),
  ];
  return tableSheet(t('assessment.part.answers'), columns, rows, labels);
}

function dimensionRemark({ differs }: DimensionComparison, t: TFunction): string | null {
  if (!differs) return null;
  return t(
    differs === 'scale' ? 'assessment.comparison.differs.scale' : 'assessment.comparison.otherQuestions',
  );
}

function answerInWords({ level, state }: ComparedAnswer, t: TFunction): string {
  if (state === 'level') return String(level);
  return t(`assessment.comparison.state.${state}`);
}
