import { indicatorsOf } from '../../db/maturity/model.ts';
import { type ProposedStep, stepSize } from '../../db/maturity/plan.ts';
import type { PlannedStep } from '../../db/maturity/step-query.ts';
import type { DeckBlock } from '../files/deck/slide.ts';
import { tableOf } from '../files/deck/table-of.ts';
import { type AssessmentSheets, namesOf } from './sheets/assessment-sheets.ts';

/** The plan as it was kept; notes stay in the book. */
export function plannedStepTable({ view, t }: AssessmentSheets): DeckBlock[] {
  return tableOf<PlannedStep>(
    [
      { heading: t('maturity.step'), share: 5, cell: ({ step }) => step },
      { heading: t('maturity.owner'), share: 1.6, cell: ({ owner }) => owner ?? '' },
      {
        heading: t('maturity.effort'),
        share: 0.9,
        cell: ({ effort }) => t(`maturity.size.${stepSize(effort)}`),
      },
      { heading: t('assessment.plan.from'), share: 1.2, cell: ({ fromOn }) => fromOn ?? '' },
      { heading: t('assessment.plan.to'), share: 1.2, cell: ({ toOn }) => toOn ?? '' },
    ],
    view.steps,
  );
}

/** What is proposed, the most worthwhile first. */
export function proposedStepTable(made: AssessmentSheets): DeckBlock[] {
  const { view, t, language } = made;
  const names = namesOf(made);
  const indicators = new Map(indicatorsOf(view.model).map(({ indicator }) => [indicator.key, indicator]));
  const size = (rank: number) => t(`maturity.size.${stepSize(rank)}`);
  return tableOf<ProposedStep>(
    [
      {
        heading: t('maturity.step'),
        share: 5,
        cell: ({ indicator, from }) =>
          indicators.get(indicator)?.levels[from - 1]?.next?.advice[language] ?? '',
      },
      { heading: t('maturity.dimension'), share: 1.6, cell: ({ dimension }) => names.dimension(dimension) },
      {
        heading: t('maturity.level'),
        share: 0.9,
        align: 'right',
        cell: ({ from, gap }) => `${from} → ${from + gap}`,
      },
      { heading: t('maturity.impact'), share: 0.9, cell: ({ impact }) => size(impact) },
      { heading: t('maturity.effort'), share: 0.9, cell: ({ effort }) => size(effort) },
    ],
    view.plan.steps,
  );
}
