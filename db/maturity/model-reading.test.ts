import { expect, test } from 'vitest';
import { sketchMajority, sketchModel, sketchTiers } from '../testing/maturity-model.ts';
import { readMaturityModel } from './model-reading.ts';

const text = { en: 'text', 'zh-CN': '文字' };

const source = () =>
  JSON.parse(
    JSON.stringify(
      sketchModel([
        { key: 'a', indicators: [1, 2] },
        { key: 'e', role: 'enabler' },
      ]),
    ),
  );

/** The problems found after putting `value` where the path leads. */
function problemsAfter(path: string, value: unknown) {
  const copy = source();
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const place = steps.reduce((part, step) => part[step], copy);
  place[last] = value;
  return readMaturityModel(copy).problems;
}

test('a model read from its file is the model', () => {
  const { model, problems } = readMaturityModel(source());
  expect(problems).toEqual([]);
  expect(model).toEqual(source());
});

test.each([
  { path: 'format', value: 2, code: 'out-of-range' },
  { path: 'key', value: 'Two words', code: 'key-invalid' },
  { path: 'version', value: 0, code: 'out-of-range' },
  { path: 'subject', value: 'planet', code: 'unknown-value' },
  { path: 'scale.1.level', value: 3, code: 'level-misplaced' },
  { path: 'dimensions', value: 'many', code: 'wrong-shape' },
  { path: 'dimensions', value: [], code: 'empty' },
  { path: 'dimensions.0.weight', value: 0.5, code: 'out-of-range' },
  { path: 'dimensions.0.role', value: 'chief', code: 'unknown-value' },
  { path: 'dimensions.0.indicators.0.kind', value: 'riddle', code: 'unknown-value' },
  { path: 'dimensions.0.indicators.1.weight', value: -1, code: 'out-of-range' },
  {
    path: 'dimensions.0.indicators.0.levels.3.next',
    value: { impact: 1, effort: 1 },
    code: 'way-up-misplaced',
  },
  { path: 'dimensions.0.indicators.0.levels.0.next', value: null, code: 'way-up-missing' },
  { path: 'dimensions.0.indicators.0.levels.0.next.effort', value: 0, code: 'out-of-range' },
  { path: 'scoring.kind', value: 'dice', code: 'unknown-value' },
  { path: 'scoring.minimumCoverage', value: 101, code: 'out-of-range' },
  { path: 'stages.1.from', value: 1.755, code: 'cut-not-exact' },
  { path: 'stages.1.from', value: 1, code: 'stage-unreachable' },
  { path: 'stages.3.from', value: 4.01, code: 'stage-unreachable' },
  { path: 'stages.0.from', value: 1.5, code: 'stage-unreachable' },
  { path: 'ladders.0.steps.1.fromStage', value: 'nowhere', code: 'stage-unreachable' },
  { path: 'ladders.0.steps.0.fromStage', value: 'second', code: 'stage-unreachable' },
])('$path of $value is $code', ({ path, value, code }) => {
  expect(problemsAfter(path, value).map((problem) => problem.code)).toContain(code);
  expect(problemsAfter(path, value).map((problem) => problem.path)).toContainEqual(
    expect.stringContaining(path),
  );
});

test('a text missing in one language is named with its language', () => {
  expect(problemsAfter('dimensions.0.indicators.1.levels.2.test.zh-CN', ' ')).toEqual([
    { path: 'dimensions.0.indicators.1.levels.2.test.zh-CN', code: 'text-missing' },
  ]);
});

test('an indicator with a level too few is told', () => {
  const levels = source().dimensions[0].indicators[0].levels.slice(0, 3);
  expect(problemsAfter('dimensions.0.indicators.0.levels', levels)).toContainEqual({
    path: 'dimensions.0.indicators.0.levels',
    code: 'level-misplaced',
  });
});

test('the same key twice is told, across dimensions too', () => {
  expect(problemsAfter('dimensions.1.indicators.0.key', 'a-1')).toEqual([
    { path: 'indicators.a-1', code: 'key-repeated' },
  ]);
});

test('the enabler rule needs an enabler, and a model a dimension that counts', () => {
  const copy = source();
  copy.scoring.enablers = { above: 1 };
  copy.dimensions.pop();
  expect(readMaturityModel(copy).problems).toEqual([{ path: 'scoring.enablers', code: 'enabler-missing' }]);
  expect(problemsAfter('dimensions.0.role', 'enabler')).toEqual([{ path: 'dimensions', code: 'empty' }]);
});

test.each([null, 'text', 7, [], {}])('%j is not a model, and reading it ends', (nothing) => {
  const { model, problems } = readMaturityModel(nothing);
  expect(model).toBeNull();
  expect(problems.length).toBeGreaterThan(0);
});

test('a file of ten thousand indicators is refused, not followed', () => {
  const indicator = source().dimensions[0].indicators[0];
  const many = Array.from({ length: 10_000 }, (_, at) => ({ ...indicator, key: `a-${at}` }));
  expect(problemsAfter('dimensions.0.indicators', many)).toContainEqual({
    path: 'dimensions.0.indicators',
    code: 'out-of-range',
  });
});

