import {
  bilingualFrom,
  choiceFrom,
  keyFrom,
  listFrom,
  longestList,
  recordFrom,
  wholeFrom,
} from '../types/document.ts';
import { hundredthsFrom, measureFrom } from './measure-reading.ts';
import {
  dimensionRoles,
  type IndicatorLevel,
  indicatorKinds,
  type MaturityDimension,
  type MaturityFlow,
  type MaturityIndicator,
  type MaturityLadder,
  type MaturityModel,
  type MaturityScoring,
  type MaturityStage,
  maturitySubjects,
  mostLevels,
  scoringKinds,
} from './model.ts';
import { type ModelProblem, type ModelReport, reportContradictions } from './model-contradictions.ts';

export type ModelReading =
  | { readonly model: MaturityModel; readonly problems: readonly [] }
  | { readonly model: null; readonly problems: readonly ModelProblem[] };

/** Reads a model from parsed JSON: the whole model, or every problem found in it. */
export function readMaturityModel(source: unknown): ModelReading {
  const problems: ModelProblem[] = [];
  const model = modelFrom(source, (path, code) => void problems.push({ path, code }));
  return problems.length === 0 ? { model, problems: [] } : { model: null, problems };
}

/**
 * A model to go on writing: whole, or with nothing wrong but texts that are missing, which are blank in it. Null for anything
 * an editor could not fix.
 */
export function readModelToWrite(source: unknown): MaturityModel | null {
  let isMendable = true;
  const model = modelFrom(source, (_, code) => {
    if (code !== 'text-missing') isMendable = false;
  });
  return isMendable ? model : null;
}

function modelFrom(source: unknown, report: ModelReport): MaturityModel {
  const record = recordFrom(source, '', report);
  wholeFrom(1, 1, record.format, 'format', report);
  const scale = listFrom(record.scale, 'scale', report).map((level, at) => {
    const path = `scale.${at}`;
    const entry = recordFrom(level, path, report);
    if (entry.level !== at + 1) report(`${path}.level`, 'level-misplaced');
    return { level: at + 1, name: bilingualFrom(entry.name, `${path}.name`, report) };
  });
  if (scale.length < 2 || scale.length > mostLevels) report('scale', 'out-of-range');
  const dimensions = listFrom(record.dimensions, 'dimensions', report).map((dimension, at) =>
    dimensionFrom(dimension, scale.length, `dimensions.${at}`, report),
  );
  const stages = listFrom(record.stages, 'stages', report).map((stage, at, all) =>
    stageFrom(stage, at === all.length - 1, `stages.${at}`, report),
  );
  const model: MaturityModel = {
    format: 1,
    key: keyFrom(record.key, 'key', report),
    version: wholeFrom(1, Number.MAX_SAFE_INTEGER, record.version, 'version', report),
    name: bilingualFrom(record.name, 'name', report),
    purpose: bilingualFrom(record.purpose, 'purpose', report),
    subject: choiceFrom(maturitySubjects, record.subject, 'subject', report),
    scale,
    dimensions,
    scoring: scoringFrom(record.scoring, report),
    stages,
    ladders: laddersFrom(record.ladders, report),
    flows: flowsFrom(record.flows, report),
  };
  reportContradictions(model, report);
  return model;
}

function dimensionFrom(source: unknown, top: number, path: string, report: ModelReport): MaturityDimension {
  const record = recordFrom(source, path, report);
  return {
    key: keyFrom(record.key, `${path}.key`, report),
    role: choiceFrom(dimensionRoles, record.role, `${path}.role`, report),
    leadsTo: record.leadsTo == null ? null : keyFrom(record.leadsTo, `${path}.leadsTo`, report),
    weight: weightFrom(record.weight, `${path}.weight`, report),
    name: bilingualFrom(record.name, `${path}.name`, report),
    asks: bilingualFrom(record.asks, `${path}.asks`, report),
    advice: bilingualFrom(record.advice, `${path}.advice`, report),
    indicators: listFrom(record.indicators, `${path}.indicators`, report).map((indicator, at) =>
      indicatorFrom(indicator, top, `${path}.indicators.${at}`, report),
    ),
  };
}

function indicatorFrom(source: unknown, top: number, path: string, report: ModelReport): MaturityIndicator {
  const record = recordFrom(source, path, report);
  const levels = listFrom(record.levels, `${path}.levels`, report).map((level, at) =>
    levelFrom(level, at + 1, top, `${path}.levels.${at}`, report),
  );
  if (levels.length !== top) report(`${path}.levels`, 'level-misplaced');
  const asked = {
    key: keyFrom(record.key, `${path}.key`, report),
    weight: weightFrom(record.weight, `${path}.weight`, report),
    name: bilingualFrom(record.name, `${path}.name`, report),
    question: bilingualFrom(record.question, `${path}.question`, report),
    evidence: bilingualFrom(record.evidence, `${path}.evidence`, report),
    levels,
  };
  const kind = choiceFrom(indicatorKinds, record.kind, `${path}.kind`, report);
  if (kind === 'levels') return { ...asked, kind, measure: null };
  return { ...asked, kind, measure: measureFrom(record.measure, top, `${path}.measure`, report) };
}

