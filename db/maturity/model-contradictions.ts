import { documentProblems, longestList, type Report, reportRepeated } from '../types/document.ts';
import { indicatorsOf, type MaturityModel } from './model.ts';

export const modelProblemCodes = [
  ...documentProblems,
  'level-misplaced',
  'stage-unreachable',
  'stages-unlike-levels',
  'cut-not-exact',
  'way-up-missing',
  'way-up-misplaced',
  'enabler-missing',
  'enabler-misplaced',
  'cut-missing',
  'cut-misplaced',
  'tier-missing',
  'tier-misplaced',
  'weight-unused',
  'input-unknown',
  'input-unused',
  'mark-misplaced',
  'indicator-unknown',
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
  reportRepeated(model.flows, 'flows', report);
  reportFlows(model, report);
  reportScoring(model, report);
  reportLadders(model, report);
}

function reportScoring(model: MaturityModel, report: ModelReport): void {
  const { scoring, stages, dimensions, scale } = model;
  const hasEnabler = dimensions.some(({ role }) => role === 'enabler');
  if (scoring.kind === 'mean-of-dimensions') {
    if (scoring.enablers && !hasEnabler) report('scoring.enablers', 'enabler-missing');
    reportCuts(model, report);
  } else {
    dimensions.forEach(({ role }, at) => {
      if (role === 'enabler') report(`dimensions.${at}.role`, 'enabler-misplaced');
    });
    stages.forEach(({ from }, at) => {
      if (from !== null) report(`stages.${at}.from`, 'cut-misplaced');
    });
  }
  switch (scoring.kind) {
    case 'mean-of-dimensions':
      break;
    case 'tiers':
      if (scoring.holdsFrom > scale.length) report('scoring.holdsFrom', 'out-of-range');
      reportTiers(model, report);
      return;
    case 'majority':
      if (stages.length !== scale.length) report('stages', 'stages-unlike-levels');
      reportUnweighted(model, report);
      break;
  }
  dimensions.forEach(({ leadsTo }, at) => {
    if (leadsTo !== null) report(`dimensions.${at}.leadsTo`, 'tier-misplaced');
  });
}

/** Stages no mean could ever lead to. */
function reportCuts({ stages, scale }: MaturityModel, report: ModelReport): void {
  stages.forEach(({ from }, at) => {
    const before = stages[at - 1]?.from ?? null;
    if (from === null) report(`stages.${at}.from`, 'cut-missing');
    else if (at === 0 ? from !== 1 : from > scale.length || (before !== null && from <= before))
      report(`stages.${at}.from`, 'stage-unreachable');
  });
}

/** The first tier needs nothing; each later one has practices that lead to it, and every dimension leads to one. */
function reportTiers({ stages, dimensions }: MaturityModel, report: ModelReport): void {
  const later = stages.slice(1).map(({ key }) => key);
  dimensions.forEach(({ leadsTo }, at) => {
    if (leadsTo === null || !later.includes(leadsTo)) report(`dimensions.${at}.leadsTo`, 'tier-missing');
  });
  stages.forEach(({ key }, at) => {
    if (at > 0 && !dimensions.some(({ leadsTo }) => leadsTo === key))
      report(`stages.${at}`, 'stage-unreachable');
  });
}

/** Where each answer counts once, a weight would commitment what the rule does not keep. */
function reportUnweighted({ dimensions }: MaturityModel, report: ModelReport): void {
  dimensions.forEach(({ weight, indicators }, at) => {
    if (weight !== 1) report(`dimensions.${at}.weight`, 'weight-unused');
    indicators.forEach((indicator, index) => {
      if (indicator.weight !== 1) report(`dimensions.${at}.indicators.${index}.weight`, 'weight-unused');
    });
  });
}

function reportFlows(model: MaturityModel, report: ModelReport): void {
  const known = new Set(indicatorsOf(model).map(({ indicator }) => indicator.key));
  model.flows.forEach(({ steps }, at) => {
    reportRepeated(steps, `flows.${at}.steps`, report);
    steps.forEach(({ indicator }, index) => {
      if (indicator !== null && !known.has(indicator))
        report(`flows.${at}.steps.${index}.indicator`, 'indicator-unknown');
    });
  });
}

/** Ladder steps no stage could ever lead to. */
function reportLadders(model: MaturityModel, report: ModelReport): void {
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
