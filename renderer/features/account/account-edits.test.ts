import { expect, test } from 'vitest';
import { accountChanges, type EditContext } from './account-edits.ts';

const context: EditContext = {
  sizes: [
    { value: 'large', label: '大型' },
    { value: 'small', label: '小型' },
  ],
  schemes: [{ id: 3, segments: [{ id: 31, name: 'Chains' }] }],
  fields: [
    { id: 5, kind: 'number', choices: [] },
    { id: 6, kind: 'choice', choices: [{ id: 61, name: 'Gold' }] },
    { id: 7, kind: 'money', choices: [] },
    { id: 8, kind: 'date', choices: [] },
    { id: 9, kind: 'yes-no', choices: [] },
  ],
  yes: '是',
  no: '否',
  currency: 'CNY',
};
const one = (column: string, text: string) => accountChanges([{ row: '7', column, text }], context);

test.each([
  ['owner', 'Wu', { facts: { owner: 'Wu' } }],
  ['owner', '', { facts: { owner: null } }],
  ['size', '大型', { facts: { size: 'large' } }],
  ['size', 'Small', { facts: { size: 'small' } }],
  ['segment-3', 'chains', { segments: [{ schemeId: 3, segmentId: 31 }] }],
  ['segment-3', '', { segments: [{ schemeId: 3, segmentId: null }] }],
  ['custom-5', '1,200', { custom: { 'custom-5': { value: 1200, currency: null } } }],
  ['custom-6', 'gold', { custom: { 'custom-6': { value: 61, currency: null } } }],
  ['custom-7', '12.5', { custom: { 'custom-7': { value: 1250, currency: 'CNY' } } }],
  ['custom-8', '2026/3/1', { custom: { 'custom-8': { value: '2026-03-01', currency: null } } }],
  ['custom-9', '是', { custom: { 'custom-9': { value: 1, currency: null } } }],
  ['custom-5', '', { custom: { 'custom-5': null } }],
])('%s takes %j', (column, text, patch) => {
  expect(one(column, text)).toMatchObject({ changes: [{ ids: [7], patch }], refused: [] });
});

test.each([
  ['name', ''],
  ['size', 'huge'],
  ['segment-3', 'Nobody'],
  ['custom-5', 'many'],
  ['custom-6', 'Lead'],
  ['custom-7', '1.005'],
  ['custom-8', '03/04/2026'],
  ['custom-9', 'perhaps'],
  ['arr', '5'],
  ['owner', 'x'.repeat(201)],
])('%s gives %j back', (column, text) => {
  expect(one(column, text)).toEqual({ changes: [], refused: [{ row: '7', column, text }] });
});

test('the cells of one account are one change', () => {
  const { changes } = accountChanges(
    [
      { row: '1', column: 'owner', text: 'Wu' },
      { row: '2', column: 'owner', text: 'Wu' },
      { row: '1', column: 'tier', text: 'A' },
    ],
    context,
  );
  expect(changes).toMatchObject([
    { ids: [1], patch: { facts: { owner: 'Wu', tier: 'A' } } },
    { ids: [2], patch: { facts: { owner: 'Wu' } } },
  ]);
});
