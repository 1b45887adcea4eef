import { expect, test } from 'vitest';
import { comparedDays } from './comparison.ts';
import type { QbrContent } from './content.ts';

type Parts = Parameters<typeof comparedDays>[0];
const alone: Parts = {
  review: {
    kind: 'qbr',
    period: { from: '2026-09-01', to: '2026-11-30' },
    comparison: { from: '2026-06-01', to: '2026-08-31' },
    quarter: null,
    asOf: '2026-11-22',
    meetingOn: null,
    minutes: 60,
    place: null,
  },
  goals: [],
  maturity: { now: null, before: null },
};
const goal = (before: QbrContent['goals'][number]['before']) => ({ before }) as QbrContent['goals'][number];
const before = {
  assessedOn: '2026-06-01',
  model: { en: 'Model', 'zh-CN': '模型' },
  highest: 5,
  overall: 2,
  stage: null,
  dimensions: [],
};
const figure = {
  section: 'usage',
  label: 'Users',
  value: 3,
  unit: '',
  remark: null,
  source: 'Log',
  asOf: null,
  isStale: false,
} as const;

test.each<[string, Partial<Parts>, 'against' | 'alone']>([
  ['a copy of a first review frozen before there were figures', {}, 'alone'],
  [
    'goals, an assessment and figures of this period alone',
    { goals: [goal(null)], figures: [{ ...figure, before: null }] },
    'alone',
  ],
  [
    'one goal of two read before',
    { goals: [goal(null), goal({ value: 0, attainment: { kind: 'undefined', gap: 'no-target' } })] },
    'against',
  ],
  ['an assessment before', { maturity: { now: before, before } }, 'against'],
  ['a figure that was 0 before', { figures: [{ ...figure, before: 0 }] }, 'against'],
])('%s', (_, parts, compared) => {
  expect(comparedDays({ ...alone, ...parts })).toEqual({
    compared,
    dates: { from: '2026-09-01', to: '2026-11-30', earlierFrom: '2026-06-01', earlierTo: '2026-08-31' },
  });
});
