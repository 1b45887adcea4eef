import { enablerRule } from '../../../db/maturity/model.ts';
import { type AssessmentSheets, namesOf } from './assessment-sheets.ts';

/** Which rules made or question the stage, as sentences; the same ones as on screen. */
export function rulesInWords(
  made: AssessmentSheets,
): { readonly text: string; readonly isWarning: boolean }[] {
  const { view, t } = made;
  const { model, result } = view;
  const { stage, coverage, lowestEnablers } = result;
  const names = namesOf(made);
  if (!stage) {
    const minimum = model.scoring.minimumCoverage;
    return [{ text: t('maturity.tooLittle', { percent: coverage.percent ?? 0, minimum }), isWarning: true }];
  }
  const held =
    stage.heldDownBy.length === 0
      ? []
      : [
          {
            text: `${t('maturity.heldDown')} ${t('maturity.heldDownBecause', {
              byMean: names.stage(stage.byMean) ?? '',
              dimensions: names.dimensions(stage.heldDownBy),
              stage: names.stage(stage.key) ?? '',
            })}`,
            isWarning: true,
          },
        ];
  if (!enablerRule(model)) return held;
  const lowest = result.dimensions.find(({ key }) => key === lowestEnablers[0])?.score;
  const enablers = { enablers: names.dimensions(lowestEnablers), score: lowest?.toFixed(2) ?? '' };
  if (stage.sustainable === null) return [...held, { text: t('maturity.enablersUnknown'), isWarning: false }];
  return [
    ...held,
    stage.sustainable
      ? { text: t('maturity.sustainableBecause', enablers), isWarning: false }
      : {
          text: `${t('maturity.notSustainable')} ${t('maturity.notSustainableBecause', enablers)}`,
          isWarning: true,
        },
  ];
}
