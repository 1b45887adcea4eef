import { describe, expect, test } from 'vitest';
import { answered } from '../testing/maturity-model.ts';
import type { Bilingual } from '../types/language.ts';
import { measured } from './measure.ts';
import { indicatorsOf, type MaturityModel } from './model.ts';
import { readMaturityModel } from './model-reading.ts';
import { builtInModels } from './models.ts';
import { maturityResult } from './result.ts';

const modelOf = (key: string): MaturityModel => {
  const model = builtInModels.find((each) => each.key === key);
  if (!model) throw new Error(`no model ${key}`);
  return model;
};
const customer = modelOf('customer-maturity');
const cs = modelOf('cs-function-maturity');

describe('customer maturity', () => {
  test('asks at least sixteen indicators, at least four in each of its four dimensions', () => {
    expect(customer.dimensions.map(({ key }) => key)).toEqual(['cognition', 'strategy', 'people', 'tools']);
    for (const { indicators } of customer.dimensions) expect(indicators.length).toBeGreaterThanOrEqual(4);
    expect(indicatorsOf(customer).length).toBeGreaterThanOrEqual(16);
    expect(customer.scale).toHaveLength(4);
  });

  test.each([
    // Levels of whole dimensions; the mean of four.
    { dimensions: [2, 2, 1, 1], overall: 1.5, stage: 'immature' },
    { dimensions: [2, 2, 2, 1], overall: 1.75, stage: 'low' },
    { dimensions: [3, 2, 2, 2], overall: 2.25, stage: 'low' },
    { dimensions: [3, 3, 2, 2], overall: 2.5, stage: 'medium' },
    { dimensions: [3, 3, 3, 3], overall: 3, stage: 'medium' },
    { dimensions: [4, 3, 3, 3], overall: 3.25, stage: 'high' },
    // One level above the weakest at most.
    { dimensions: [4, 4, 4, 1], overall: 3.25, stage: 'low' },
    { dimensions: [4, 4, 4, 2], overall: 3.5, stage: 'medium' },
  ])('$dimensions comes to $stage', ({ dimensions, overall, stage }) => {
    const levels = customer.dimensions.flatMap(({ indicators }, at) =>
      indicators.map(({ key }) => [key, dimensions[at] ?? 0] as const),
    );
    const result = maturityResult(customer, answered(Object.fromEntries(levels)));
    expect(result).toMatchObject({ overall, stage: { key: stage } });
  });
});

