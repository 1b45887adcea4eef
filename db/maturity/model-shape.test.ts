import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sketchMajority, sketchModel, sketchTiers } from '../testing/maturity-model.ts';
import { type MaturityModel, scoringKinds } from './model.ts';
import { leavesOf, type Part, partAt, withPart } from './model-document.ts';
import { readMaturityModel } from './model-reading.ts';
import { canReshape, type Reshaping, reshaped } from './model-shape.ts';
import { builtInModels } from './models.ts';

const documentOf = (model: MaturityModel) => JSON.parse(JSON.stringify(model)) as Part;
const plain = documentOf(
  sketchModel([
    { key: 'a', indicators: [2, 1] },
    { key: 'e', role: 'enabler' },
  ]),
);
const tiers = documentOf(sketchTiers());
const kinds = documentOf(sketchMajority());
const readiness = documentOf(builtInModels.find(({ key }) => key === 'cs-readiness') ?? sketchTiers());
const add = (document: Part, level: number) =>
  reshaped(document, { action: 'add-level', level, key: 'own-1' });
const remove = (document: Part, level: number) => reshaped(document, { action: 'remove-level', level });
const scoredBy = (document: Part, kind: MaturityModel['scoring']['kind']) =>
  reshaped(document, { action: 'score-by', kind });
const problemsOf = (document: Part) => readMaturityModel(document).problems;
const cuts = (document: Part) => [0, 1, 2, 3].map((at) => partAt(document, `stages.${at}.from`));
/** Everything that is blank, written. */
const written = (document: Part) =>
  leavesOf(document).reduce(
    (whole, { path, part }) =>
      JSON.stringify(part) === '{"en":"","zh-CN":""}'
        ? withPart(whole, path, { en: 'text', 'zh-CN': '文字' })
        : whole,
    document,
  );

describe('a level added', () => {
  test.each([1, 2, 3, 4, 5])('as number %i lacks only its texts, in every question', (level) => {
    for (const document of [plain, tiers]) {
      const longer = add(document, level);
      const problems = problemsOf(longer);
      expect(problems.length).toBeGreaterThan(0);
      expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['text-missing']));
      expect(problemsOf(written(longer))).toEqual([]);
    }
  });

  test('pushes the descriptions above it up by one', () => {
    const described = withPart(plain, 'dimensions.0.indicators.0.levels.1.text.en', 'the second');
    const longer = add(described, 2);
    expect(partAt(longer, 'dimensions.0.indicators.0.levels.1.text.en')).toBe('');
    expect(partAt(longer, 'dimensions.0.indicators.0.levels.2.text.en')).toBe('the second');
    expect(partAt(longer, 'dimensions.0.indicators.0.levels.2.level')).toBe(3);
  });

  test('leaves every cut at its place on the scale', () => {
    expect(cuts(plain)).toEqual([1, 1.75, 2.5, 3.25]); // a quarter of 3, of 4, …
    expect(cuts(add(plain, 5))).toEqual([1, 2, 3, 4]);
    expect(cuts(remove(plain, 4))).toEqual([1, 1.5, 2, 2.5]);
  });

  test('keeps a practice in place from the same description', () => {
    const from = (document: Part) => partAt(document, 'scoring.holdsFrom'); // 3 of 4
    expect([1, 3, 4, 5].map((level) => from(add(tiers, level)))).toEqual([4, 4, 3, 3]);
    expect([1, 2, 3, 4].map((level) => from(remove(tiers, level)))).toEqual([2, 2, 3, 3]);
    const atTop = withPart(tiers, 'scoring.holdsFrom', 4);
    expect(from(remove(atTop, 4))).toBe(3);
  });

  test('of kinds comes with its stage', () => {
    const longer = add(kinds, 3);
    expect(partAt(longer, 'stages.2')).toMatchObject({ key: 'own-1', name: { en: '', 'zh-CN': '' } });
    expect(problemsOf(written(longer))).toEqual([]);
    expect(partAt(remove(kinds, 4), 'stages.3')).toBeUndefined();
  });

  test('asks for the figure it begins at, where figures decide', () => {
    const longer = add(readiness, 2);
    const open = problemsOf(longer).filter(({ code }) => code !== 'text-missing');
    expect(open.length).toBeGreaterThan(3);
    for (const { path, code } of open) {
      expect(code).toBe('cut-missing');
      expect(path).toMatch(/\.measure\.marks\.0$/);
    }
  });
});

