import { expect, test } from 'vitest';
import type { MaturityModel } from '../../../db/maturity/model.ts';
import { builtInModels } from '../../../db/maturity/models.ts';
import { maturityResult } from '../../../db/maturity/result.ts';
import { answered, confidences, nextConfidence } from './answered.ts';
import type { ShownAssessment } from './assessment-type.ts';

const [first] = builtInModels;
if (!first) throw new Error('no model');
/** Two questions of one dimension. */
const model: MaturityModel = {
  ...first,
  dimensions: first.dimensions
    .slice(0, 1)
    .map((dimension) => ({ ...dimension, indicators: dimension.indicators.slice(0, 2) })),
};
const fresh: ShownAssessment = {
  id: 1,
  accountId: 1,
  subject: 'Harbor',
  assessedOn: '2026-11-05',
  assessor: null,
  finishedOn: null,
  model,
  answers: [],
  respondents: [],
  spreads: [],
  targets: {},
  result: maturityResult(model, []),
  plan: { gaps: [], strengths: [], steps: [] },
  steps: [],
  lift: null,
  earlier: [],
  finished: 0,
  compared: null,
};

test('an answer on its way shows with what it comes to', () => {
  const shown = answered(answered(fresh, 'problem', { level: 2 }), 'outcome', { level: 3 });
  expect(shown.result.overall).toBe(2.5);
  expect(fresh.answers).toEqual([]);
});

test('later answers to the same question replace earlier ones and keep the evidence', () => {
  const seen = answered(fresh, 'problem', { evidence: 'Minutes' });
  const [answer, ...others] = answered(answered(seen, 'problem', { level: 1 }), 'problem', {
    level: 4,
  }).answers;
  expect(others).toEqual([]);
  expect(answer).toMatchObject({ level: 4, evidence: 'Minutes', applicable: true });
});

test('not applicable takes the level away and a level the reason', () => {
  const skipped = answered(answered(fresh, 'problem', { level: 2 }), 'problem', {
    notApplicableBecause: 'New',
  });
  expect(skipped.answers[0]).toMatchObject({ level: null, applicable: false, reason: 'New' });
  expect(skipped.result.coverage).toMatchObject({ answered: 0, applicable: 1 });
  expect(answered(skipped, 'problem', { level: 3 }).answers[0]).toMatchObject({
    applicable: true,
    reason: null,
  });
});

test('a key goes from not said through every confidence, and round', () => {
  expect(nextConfidence(null)).toBe('low');
  expect(confidences.map(nextConfidence)).toEqual(['medium', 'high', 'low']);
});
