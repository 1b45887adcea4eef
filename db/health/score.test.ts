import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../types/calendar.ts';
import { type Curve, curveProblem, scoreOn } from './curve.ts';
import { bandOf, type HealthModel, healthModelLevel, problemsOf, shownScore, usualRules } from './model.ts';
import { healthScore, type MeasureValue, type MeasureValues } from './score.ts';
import { healthTemplates } from './templates.ts';
import { changesBetween, exceptionPart, healthTrend } from './trend.ts';

const today = '2026-12-01';
const text = { en: 'x', 'zh-CN': '文' };
const asIs: Curve = [
  [0, 0],
  [100, 100],
];
/** Groups by weight, each with its measures' weights; measure names are told apart by letter and number: a1, a2, b1. */
function modelOf(
  groups: readonly (readonly [number, readonly number[]])[],
  more: Partial<HealthModel> = {},
): HealthModel {
  return {
    ...usualRules,
    name: text,
    groups: groups.map(([weight, measures], at) => ({
      key: String.fromCharCode(97 + at),
      name: text,
      weight,
      measures: measures.map((each, index) => ({
        measure: `${String.fromCharCode(97 + at)}${index + 1}`,
        weight: each,
        curve: asIs,
        maximumAgeDays: 30,
      })),
    })),
    ...more,
  };
}
const known = (values: Readonly<Record<string, number>>, on = today): MeasureValues =>
  new Map(Object.entries(values).map(([key, value]): [string, MeasureValue] => [key, { value, on }]));
const scored = (model: HealthModel, values: MeasureValues, since: string | null = null) =>
  healthScore(model, values, { today, since });

test('the weighted mean of 47, 59 and 21 by 20, 15 and 22 is 40.122…', () => {
  const { score } = scored(
    modelOf([
      [20, [1]],
      [15, [1]],
      [22, [1]],
    ]),
    known({ a1: 47, b1: 59, c1: 21 }),
  );
  expect(score).toBeCloseTo(2287 / 57, 10);
  expect(Math.floor((score ?? 0) * 1000) / 1000).toBe(40.122);
});

test.each([
  ['grouped', 80],
  ['flat', 77.5],
] as const)('a missing 40 %% of P is made up for by the %s policy: %d', (missing, expected) => {
  const model = modelOf(
    [
      [50, [60, 40]],
      [25, [1]],
      [25, [1]],
    ],
    { missing },
  );
  const { score, coverage } = scored(model, known({ a1: 90, b1: 80, c1: 60 }));
  expect(score).toBeCloseTo(expected, 10);
  expect(coverage).toBeCloseTo(0.8, 10);
});

test.each([
  [49.5, 'red', 49],
  [50, 'yellow', 50],
  [74.5, 'yellow', 74],
  [75, 'green', 75],
  [49.4, 'red', 49],
  [60.5, 'yellow', 61],
] as const)('%d is %s and shows %d', (score, band, shown) => {
  expect(bandOf(score, usualRules.bands)).toBe(band);
  expect(shownScore(score, usualRules.bands)).toBe(shown);
});

test('too little known is grey, exactly half is not', () => {
  const model = modelOf([
    [50, [1]],
    [50, [1]],
  ]);
  expect(scored(model, known({ a1: 90 }))).toMatchObject({ score: 90, band: 'green', coverage: 0.5 });
  const thin = modelOf([
    [49, [1]],
    [51, [1]],
  ]);
  expect(scored(thin, known({ a1: 90 }))).toMatchObject({ score: 90, band: null, ungraded: 'low-coverage' });
});

test('nothing known at all has no score and no colour', () => {
  expect(scored(modelOf([[1, [1]]]), new Map())).toMatchObject({
    score: null,
    band: null,
    ungraded: 'nothing-known',
    coverage: 0,
    oldestDays: null,
  });
});

test('a new account has a score but no colour for 30 days', () => {
  const model = modelOf([[1, [1]]]);
  expect(scored(model, known({ a1: 90 }), addDays(today, -29))).toMatchObject({
    band: null,
    ungraded: 'new',
  });
  expect(scored(model, known({ a1: 90 }), addDays(today, -30))).toMatchObject({
    band: 'green',
    ungraded: null,
  });
});

test('readings too old, of days to come and of measures without weight are told apart and do not count', () => {
  const model = modelOf([[1, [1, 1, 1, 0]]]);
  const values = new Map([
    ['a1', { value: 40, on: addDays(today, -30) }],
    ['a2', { value: 90, on: addDays(today, -31) }],
    ['a3', { value: 90, on: addDays(today, 1) }],
    ['a4', { value: 90, on: today }],
  ]);
  const result = scored(model, values);
  expect(result.score).toBe(40);
  expect(result.oldestDays).toBe(30);
  expect(result.contributions.map(({ state }) => state)).toEqual(['counted', 'stale', 'future', 'no-weight']);
});

