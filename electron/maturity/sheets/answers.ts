import { indicatorsOf, type MaturityDimension, type MaturityIndicator } from '../../../db/maturity/model.ts';
import type { AssessmentAnswer } from '../../../db/maturity/query.ts';
import type { Language } from '../../../db/types/language.ts';
import type { Sheet } from '../../files/workbook/sheet.ts';
import { type Column, tableSheet } from '../../files/workbook/table.ts';
import type { AssessmentSheets } from './assessment-sheets.ts';

type Row = {
  readonly dimension: MaturityDimension;
  readonly indicator: MaturityIndicator;
  readonly answer: AssessmentAnswer | undefined;
  readonly before: AssessmentAnswer | undefined;
};

/** Every question with the level chosen, the evidence, and the level before. */
export function answersSheet({ view, audience, t, language, labels }: AssessmentSheets): Sheet {
  const rows: readonly Row[] = indicatorsOf(view.model).map(({ dimension, indicator }) => ({
    dimension,
    indicator,
    answer: view.answers.find((answer) => answer.indicator === indicator.key),
    before: view.compared?.answers.find((answer) => answer.indicator === indicator.key),
  }));
  const stated = ({ indicator, answer }: Row) => {
    if (answer?.applicable === false)
      return t('assessment.notApplicableBecause', { reason: answer.reason ?? '' });
    return (
      indicator.levels.find(({ level }) => level === answer?.level)?.text[language] ?? t('assessment.open')
    );
  };
  const columns: Column<Row>[] = [
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
      value: ({ indicator }) => indicator.name[language],
    },
    {
      key: 'question',
      heading: t('assessment.question'),
      format: 'text',
      wrap: true,
      width: 34,
      value: ({ indicator }) => indicator.question[language],
    },
    {
      key: 'level',
      heading: t('maturity.level'),
      format: 'integer',
      value: ({ answer }) => answer?.level ?? null,
    },
    { key: 'said', heading: t('assessment.meaning'), format: 'text', wrap: true, width: 40, value: stated },
    ...(view.answers.some(({ figures }) => figures !== null)
      ? ([
          {
            key: 'figures',
            heading: t('maturity.figures.label'),
            format: 'text',
            wrap: true,
            width: 30,
            value: (row) => figuresOf(row, language),
          },
        ] satisfies Column<Row>[])
      : []),
    {
      key: 'evidence',
      heading: t('assessment.evidence'),
      format: 'text',
      wrap: true,
      width: 44,
      value: ({ answer }) => answer?.evidence ?? null,
    },
    {
      key: 'confidence',
      heading: t('assessment.confidence.label'),
      format: 'text',
      value: ({ answer }) => (answer?.confidence ? t(`assessment.confidence.${answer.confidence}`) : null),
    },
    ...(audience === 'internal'
      ? ([
          {
            key: 'note',
            heading: t('assessment.note'),
            format: 'text',
            wrap: true,
            width: 36,
            value: ({ answer }) =>
              [answer?.note, answer?.because && t('assessment.consensus.because', { reason: answer.because })]
                .filter(Boolean)
                .join('\n') || null,
          },
        ] satisfies Column<Row>[])
      : []),
    ...(view.compared
      ? ([
          {
            key: 'before',
            heading: view.compared.assessedOn,
            format: 'integer',
            value: ({ before }) => before?.level ?? null,
          },
        ] satisfies Column<Row>[])
      : []),
  ];
  return tableSheet(t('assessment.part.answers'), columns, rows, labels);
}

/** What the level follows from, each figure with its name: “LTV 15,000 · CAC 6,000”. */
function figuresOf({ indicator: { measure }, answer }: Row, language: Language): string | null {
  if (!measure || !answer?.figures) return null;
  const { figures } = answer;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return measure.inputs
    .flatMap(({ key, name, unit }) => {
      const figure = figures[key];
      return figure === undefined
        ? []
        : [`${name[language]} ${number.format(figure)}${unit === 'percent' ? '%' : ''}`];
    })
    .join(' · ');
}
