import { indicatorsOf } from '../../../../db/domain/maturity-model.ts';
import type { ProposedStep } from '../../../../db/domain/maturity-plan.ts';
import type { Sheet } from '../../sheet.ts';
import { type Column, tableSheet } from '../../table.ts';
import { type AssessmentSheets, namesOf } from './assessment-sheets.ts';

const sizes = ['small', 'medium', 'large'] as const;

/** What to do next, the most worthwhile first, with room for who does it and by when. */
export function planSheet(made: AssessmentSheets): Sheet {
  const { view, t, language, words } = made;
  const names = namesOf(made);
  const indicators = new Map(indicatorsOf(view.model).map(({ indicator }) => [indicator.key, indicator]));
  const size = (rank: number) => t(`maturity.size.${sizes[rank - 1] ?? 'medium'}`);
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
  return tableSheet(t('maturity.nextSteps'), columns, view.plan.steps, words);
}