test('the first exception that applies caps the score just under the band above, and says how much it took', () => {
  const model = modelOf([[1, [1, 0]]], {
    exceptions: [
      { measure: 'a2', comparison: 'at-least', value: 5, cap: 'red' },
      { measure: 'a2', comparison: 'at-most', value: 0, cap: 'yellow' },
      { measure: 'a2', comparison: 'at-most', value: 1, cap: 'red' },
    ],
  });
  const capped = scored(model, known({ a1: 90, a2: 0 }));
  expect(capped).toMatchObject({
    score: 74,
    band: 'yellow',
    exception: { points: -16, rule: { cap: 'yellow' } },
  });
  // Below the cap already: it applies and takes nothing.
  expect(scored(model, known({ a1: 40, a2: 0 }))).toMatchObject({ score: 40, exception: { points: 0 } });
  expect(scored(model, known({ a1: 90, a2: 2 })).exception).toBeNull();
});

test.each([
  ['no points', [], 'increase', 'curve-too-short'],
  [
    'values out of order',
    [
      [5, 0],
      [1, 100],
    ],
    'increase',
    'curve-out-of-order',
  ],
  [
    'a value twice',
    [
      [5, 0],
      [5, 100],
    ],
    'increase',
    'curve-out-of-order',
  ],
  [
    'a score over 100',
    [
      [0, 0],
      [1, 101],
    ],
    'increase',
    'curve-out-of-range',
  ],
  [
    'a score that falls where more is better',
    [
      [0, 50],
      [1, 40],
    ],
    'increase',
    'curve-against-direction',
  ],
  [
    'a score that rises where less is better',
    [
      [0, 50],
      [1, 60],
    ],
    'decrease',
    'curve-against-direction',
  ],
  [
    'a hill where the middle is best',
    [
      [0, 50],
      [1, 60],
      [2, 10],
    ],
    'range',
    null,
  ],
] as const)('a curve with %s', (_, curve, direction, problem) => {
  expect(curveProblem(curve as Curve, direction)).toBe(problem);
});

test.each([
  [0, 100],
  [0.5, 70],
  [1, 40],
  [2, 0],
  [9, 0],
  [-3, 100],
])('open urgent issues %d score %d', (value, score) => {
  expect(
    scoreOn(
      [
        [0, 100],
        [1, 40],
        [2, 0],
      ],
      value,
    ),
  ).toBe(score);
});

test('a model without weight, with crossed cuts or a measure twice or unknown is refused, each in its place', () => {
  const model = modelOf(
    [
      [0, [1]],
      [5, [0]],
    ],
    { bands: { yellow: 80, green: 75 }, minimumCoverage: 120 },
  );
  const twice = { ...model, groups: [...model.groups, ...modelOf([[-1, [1]]]).groups] };
  const directions = new Map([['a1', 'increase']] as const);
  expect(problemsOf(twice, directions).map(({ problem }) => problem)).toEqual([
    'bands-out-of-order',
    'coverage-out-of-range',
    'measure-unknown',
    'weight-negative',
    'measure-twice',
    'no-weight',
  ]);
});

test.each(healthTemplates.map((template) => [template.key, template] as const))(
  'the template %s is sound',
  (_, { model, measures }) => {
    const directions = new Map([
      ...(['sponsor', 'goal-attainment', 'maturity'] as const).map((key) => [key, 'increase'] as const),
      ...(
        [
          'contact-recency',
          'milestones-late',
          'commitments-broken',
          'review-overdue',
          'payment-late',
        ] as const
      ).map((key) => [key, 'decrease'] as const),
      ...measures.map(({ key, direction }) => [key, direction] as const),
    ]);
    expect(problemsOf(model, directions)).toEqual([]);
  },
);

test.each([
  [[], 1],
  [['hand'], 2],
  [['hand', 'typed'], 3],
  [['hand', 'derived'], 4],
  [['imported', 'derived'], 5],
] as const)('measures by %j are level %d of the health module', (modes, level) => {
  expect(healthModelLevel(modes)).toBe(level);
});

