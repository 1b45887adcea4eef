import { indicatorsOf } from '../../../../db/domain/maturity-model.ts';
import type { Sheet } from '../../sheet.ts';
import { type Column, tableSheet } from '../../table.ts';
import type { AssessmentSheets } from './assessment-sheets.ts';

/** Every question with the level chosen, the evidence, and the level before. */
export function answersSheet({ view, t, language, words }: AssessmentSheets): Sheet {
  const rows = indicatorsOf(view.model).map(({ dimension, indicator }) => ({
    dimension,
    indicator,
    answer: view.answers.find((answer) => answer.indicator === indicator.key),
    before: view.compared?.answers.find((answer) => answer.indicator === indicator.key),
  }));
  type Row = (typeof rows)[number];
  const said = ({ indicator, answer }: Row) => {
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
    { key: 'said', heading: t('assessment.meaning'), format: 'text', wrap: true, width: 40, value: said },
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
  return tableSheet(t('assessment.part.answers'), columns, rows, words);
}