describe('CS function maturity', () => {
  test('asks eight modules and three enablers, five levels each', () => {
    expect(cs.dimensions.filter(({ role }) => role === 'core')).toHaveLength(8);
    expect(cs.dimensions.filter(({ role }) => role === 'enabler')).toHaveLength(3);
    expect(indicatorsOf(cs)).toHaveLength(11);
    expect(cs.scale).toHaveLength(5);
  });

  const assess = (modules: readonly number[], enablers: readonly number[]) => {
    const levels = [...modules, ...enablers];
    const keys = indicatorsOf(cs).map(({ indicator }) => indicator.key);
    return maturityResult(cs, answered(Object.fromEntries(keys.map((key, at) => [key, levels[at] ?? null]))));
  };

  test.each([
    { modules: [1, 1, 1, 1, 1, 1, 1, 1], overall: 1, stage: 'fully-reactive' },
    { modules: [2, 2, 2, 2, 2, 2, 1, 1], overall: 1.75, stage: 'fully-reactive' },
    { modules: [2, 2, 2, 2, 2, 2, 2, 1], overall: 1.88, stage: 'partly-proactive' },
    { modules: [3, 3, 3, 3, 2, 2, 2, 2], overall: 2.5, stage: 'partly-proactive' },
    { modules: [3, 3, 3, 3, 3, 2, 2, 2], overall: 2.63, stage: 'fully-proactive' },
    { modules: [4, 4, 4, 3, 3, 3, 3, 3], overall: 3.38, stage: 'fully-proactive' },
    { modules: [4, 4, 4, 4, 3, 3, 3, 3], overall: 3.5, stage: 'scientifically-managed' },
    { modules: [5, 4, 4, 4, 4, 4, 4, 4], overall: 4.13, stage: 'scientifically-managed' },
    { modules: [5, 5, 4, 4, 4, 4, 4, 4], overall: 4.25, stage: 'continuously-refined' },
    { modules: [5, 5, 5, 5, 5, 5, 5, 5], overall: 5, stage: 'continuously-refined' },
  ])('modules of $modules come to $stage', ({ modules, overall, stage }) => {
    expect(assess(modules, [5, 5, 5])).toMatchObject({ overall, stage: { key: stage, sustainable: true } });
  });

  test.each([
    // Five modules applicable, so that a mean can be a fifth: 9/5 = 1.8, 13/5 = 2.6, 17/5 = 3.4, 21/5 = 4.2.
    { modules: [2, 2, 2, 2, 1], overall: 1.8, stage: 'partly-proactive' },
    { modules: [3, 3, 3, 2, 2], overall: 2.6, stage: 'fully-proactive' },
    { modules: [4, 4, 3, 3, 3], overall: 3.4, stage: 'scientifically-managed' },
    { modules: [5, 4, 4, 4, 4], overall: 4.2, stage: 'continuously-refined' },
  ])('a mean exactly at the cut $overall is $stage', ({ modules, overall, stage }) => {
    const keys = indicatorsOf(cs).map(({ indicator }) => indicator.key);
    const levels = Object.fromEntries(
      keys.map((key, at) => [key, at < 5 ? (modules[at] ?? null) : at < 8 ? 'n/a' : 5] as const),
    );
    expect(maturityResult(cs, answered(levels))).toMatchObject({ overall, stage: { key: stage } });
  });

  test('a low module does not hold the stage down: that rule is the other model’s', () => {
    expect(assess([5, 5, 5, 5, 5, 5, 5, 1], [5, 5, 5]).stage).toMatchObject({
      key: 'continuously-refined',
      heldDownBy: [],
    });
  });

  test.each([
    { enablers: [3, 3, 3], sustainable: true },
    { enablers: [5, 2, 5], sustainable: false },
  ])(
    'scientific management on enablers of $enablers: sustainable $sustainable',
    ({ enablers, sustainable }) => {
      expect(assess([4, 4, 4, 4, 4, 4, 4, 4], enablers).stage?.sustainable).toBe(sustainable);
    },
  );

  test.each([
    { level: 1, external: 'reactive', awareness: 'unaware' },
    { level: 2, external: 'informed', awareness: 'aware' },
    { level: 3, external: 'proactive', awareness: 'able' },
    { level: 4, external: 'predictive', awareness: 'able' },
    { level: 5, external: 'predictive', awareness: 'fluent' },
  ])('level $level throughout is $external outside and $awareness inside', ({ level, ...ladders }) => {
    expect(assess(Array(8).fill(level), [5, 5, 5]).stage?.ladders).toEqual(ladders);
  });

  test('the hard jump is from fully proactive to scientifically managed, and no other', () => {
    expect(cs.stages.filter(({ next }) => next?.hard).map(({ key }) => key)).toEqual(['fully-proactive']);
  });
});

/** Every answer of these dimensions at one level, the others at another. */
const dimensionsAt = (model: MaturityModel, levels: Readonly<Record<string, number>>, others: number) =>
  maturityResult(
    model,
    answered(
      Object.fromEntries(
        indicatorsOf(model).map(({ dimension, indicator }) => [
          indicator.key,
          levels[dimension.key] ?? others,
        ]),
      ),
    ),
  ).stage?.key;