function levelFrom(
  source: unknown,
  level: number,
  top: number,
  path: string,
  report: ModelReport,
): IndicatorLevel {
  const record = recordFrom(source, path, report);
  if (record.level !== level) report(`${path}.level`, 'level-misplaced');
  const next = optionalFrom(record.next, `${path}.next`, report);
  reportWayUp(next !== null, level >= top, `${path}.next`, report);
  return {
    level,
    text: bilingualFrom(record.text, `${path}.text`, report),
    test: bilingualFrom(record.test, `${path}.test`, report),
    next: next && {
      impact: wholeFrom(1, 3, next.impact, `${path}.next.impact`, report),
      effort: wholeFrom(1, 3, next.effort, `${path}.next.effort`, report),
      advice: bilingualFrom(next.advice, `${path}.next.advice`, report),
    },
  };
}

function scoringFrom(source: unknown, report: ModelReport): MaturityScoring {
  const record = recordFrom(source, 'scoring', report);
  const ruleFrom = (rule: 'floor' | 'enablers') => {
    const entry = optionalFrom(record[rule], `scoring.${rule}`, report);
    return entry && { above: wholeFrom(0, longestList, entry.above, `scoring.${rule}.above`, report) };
  };
  const kind = choiceFrom(scoringKinds, record.kind, 'scoring.kind', report);
  const minimumCoverage = wholeFrom(0, 100, record.minimumCoverage, 'scoring.minimumCoverage', report);
  switch (kind) {
    case 'mean-of-dimensions':
      return { kind, minimumCoverage, floor: ruleFrom('floor'), enablers: ruleFrom('enablers') };
    case 'tiers': {
      const holdsFrom = wholeFrom(2, longestList, record.holdsFrom, 'scoring.holdsFrom', report);
      return { kind, minimumCoverage, holdsFrom };
    }
    case 'majority':
      return { kind, minimumCoverage };
  }
}

function stageFrom(source: unknown, last: boolean, path: string, report: ModelReport): MaturityStage {
  const record = recordFrom(source, path, report);
  const adviceFrom = (advice: unknown, at: string) =>
    listFrom(advice, at, report).map((line, index) => bilingualFrom(line, `${at}.${index}`, report));
  const next = optionalFrom(record.next, `${path}.next`, report);
  reportWayUp(next !== null, last, `${path}.next`, report);
  return {
    key: keyFrom(record.key, `${path}.key`, report),
    from: record.from === null ? null : hundredthsFrom(record.from, `${path}.from`, report),
    name: bilingualFrom(record.name, `${path}.name`, report),
    meaning: bilingualFrom(record.meaning, `${path}.meaning`, report),
    advice: adviceFrom(record.advice, `${path}.advice`),
    next: next && { hard: next.hard === true, advice: adviceFrom(next.advice, `${path}.next.advice`) },
  };
}

function laddersFrom(source: unknown, report: ModelReport): MaturityLadder[] {
  if (Array.isArray(source) && source.length === 0) return []; // a model may do without
  return listFrom(source, 'ladders', report).map((ladder, at) => {
    const path = `ladders.${at}`;
    const record = recordFrom(ladder, path, report);
    return {
      key: keyFrom(record.key, `${path}.key`, report),
      name: bilingualFrom(record.name, `${path}.name`, report),
      steps: listFrom(record.steps, `${path}.steps`, report).map((step, index) => {
        const place = `${path}.steps.${index}`;
        const entry = recordFrom(step, place, report);
        return {
          key: keyFrom(entry.key, `${place}.key`, report),
          fromStage: keyFrom(entry.fromStage, `${place}.fromStage`, report),
          name: bilingualFrom(entry.name, `${place}.name`, report),
          meaning: bilingualFrom(entry.meaning, `${place}.meaning`, report),
        };
      }),
    };
  });
}

function flowsFrom(source: unknown, report: ModelReport): MaturityFlow[] {
  // Models written before there were flows have none.
  if (source === undefined || (Array.isArray(source) && source.length === 0)) return [];
  return listFrom(source, 'flows', report).map((flow, at) => {
    const path = `flows.${at}`;
    const record = recordFrom(flow, path, report);
    return {
      key: keyFrom(record.key, `${path}.key`, report),
      name: bilingualFrom(record.name, `${path}.name`, report),
      steps: listFrom(record.steps, `${path}.steps`, report).map((step, index) => {
        const place = `${path}.steps.${index}`;
        const entry = recordFrom(step, place, report);
        return {
          key: keyFrom(entry.key, `${place}.key`, report),
          who: bilingualFrom(entry.who, `${place}.who`, report),
          does: bilingualFrom(entry.does, `${place}.does`, report),
          indicator: entry.indicator === null ? null : keyFrom(entry.indicator, `${place}.indicator`, report),
        };
      }),
    };
  });
}

/** A part that may be absent, written as null. */
function optionalFrom(source: unknown, path: string, report: ModelReport) {
  return source === null ? null : recordFrom(source, path, report);
}

/** Whole and small, so that weighted sums stay exact and a typing slip shows. */
function weightFrom(source: unknown, path: string, report: ModelReport): number {
  return wholeFrom(1, 1000, source, path, report);
}

function reportWayUp(present: boolean, highest: boolean, path: string, report: ModelReport): void {
  if (present && highest) report(path, 'way-up-misplaced');
  if (!present && !highest) report(path, 'way-up-missing');
}
