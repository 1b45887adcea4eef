import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weekendsOnly } from '../working-calendar/working-day.ts';
import { followUps } from './follow-up.ts';
import type { FollowUp, KnownOfAccount } from './follow-up-type.ts';
import { onboardingTasks } from './onboarding-task.ts';
import { deliveryList, fieldsOf } from './template.ts';

const nothing: KnownOfAccount = {
  account: { industry: null, size: null, region: null, owner: null, salesOwner: null, status: 'prospect' },
  contacts: [],
  contracts: [],
  hasSuccessDefinition: false,
  goals: [],
  valuePoints: { own: [], all: [] },
  newMilestones: 0,
  commitments: [],
  tasks: [],
};
const when = { kickoffBy: '2026-11-27', today: '2026-11-20', calendar: weekendsOnly };
const from = (answers: Record<string, string>, known: Partial<KnownOfAccount> = {}) =>
  followUps(
    {
      template: deliveryList,
      answers: Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, { answer }])),
      seller: 'Zhou Ming',
      receiver: 'Lin Yue',
    },
    { ...nothing, ...known },
    when,
  );
const of = (kind: FollowUp['kind'], all: readonly FollowUp[]) => all.filter((each) => each.kind === kind);

test('only what is empty of the account is filled, and a prospect becomes a customer', () => {
  const account = { ...nothing.account, industry: 'Retail', status: 'prospect' as const };
  expect(of('account', from({ industry: 'Wholesale', size: '200-999' }, { account }))).toMatchObject([
    {
      exists: false,
      changes: [
        { field: 'size', value: 'mid' },
        { field: 'owner', value: 'Lin Yue' },
        { field: 'salesOwner', value: 'Zhou Ming' },
        { field: 'status', value: 'active' },
      ],
    },
  ]);
});

test('people are contacts once, in their weightier part, and nobody is made of a denial', () => {
  const answers = {
    sponsor: 'Gao Shan, General Manager, gao@market.example',
    champion: 'gao  shan',
    detractor: 'No known detractors, Zhou Ming, asked around on 2026-09-20',
    'it-contact': 'TBD',
  };
  expect(of('contact', from(answers))).toMatchObject([
    { exists: false, contact: { name: 'Gao Shan', role: 'sponsor', email: 'gao@market.example' } },
  ]);
  expect(of('contact', from(answers, { contacts: ['GAO SHAN'] }))).toMatchObject([{ exists: true }]);
});

test('the contract is the order, and one with the same days is there already', () => {
  const answers = { amount: '96000.00 CNY', start: '2026-11-01', end: '2027-10-31', seats: '12' };
  expect(of('contract', from(answers))).toMatchObject([
    {
      exists: false,
      contract: { amount: { minor: 9_600_000, currency: 'CNY' }, seats: 12, firstPaidOn: null },
    },
  ]);
  for (const contract of [
    { startOn: '2026-11-01', endOn: '2027-10-31', amountMinor: 1 },
    { startOn: '2026-11-03', endOn: null, amountMinor: 9_600_000 },
  ])
    expect(of('contract', from(answers, { contracts: [contract] }))).toMatchObject([{ exists: true }]);
  const earlier = { startOn: '2025-11-01', endOn: '2026-10-31', amountMinor: 9_600_000 };
  expect(of('contract', from(answers, { contracts: [earlier] }))).toMatchObject([{ exists: false }]);
  expect(of('contract', from({ amount: 'TBD', start: '2026-11-01' }))).toEqual([]);
});

test.each([
  ['31 in September', 'Under 5', { baseline: 31, target: 5, direction: 'decrease', unit: '' }],
  ['9 月 31 起，门岗登记', '少于 5 起', { baseline: 31, target: 5, unit: '起' }],
  ['62 %', '90 %', { baseline: 62, target: 90, direction: 'increase', unit: '%' }],
  ['大约 4 万', '每月低于 1 万', { baseline: 40_000, target: 10_000, direction: 'decrease' }],
  ['unknown', 'better', { baseline: null, target: null, direction: 'increase' }],
])('a goal from %s to %s', (baseline, target, goal) => {
  const answers = {
    'success-metric': 'Disputes, from the log',
    'metric-baseline': baseline,
    'metric-target': target,
  };
  expect(of('goal', from(answers))).toMatchObject([{ goal: { metric: 'Disputes', ...goal } }]);
});

test('value points the book has keep their name, others are new', () => {
  const valuePoints = { own: ['Less write-off'], all: ['Less write-off', 'Fewer stock-outs'] };
  const all = from({ 'value-points': 'less write-off; fewer Stock-outs；Shelf space' }, { valuePoints });
  expect(of('value-point', all)).toMatchObject([
    { name: 'Less write-off', exists: true },
    { name: 'Fewer stock-outs', exists: false },
    { name: 'Shelf space', exists: false },
  ]);
});

test('each commitment is one, with its day where it says one; that there is none is none', () => {
  const answers = {
    'promised-features': 'No commitments were made, Zhou Ming, 2026-11-01',
    'promised-dates': 'Live by 2027-01-31; first list in two weeks',
    'promised-services': 'N/A',
  };
  expect(of('commitment', from(answers, { commitments: ['First list in two weeks'] }))).toMatchObject([
    { commitment: { text: 'Live by 2027-01-31', dueOn: '2027-01-31' }, exists: false },
    { commitment: { text: 'first list in two weeks', dueOn: null }, exists: true },
  ]);
});

test('a commitment made in two answers is offered once, as it was first written', () => {
  const all = of('commitment', from({ 'promised-features': 'Y', 'promised-dates': 'x; y\nz' }));
  expect(all).toMatchObject([
    { key: 'commitment y', commitment: { text: 'Y' } },
    { key: 'commitment x', commitment: { text: 'x' } },
    { key: 'commitment z', commitment: { text: 'z' } },
  ]);
});

test('onboarding tasks stand around the kickoff on working days and not before today', () => {
  const days = of('task', from({})).map((each) => (each.kind === 'task' ? each.dueOn : null));
  expect(days).toEqual(['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-04', '2026-12-28']);
  expect(of('task', from({}, { tasks: onboardingTasks })).every(({ exists }) => exists)).toBe(true);
});

test('whatever stands in the answers, each entry is named once and none is made of a placeholder', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('TBD', '待定', 'n/a', 'A, B', 'x; y\nz', '¥1'));
  const answers = fc.record(Object.fromEntries(fieldsOf(deliveryList).map(({ key }) => [key, text])));
  fc.assert(
    fc.property(answers, (given) => {
      const keys = from(given).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
  expect(
    from(Object.fromEntries(fieldsOf(deliveryList).map(({ key }) => [key, 'TBD']))).map(({ kind }) => kind),
  ).toEqual(['account', ...onboardingTasks.map(() => 'task')]);
});