describe('a level removed', () => {
  test.each([1, 2, 3, 4])('number %i takes its descriptions along, and nothing is left to fix', (level) => {
    for (const document of [plain, tiers]) expect(problemsOf(remove(document, level))).toEqual([]);
  });

  test('of kinds takes its stage along; what began at that stage is told', () => {
    expect(problemsOf(remove(kinds, 2))).toEqual([]);
    expect(problemsOf(remove(kinds, 3))).toEqual([
      { path: 'ladders.0.steps.1.fromStage', code: 'stage-unreachable' },
    ]);
  });

  test('right after it was added leaves every built-in model as it was', () => {
    for (const model of builtInModels) {
      const document = documentOf(model);
      for (let level = 1; level <= model.scale.length; level++)
        expect(remove(add(document, level), level)).toEqual(document);
    }
  });
});

test('a scale has two levels at least and nine at most, and no others come or go', () => {
  const two = remove(remove(plain, 1), 1);
  expect(() => remove(two, 1)).toThrow(RangeError);
  let longest = plain;
  for (let level = 5; level <= 9; level++) longest = add(longest, level);
  expect(problemsOf(written(longest))).toEqual([]);
  expect(() => add(longest, 10)).toThrow(RangeError);
  expect(() => add(plain, 6)).toThrow(RangeError);
  expect(() => add(plain, 0)).toThrow(RangeError);
  expect(() => remove(plain, 5)).toThrow(RangeError);
});

describe('another scoring', () => {
  test('by the mean begins with stages as wide as one another', () => {
    for (const document of [tiers, kinds]) {
      const mean = scoredBy(document, 'mean-of-dimensions');
      expect(cuts(mean)).toEqual([1, 1.75, 2.5, 3.25]);
      expect(problemsOf(mean)).toEqual([]);
    }
  });

  test('by tiers asks what each dimension leads to, and cuts no mean', () => {
    const result = scoredBy(plain, 'tiers');
    expect(cuts(result)).toEqual([null, null, null, null]);
    expect(partAt(result, 'scoring')).toEqual({ kind: 'tiers', minimumCoverage: 70, holdsFrom: 4 });
    expect(new Set(problemsOf(result).map(({ code }) => code))).toEqual(
      new Set(['enabler-misplaced', 'tier-missing', 'stage-unreachable']),
    );
  });

  test('by majority counts each answer once, and asks for a stage for each level', () => {
    const heavier = withPart(kinds, 'stages', (partAt(kinds, 'stages') as Part[]).slice(0, 3));
    const result = scoredBy(scoredBy(heavier, 'mean-of-dimensions'), 'majority');
    expect(problemsOf(result).map(({ code }) => code)).toContain('stages-unlike-levels');
    const weighted = scoredBy(withPart(plain, 'dimensions.1.role', 'core'), 'majority');
    expect(problemsOf(weighted)).toEqual([]);
    expect(partAt(weighted, 'dimensions.0.indicators.0.weight')).toBe(1);
  });

  test('to the one it has changes nothing', () => {
    for (const [document, kind] of [
      [plain, 'mean-of-dimensions'],
      [tiers, 'tiers'],
      [kinds, 'majority'],
    ] as const)
      expect(scoredBy(document, kind)).toBe(document);
  });
});

test('whatever is done to whichever model, only what its author has to say is left to fix', () => {
  const level = fc.integer({ min: 1, max: 10 });
  const change = fc.oneof(
    level.map((at): Reshaping => ({ action: 'add-level', level: at, key: `own-${at}` })),
    level.map((at): Reshaping => ({ action: 'remove-level', level: at })),
    fc.constantFrom(...scoringKinds).map((kind): Reshaping => ({ action: 'score-by', kind })),
  );
  const left = new Set([
    'text-missing',
    'cut-missing', // the mark of a new level
    'tier-missing',
    'stage-unreachable', // no dimension leads to it, or a ladder's step stood on a stage that went
    'stages-unlike-levels',
    'enabler-misplaced',
    'key-repeated', // the same key given to two stages, which the screen never does
  ]);
  fc.assert(
    fc.property(fc.constantFrom(...builtInModels), fc.array(change, { maxLength: 6 }), (model, changes) => {
      const result = changes.reduce<Part>(
        (document, each) => (canReshape(document, each) ? reshaped(document, each) : document),
        documentOf(model),
      );
      for (const { path, code } of problemsOf(result)) expect([...left], path).toContain(code);
    }),
  );
});
