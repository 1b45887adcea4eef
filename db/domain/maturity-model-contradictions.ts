import { documentProblems, longestList, type Report, reportRepeated } from './document.ts';
import { indicatorsOf, type MaturityModel } from './maturity-model.ts';

export const modelProblemCodes = [
  ...documentProblems,
  'level-misplaced',
  'stage-unreachable',
  'cut-not-exact',
  'way-up-missing',
  'way-up-misplaced',
  'enabler-missing',
] as const;
type ModelProblemCode = (typeof modelProblemCodes)[number];

/** Where (`dimensions.0.indicators.2.levels.3.text.en`) and what is wrong with a model somebody wrote. */
export type ModelProblem = { readonly path: string; readonly code: ModelProblemCode };
export type ModelReport = Report<ModelProblemCode>;

/** What is wrong between parts that are each well-formed. */
export function reportContradictions(model: MaturityModel, report: ModelReport): void {
  reportRepeated(model.dimensions, 'dimensions', report);
  reportRepeated(
    indicatorsOf(model).map(({ indicator }) => indicator),
    'indicators',
    report,
  );
  if (indicatorsOf(model).length > longestList) report('dimensions', 'out-of-range');
  reportRepeated(model.stages, 'stages', report);
  reportRepeated(model.ladders, 'ladders', report);
  if (!model.dimensions.some(({ role }) => role === 'core')) report('dimensions', 'empty');
  if (model.scoring.enablers && !model.dimensions.some(({ role }) => role === 'enabler'))
    report('scoring.enablers', 'enabler-missing');
  reportUnreachable(model, report);
}

/** Stages and ladder steps no answer could ever lead to. */
function reportUnreachable(model: MaturityModel, report: ModelReport): void {
  model.stages.forEach((stage, at) => {
    const before = model.stages[at - 1];
    const reachable = before
      ? stage.from > before.from && stage.from <= model.scale.length
      : stage.from === 1;
    if (!reachable) report(`stages.${at}.from`, 'stage-unreachable');
  });
  model.ladders.forEach((ladder, at) => {
    let before = -1;
    ladder.steps.forEach((step, index) => {
      const stage = model.stages.findIndex(({ key }) => key === step.fromStage);
      if (index === 0 ? stage !== 0 : stage <= before)
        report(`ladders.${at}.steps.${index}.fromStage`, 'stage-unreachable');
      before = stage;
    });
  });
}
