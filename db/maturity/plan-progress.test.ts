import { expect, test } from 'vitest';
import { answered, sketchModel } from '../testing/maturity-model.ts';
import { planProgress } from './plan-progress.ts';
import { maturityResult } from './result.ts';

const model = sketchModel([{ key: 'a', indicators: [1] }]);
const made = (level: number | null | 'n/a', of = model) => {
  const answers = level === null ? [] : answered({ 'a-1': level });
  return { model: of, answers, result: maturityResult(of, answers) };
};
const step = [{ id: 7, indicator: 'a-1' }];

test.each([
  [2, 3, 'raised'],
  [2, 2, 'same'],
  [2, 1, 'fallen'],
  [2, null, 'unknown'],
  [2, 'n/a', 'unknown'],
  [null, 2, 'unknown'],
] as const)('an indicator from %s to %s is %s', (before, now, outcome) => {
  expect(planProgress(step, made(now), made(before))).toEqual([
    {
      id: 7,
      indicator: 'a-1',
      before,
      now: now === 'n/a' ? null : now,
      outcome,
    },
  ]);
});

test('levels on different scales are not compared', () => {
  const longer = { ...model, scale: [...model.scale, { level: 5, name: model.name }] };
  expect(planProgress(step, made(4, longer), made(3))).toMatchObject([{ outcome: 'unknown' }]);
});
