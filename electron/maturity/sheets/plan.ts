import { indicatorsOf } from '../../../db/maturity/model.ts';
import { type ProposedStep, stepSize } from '../../../db/maturity/plan.ts';
import type { PlannedStep } from '../../../db/maturity/step-query.ts';
import type { Sheet } from '../../files/workbook/sheet.ts';
import { type Column, tableSheet } from '../../files/workbook/table.ts';
import { type AssessmentSheets, namesOf } from './assessment-sheets.ts';

/** The plan where there is one, else what is proposed. The notes of its steps stay in the book. */
export function planSheet(made: AssessmentSheets): Sheet {
  return made.view.steps.length > 0 ? plannedSheet(made) : proposedSheet(made);
}

/** The steps kept, in the order they are to be done. */
function plannedSheet(made: AssessmentSheets): Sheet {
  const { view, t, labels } = made;
  const names = namesOf(made);
  const columns: Column<PlannedStep>[] = [
    {
      key: 'step',
      heading: t('maturity.step'),
      format: 'text',
      wrap: true,
      width: 60,
      value: ({ step }) => step,
    },
    {
      key: 'indicator',
      heading: t('maturity.indicator'),
      format: 'text',
      value: ({ indicator }) => names.indicator(indicator),
    },
    { key: 'owner', heading: t('maturity.owner'), format: 'text', width: 18, value: ({ owner }) => owner },
    {
      key: 'effort',
      heading: t('maturity.effort'),
      format: 'text',
      value: ({ effort }) => t(`maturity.size.${stepSize(effort)}`),
    },
    {
      key: 'from',
      heading: t('assessment.plan.from'),
      format: 'date',
      width: 12,
      value: ({ fromOn }) => fromOn,
    },
    { key: 'to', heading: t('assessment.plan.to'), format: 'date', width: 12, value: ({ toOn }) => toOn },
  ];
  return tableSheet(t('maturity.nextSteps'), columns, view.steps, labels);
}

/** What to do next, the most worthwhile first, with room for who does it and by when. */
function proposedSheet(made: AssessmentSheets): Sheet {
  const { view, t, language, labels } = made;
  const names = namesOf(made);
  const indicators = new Map(indicatorsOf(view.model).map(({ indicator }) => [indicator.key, indicator]));
  const size = (rank: number) => t(`maturity.size.${stepSize(rank)}`);
  const hasCrossing = view.plan.steps.some(({ crossDepartment }) => crossDepartment);
  const columns: Column<ProposedStep>[] = [
    {
      key: 'step',
      heading: t('maturity.step'),
      format: 'text',
      wrap: true,
      width: 60,
      value: ({ indicator, from }) =>
        indicators.get(indicator)?.levels[from - 1]?.next?.advice[language] ?? null,
    },
    {
      key: 'dimension',
      heading: t('maturity.dimension'),
      format: 'text',
      value: ({ dimension }) => names.dimension(dimension),
    },
    {
      key: 'indicator',
      heading: t('maturity.indicator'),
      format: 'text',
      value: ({ indicator }) => names.indicator(indicator),
    },
    { key: 'from', heading: t('maturity.level'), format: 'integer', value: ({ from }) => from },
    { key: 'target', heading: t('maturity.target'), format: 'integer', value: ({ from, gap }) => from + gap },
    { key: 'impact', heading: t('maturity.impact'), format: 'text', value: ({ impact }) => size(impact) },
    { key: 'effort', heading: t('maturity.effort'), format: 'text', value: ({ effort }) => size(effort) },
    {
      key: 'priority',
      heading: t('maturity.priority'),
      note: t('maturity.stepOrder'),
      format: 'decimal',
      value: ({ priority }) => priority,
    },
    ...(hasCrossing
      ? ([
          {
            key: 'crossing',
            heading: t('maturity.crossDepartment'),
            note: t('maturity.crossDepartmentHint'),
            format: 'yes-no',
            value: ({ crossDepartment }) => crossDepartment,
          },
        ] satisfies Column<ProposedStep>[])
      : []),
    { key: 'owner', heading: t('maturity.owner'), format: 'text', width: 18, value: () => null },
    { key: 'due', heading: t('maturity.dueOn'), format: 'date', width: 12, value: () => null },
  ];
  return tableSheet(t('maturity.nextSteps'), columns, view.plan.steps, labels);
}
