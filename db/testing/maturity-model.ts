import type { MaturityDimension, MaturityIndicator, MaturityModel, MeanScoring } from '../maturity/model.ts';
import type { MaturityAnswer } from '../maturity/result.ts';

const text = { en: 'text', 'zh-CN': '文字' };

export type DimensionSketch = {
  readonly key: string;
  readonly role?: MaturityDimension['role'];
  readonly weight?: number;
  /** The indicators' weights; indicator n of dimension `a` is `a-n`. */
  readonly indicators?: readonly number[];
};

/** A model of four levels and four stages (cuts 1, 1.75, 2.5, 3.25) with the dimensions given, for working rules out by hand. */
export function sketchModel(
  dimensions: readonly DimensionSketch[],
  scoring: Partial<MeanScoring> = {},
): MaturityModel {
  return {
    format: 1,
    key: 'sketch',
    version: 1,
    name: text,
    purpose: text,
    subject: 'account',
    scale: [1, 2, 3, 4].map((level) => ({ level, name: text })),
    dimensions: dimensions.map(({ key, role = 'core', weight = 1, indicators = [1] }) => ({
      key,
      role,
      leadsTo: null,
      weight,
      name: text,
      asks: text,
      advice: text,
      indicators: indicators.map((each, at) => indicator(`${key}-${at + 1}`, each)),
    })),
    scoring: { kind: 'mean-of-dimensions', minimumCoverage: 70, floor: null, enablers: null, ...scoring },
    stages: [
      ['first', 1],
      ['second', 1.75],
      ['third', 2.5],
      ['fourth', 3.25],
    ].map(([key, from], at) => ({
      key: String(key),
      from: Number(from),
      name: text,
      meaning: text,
      advice: [text],
      next: at === 3 ? null : { hard: at === 2, advice: [text] },
    })),
    ladders: [
      {
        key: 'halves',
        name: text,
        steps: [
          { key: 'lower', fromStage: 'first', name: text, meaning: text },
          { key: 'upper', fromStage: 'third', name: text, meaning: text },
        ],
      },
    ],
    flows: [],
  };
}

/** Three dimensions that lead to the second, third and fourth stage; a practice is in place from level 3. */
export function sketchTiers(): MaturityModel {
  const model = sketchModel([{ key: 'a', indicators: [1, 1] }, { key: 'b' }, { key: 'c' }]);
  return {
    ...model,
    scoring: { kind: 'tiers', minimumCoverage: 70, holdsFrom: 3 },
    dimensions: model.dimensions.map((dimension, at) => ({
      ...dimension,
      leadsTo: model.stages[at + 1]?.key ?? null,
    })),
    stages: withoutCuts(model),
  };
}

/** Five questions about four types. */
export function sketchMajority(): MaturityModel {
  const model = sketchModel([{ key: 'a', indicators: [1, 1, 1, 1, 1] }]);
  return { ...model, scoring: { kind: 'majority', minimumCoverage: 70 }, stages: withoutCuts(model) };
}

function withoutCuts({ stages }: MaturityModel): MaturityModel['stages'] {
  return stages.map((stage) => ({ ...stage, from: null }));
}

/** Answers by indicator key; `null` leaves one open, `'n/a'` says it doesn't apply. */
export function answered(levels: Readonly<Record<string, number | null | 'n/a'>>): MaturityAnswer[] {
  return Object.entries(levels).map(([key, level]) =>
    level === 'n/a'
      ? { indicator: key, level: null, applicable: false }
      : { indicator: key, level, applicable: true },
  );
}

function indicator(key: string, weight: number): MaturityIndicator {
  return {
    key,
    kind: 'levels',
    measure: null,
    weight,
    name: text,
    question: text,
    evidence: text,
    levels: [1, 2, 3, 4].map((level) => ({
      level,
      text,
      test: text,
      next: level === 4 ? null : { impact: level, effort: 2, advice: text },
    })),
  };
}
