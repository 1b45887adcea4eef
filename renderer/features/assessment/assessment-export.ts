import type { TFunction } from 'i18next';
import type { Language } from '../../../db/types/language.ts';
import type { ExportColumn } from '../../lib/list-export.tsx';
import type { AssessmentLine } from './assessment-type.ts';

/** The list of assessments as a workbook has it. */
export function assessmentExport(t: TFunction, language: Language): readonly ExportColumn<AssessmentLine>[] {
  return [
    { key: 'subject', heading: t('assessment.subject'), is: 'text', value: ({ subject }) => subject },
    { key: 'model', heading: t('assessment.model'), is: 'text', value: ({ model }) => model.name[language] },
    {
      key: 'assessedOn',
      heading: t('assessment.assessedOn'),
      is: 'date',
      value: ({ assessedOn }) => assessedOn,
    },
    {
      key: 'stage',
      heading: t('maturity.stage'),
      is: 'text',
      value: ({ finishedOn, stage }) =>
        finishedOn === null ? t('assessment.underWay') : (stage?.name[language] ?? t('maturity.noOverall')),
    },
    { key: 'overall', heading: t('maturity.overall'), is: 'figure', value: ({ overall }) => overall },
    {
      key: 'settled',
      heading: t('assessment.answered'),
      is: 'text',
      value: ({ settled, indicators }) => `${settled}/${indicators}`,
    },
    { key: 'assessor', heading: t('assessment.assessor'), is: 'text', value: ({ assessor }) => assessor },
  ];
}