const figure = {
  inputs: ['ltv', 'cac'].map((key) => ({
    key,
    name: { en: key, 'zh-CN': '数字' },
    unit: 'money',
    source: null,
  })),
  over: ['ltv'],
  under: ['cac'],
  unit: 'number',
  better: 'higher',
  marks: [1, 2, 3],
};

test('a figure is read with its inputs and marks', () => {
  const copy = source();
  Object.assign(copy.dimensions[0].indicators[0], { kind: 'figure', measure: figure });
  expect(readMaturityModel(copy)).toEqual({ model: copy, problems: [] });
});

test.each([
  { part: { over: ['nothing'] }, path: 'over.0', code: 'input-unknown' },
  { part: { under: [] }, path: 'inputs.1', code: 'input-unused' },
  { part: { marks: [1, 3, 3] }, path: 'marks.2', code: 'mark-misplaced' },
  { part: { better: 'lower' }, path: 'marks.1', code: 'mark-misplaced' },
  { part: { marks: [1, 2] }, path: 'marks', code: 'mark-misplaced' },
  { part: { marks: [1, 2, 2.005] }, path: 'marks.2', code: 'cut-not-exact' },
  { part: { unit: 'parsec' }, path: 'unit', code: 'unknown-value' },
  { part: { over: [] }, path: 'over', code: 'empty' },
])('a figure with $part is $code', ({ part, path, code }) => {
  const copy = source();
  Object.assign(copy.dimensions[0].indicators[0], { kind: 'figure', measure: { ...figure, ...part } });
  expect(readMaturityModel(copy).problems).toContainEqual({
    path: `dimensions.0.indicators.0.measure.${path}`,
    code,
  });
});

test('a figure without a measure is told', () => {
  expect(problemsAfter('dimensions.0.indicators.0.kind', 'figure')).toContainEqual({
    path: 'dimensions.0.indicators.0.measure',
    code: 'wrong-shape',
  });
});

test('a model written before tiers, figures and flows reads on', () => {
  const copy = source();
  delete copy.flows;
  delete copy.dimensions[0].leadsTo;
  delete copy.dimensions[0].indicators[0].measure;
  expect(readMaturityModel(copy)).toEqual({ model: source(), problems: [] });
});

test.each([sketchTiers(), sketchMajority()])('a model of $scoring.kind reads on', (model) => {
  expect(readMaturityModel(JSON.parse(JSON.stringify(model)))).toEqual({ model, problems: [] });
});

test.each([
  {
    model: sketchTiers(),
    change: { 'dimensions.0.leadsTo': null },
    path: 'dimensions.0.leadsTo',
    code: 'tier-missing',
  },
  {
    model: sketchTiers(),
    change: { 'dimensions.0.leadsTo': 'first' },
    path: 'dimensions.0.leadsTo',
    code: 'tier-missing',
  },
  {
    model: sketchTiers(),
    change: { 'dimensions.1.leadsTo': 'second' },
    path: 'stages.2',
    code: 'stage-unreachable',
  },
  {
    model: sketchTiers(),
    change: { 'dimensions.1.role': 'enabler' },
    path: 'dimensions.1.role',
    code: 'enabler-misplaced',
  },
  { model: sketchTiers(), change: { 'stages.1.from': 2 }, path: 'stages.1.from', code: 'cut-misplaced' },
  {
    model: sketchTiers(),
    change: { 'scoring.holdsFrom': 5 },
    path: 'scoring.holdsFrom',
    code: 'out-of-range',
  },
  {
    model: sketchMajority(),
    change: { 'dimensions.0.leadsTo': 'second' },
    path: 'dimensions.0.leadsTo',
    code: 'tier-misplaced',
  },
  {
    model: sketchMajority(),
    change: { 'dimensions.0.indicators.1.weight': 2 },
    path: 'dimensions.0.indicators.1.weight',
    code: 'weight-unused',
  },
  {
    model: sketchModel([{ key: 'a' }]),
    change: { 'stages.1.from': null },
    path: 'stages.1.from',
    code: 'cut-missing',
  },
  {
    model: sketchModel([{ key: 'a' }]),
    change: {
      flows: [{ key: 'f', name: text, steps: [{ key: 's', who: text, does: text, indicator: 'nobody' }] }],
    },
    path: 'flows.0.steps.0.indicator',
    code: 'indicator-unknown',
  },
])('$path in a model of $model.scoring.kind is $code', ({ model, change, path, code }) => {
  const copy = JSON.parse(JSON.stringify(model));
  for (const [place, value] of Object.entries(change)) {
    const steps = place.split('.');
    const last = steps.pop() ?? '';
    steps.reduce((part, step) => part[step], copy)[last] = value;
  }
  expect(readMaturityModel(copy).problems).toContainEqual({ path, code });
});