describe('product–value collaboration', () => {
  const model = modelOf('product-value-collaboration');
  const flows = { 'release-flow': 3, 'issue-flow': 3 };
  test.each([
    { levels: {}, others: 1, tier: 'product-alone' },
    { levels: {}, others: 2, tier: 'product-alone' },
    { levels: { 'release-flow': 3 }, others: 2, tier: 'product-alone' },
    { levels: { 'release-flow': 3, 'issue-flow': 2 }, others: 3, tier: 'product-alone' },
    { levels: flows, others: 1, tier: 'value-passed' },
    { levels: { ...flows, 'design-reviewed': 2 }, others: 3, tier: 'value-passed' },
    { levels: flows, others: 3, tier: 'value-together' },
  ])('$levels and $others elsewhere is $tier', ({ levels, others, tier }) => {
    expect(dimensionsAt(model, levels, others)).toBe(tier);
  });

  test('draws both flows, each step of which is asked about or nobody’s to fail', () => {
    expect(model.flows.map(({ key }) => key)).toEqual(['release-value', 'issue']);
    for (const { steps } of model.flows) {
      expect(steps.length).toBeGreaterThanOrEqual(4);
      expect(steps.filter(({ indicator }) => indicator !== null).length).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('product–CS alignment', () => {
  const model = modelOf('product-cs-alignment');
  test.each([
    { levels: {}, others: 1, stage: 'apart' },
    { levels: {}, others: 2, stage: 'in-touch' },
    { levels: {}, others: 3, stage: 'one-team' },
    // 13 / 6 = 2.17 and 14 / 6 = 2.33, about the cut of 2.2
    { levels: { priority: 3 }, others: 2, stage: 'in-touch' },
    { levels: { priority: 3, metrics: 3 }, others: 2, stage: 'aligned' },
    // One dimension quite apart holds the rest down to one stage above it.
    { levels: { priority: 1 }, others: 3, stage: 'in-touch' },
  ])('$levels and $others elsewhere is $stage', ({ levels, others, stage }) => {
    expect(dimensionsAt(model, levels, others)).toBe(stage);
  });
});

describe('CS readiness', () => {
  const model = modelOf('cs-readiness');
  test.each([
    { levels: {}, others: 1, phase: 'finding-fit' },
    { levels: { fit: 2 }, others: 3, phase: 'finding-fit' },
    { levels: { fit: 3 }, others: 1, phase: 'growth' },
    { levels: { fit: 3, profitable: 2 }, others: 3, phase: 'growth' },
    { levels: {}, others: 3, phase: 'scaling' },
  ])('$levels and $others elsewhere is $phase', ({ levels, others, phase }) => {
    expect(dimensionsAt(model, levels, others)).toBe(phase);
  });

  const levelOf = (key: string, figures: Readonly<Record<string, number>>) => {
    const indicator = indicatorsOf(model).find((each) => each.indicator.key === key)?.indicator;
    return indicator?.measure ? measured(indicator.measure, figures).level : null;
  };
  test.each([
    { key: 'ltv-to-cac', figures: { ltv: 15_000, cac: 6_000 }, level: 2 },
    { key: 'ltv-to-cac', figures: { ltv: 18_000, cac: 6_000 }, level: 3 },
    { key: 'payback', figures: { cac: 6_000, mrr: 500, margin: 75 }, level: 2 },
    { key: 'payback', figures: { cac: 4_500, mrr: 500, margin: 75 }, level: 3 },
    { key: 'payback', figures: { cac: 7_000, mrr: 500, margin: 75 }, level: 1 },
    { key: 'renewal', figures: { renewed: 12, due: 15 }, level: 3 },
    { key: 'renewal', figures: { renewed: 11, due: 15 }, level: 2 },
    { key: 'even-quarters', figures: { leanest: 3, won: 20 }, level: 3 },
    { key: 'missed', figures: { share: 40 }, level: 3 },
    { key: 'missed', figures: { share: 24.9 }, level: 1 },
    { key: 'cost-holds', figures: { now: 110, before: 100 }, level: 3 },
    { key: 'cost-holds', figures: { now: 131, before: 100 }, level: 1 },
  ])('$key of $figures is level $level', ({ key, figures, level }) => {
    expect(levelOf(key, figures)).toBe(level);
  });
});

describe('CS organisation type', () => {
  const model = modelOf('cs-organisation-type');
  test.each([
    { levels: [1, 1, 1, 1, 5, 5, 5], type: 'firefighting' },
    { levels: [1, 1, 1, 2, 2, 2, 2], type: 'sales' },
    { levels: [1, 2, 3, 3, 3, 3, 5], type: 'service' },
    { levels: [3, 3, 3, 4, 4, 4, 4], type: 'integrated' },
    { levels: [4, 4, 4, 4, 4, 5, 5], type: 'integrated' },
    { levels: [1, 1, 1, 5, 5, 5, 5], type: 'partner' },
  ])('$levels is the type $type', ({ levels, type }) => {
    const keys = indicatorsOf(model).map(({ indicator }) => indicator.key);
    const answers = answered(Object.fromEntries(keys.map((key, at) => [key, levels[at] ?? null])));
    expect(maturityResult(model, answers)).toMatchObject({ overall: null, stage: { key: type } });
  });
});

test.each(builtInModels)('$key written out and read again is the same model', (model) => {
  expect(readMaturityModel(JSON.parse(JSON.stringify(model)))).toEqual({ model, problems: [] });
});

describe.each(builtInModels)('the texts of $key', (model) => {
  const texts = bilingualTexts(model);

  test('are there in both languages, each in its own script', () => {
    for (const text of texts) {
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
    }
  });

  test('set Chinese punctuation full-width', () => {
    for (const text of texts)
      expect(text['zh-CN']).not.toMatch(/\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u);
  });

  test('of no two levels of an indicator are the same', () => {
    for (const { indicator } of indicatorsOf(model))
      for (const language of ['en', 'zh-CN'] as const) {
        const tests = indicator.levels.map((level) => level.text[language] + level.test[language]);
        expect(new Set(tests).size).toBe(tests.length);
      }
  });
});

function bilingualTexts(part: unknown): Bilingual[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('en' in part && 'zh-CN' in part) return [{ en: String(part.en), 'zh-CN': String(part['zh-CN']) }];
  return Object.values(part).flatMap(bilingualTexts);
}