test('the arrow needs 5 points or another band, by the same version of the model', () => {
  const at = (score: number, band: 'red' | 'yellow' | 'green' | null, versionId: number | null = 1) => ({
    score,
    band,
    versionId,
  });
  expect(healthTrend(at(61, 'yellow'), at(66, 'yellow'))).toBe('down');
  expect(healthTrend(at(61, 'yellow'), at(65.9, 'yellow'))).toBeNull();
  expect(healthTrend(at(75, 'green'), at(74, 'yellow'))).toBe('up');
  expect(healthTrend(at(61, 'yellow', 2), at(90, 'green', 1))).toBeNull();
  expect(healthTrend(at(61, null), at(60, 'yellow'))).toBeNull();
  expect(healthTrend(at(61, 'yellow'), null)).toBeNull();
});

const shares = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 9 }),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
  ),
  {
    minLength: 1,
    maxLength: 5,
  },
);
const case_ = fc.record({
  shares,
  missing: fc.constantFrom('grouped' as const, 'flat' as const),
  values: fc.array(fc.option(fc.double({ min: -20, max: 120, noNaN: true })), {
    minLength: 20,
    maxLength: 20,
  }),
  capped: fc.boolean(),
});
function caseOf({
  shares: groups,
  missing,
  values,
  capped,
}: typeof case_ extends fc.Arbitrary<infer T> ? T : never) {
  const exceptions = capped
    ? [{ measure: 'a1', comparison: 'at-most', value: 30, cap: 'yellow' } as const]
    : [];
  const model = modelOf(groups, { missing, exceptions });
  const keys = model.groups.flatMap(({ measures }) => measures.map(({ measure }) => measure));
  const pairs = keys.flatMap((key, at): [string, MeasureValue][] => {
    const value = values[at];
    return value === null || value === undefined ? [] : [[key, { value, on: today }]];
  });
  return { model, keys, pairs };
}

test('contributions and the exception come to the score, which lies between 0 and 100', () => {
  fc.assert(
    fc.property(case_, (each) => {
      const { model, pairs } = caseOf(each);
      const { score, contributions, exception, coverage } = scored(model, new Map(pairs));
      expect(coverage).toBeGreaterThanOrEqual(0);
      expect(coverage).toBeLessThanOrEqual(1 + 1e-9);
      if (score === null) return;
      const sum = contributions.reduce((total, { points }) => total + points, exception?.points ?? 0);
      expect(sum).toBeCloseTo(score, 8);
      expect(contributions.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 8);
      expect(score).toBeGreaterThanOrEqual(-1e-9);
      expect(score).toBeLessThanOrEqual(100 + 1e-9);
    }),
    { seed: 611, numRuns: 300 },
  );
});

test('a better reading never lowers the score within one exception state', () => {
  fc.assert(
    fc.property(case_, fc.nat(), fc.double({ min: 0, max: 60, noNaN: true }), (each, which, more) => {
      const { model, pairs } = caseOf(each);
      const at = pairs[which % Math.max(1, pairs.length)];
      if (!at) return;
      const better = new Map(pairs).set(at[0], { value: at[1].value + more, on: today });
      const [before, after] = [scored(model, new Map(pairs)), scored(model, better)];
      if (before.score === null || (before.exception === null) !== (after.exception === null)) return;
      expect(after.score).toBeGreaterThanOrEqual(before.score - 1e-9);
    }),
    { seed: 612, numRuns: 300 },
  );
});

test('the order readings come in never matters', () => {
  fc.assert(
    fc.property(case_, fc.integer(), (each, seed) => {
      const { model, pairs } = caseOf(each);
      const shuffled = pairs.toSorted(
        (a, b) => ((a[0].charCodeAt(0) * 31 + a[0].charCodeAt(1) + seed) % 7) - (b[0].charCodeAt(0) % 5),
      );
      expect(scored(model, new Map(shuffled))).toEqual(scored(model, new Map(pairs)));
    }),
    { seed: 613, numRuns: 200 },
  );
});

test('what changed between two scores comes to their difference, the largest part first', () => {
  const model = modelOf([[1, [1, 1, 1]]], {
    exceptions: [{ measure: 'a3', comparison: 'at-most', value: 10, cap: 'yellow' }],
  });
  const kept = (values: Readonly<Record<string, number>>) => {
    const result = scored(model, known(values));
    return {
      score: result.score ?? 0,
      measures: [
        ...result.contributions.map(({ measure, value, points }) => ({ measure, value, points })),
        { measure: exceptionPart, value: null, points: result.exception?.points ?? 0 },
      ],
    };
  };
  const [then, now] = [kept({ a1: 90, a2: 60, a3: 90 }), kept({ a1: 30, a2: 66, a3: 90 })];
  const changes = changesBetween(then.measures, now.measures);
  expect(changes.map(({ measure }) => measure)).toEqual(['a1', 'a2']);
  expect(changes.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(now.score - then.score, 8);
});
