import { beforeEach, expect, test } from 'vitest';
import { initialize } from '../../../db/record.ts';
import type { RuleGroup } from '../../../db/segment/placement-rule.ts';
import { testAccount } from '../../../db/testing/book.ts';
import { testService } from '../../testing/test-service.ts';

const tenure = testService('2026-11-22T08:00:00Z', { book: {} });
let api: ReturnType<typeof tenure.api>;

beforeEach(async () => {
  await initialize(tenure.service.shelf.book, async (trx) => {
    await trx
      .insertInto('account')
      .values([
        { ...testAccount, id: 1, name: 'Harbor', size: 'large' },
        { ...testAccount, id: 2, name: 'Lumen', size: null },
        { ...testAccount, id: 3, name: 'Kestrel', size: 'mid' },
      ])
      .execute();
  });
  api = tenure.api();
});

const sizeIs = (size: string): RuleGroup => ({
  match: 'all',
  parts: [{ field: 'size', comparison: 'any-of', words: [size] }],
});
const undoLabel = async () => (await api.book.status())?.undo;

test('accounts move as the plan said, in one action that says how many, and back on undo', async () => {
  const scheme = await api.segment.createScheme({ name: 'Size', kind: 'a-priori', purpose: ' ' });
  const large = await api.segment.create({ schemeId: scheme.id, name: 'Large' });
  const mid = await api.segment.create({ schemeId: scheme.id, name: 'Mid' });
  await api.segment.edit({ id: large.id, rule: sizeIs('large'), touch: 'high', reviewsPerYear: 4 });
  const plan = await api.segment.plan({
    schemeId: scheme.id,
    moveAll: false,
    draft: { segmentId: mid.id, rule: sizeIs('mid') },
  });
  expect(plan).toMatchObject({
    moves: [
      { name: 'Harbor', from: null, to: large.id },
      { name: 'Kestrel', from: null, to: mid.id },
    ],
    undecided: [{ name: 'Lumen', missing: ['size'] }],
  });
  await api.segment.place({ segmentId: mid.id, accountIds: [2] });
  expect(await api.segment.applyRules({ schemeId: scheme.id, moveAll: false })).toEqual({ moved: 1 });
  expect(await undoLabel()).toMatchObject({
    action: 'segment.apply-rules',
    parameters: { name: 'Size', count: 1 },
  });
  expect(await api.segment.placements({ schemeId: scheme.id })).toMatchObject([
    { name: 'Harbor', segmentId: large.id, placedBy: 'rule' },
    { name: 'Kestrel', segmentId: null },
    { name: 'Lumen', segmentId: mid.id, placedBy: 'hand' },
  ]);
  expect(await api.segment.ofAccount({ accountId: 1 })).toMatchObject([
    { schemeName: 'Size', segmentId: large.id },
  ]);
  await api.change.undo();
  expect((await api.segment.schemes()).schemes).toMatchObject([{ purpose: null, unplaced: 2 }]);
});

test('a rule that is none is refused at the door', async () => {
  const scheme = await api.segment.createScheme({ name: 'Size', kind: 'a-priori', purpose: null });
  const { id } = await api.segment.create({ schemeId: scheme.id, name: 'Large' });
  await expect(api.segment.edit({ id, rule: { match: 'all', parts: [] } })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

test('a score moves the account on the chart, and evidence alone does not', async () => {
  await api.segment.idealProfile.score({ accountId: 1, criterion: 'need', evidence: ' Asked for a date ' });
  for (const criterion of ['budget', 'authority', 'need', 'timeline'] as const)
    await api.segment.idealProfile.score({ accountId: 1, criterion, score: 2 });
  expect(await api.segment.idealProfile.get({ accountId: 1 })).toMatchObject({
    points: 8,
    criteria: { need: { score: 2, evidence: 'Asked for a date', scoredOn: '2026-11-22' } },
    ability: null,
    quadrant: null,
  });
  expect(await undoLabel()).toMatchObject({ action: 'motivation.edit', parameters: { name: 'Harbor' } });
});

test('a cell of the matrix is set and undone by name', async () => {
  const unstated = { sentence: null, audience: null, change: null, benefit: null, advantage: null };
  const { id: propositionId } = await api.value.point.createProposition({ product: 'Planning', ...unstated });
  const point = await api.value.point.create({
    name: 'Reorder advice',
    propositionId,
    description: null,
    proofMetric: 'Stock-outs',
    proofUnit: '%',
    proofDirection: 'decrease',
    parts: { module: ['Forecast'], service: [], practice: [], offer: [] },
  });
  await api.value.point.set({ accountId: 1, valuePointId: point.id, state: 'adopted' });
  expect(await undoLabel()).toMatchObject({
    action: 'value-point.set',
    parameters: { name: 'Reorder advice', account: 'Harbor' },
  });
  const filter = { text: null };
  const rows = await api.value.point.matrix({ filter, page: { offset: 0, limit: 10 } });
  expect(rows[0]?.cells[point.id]).toMatchObject({ state: 'adopted' });
  expect(await api.value.point.matrixTotals({ filter })).toEqual({
    accounts: 3,
    counts: [{ valuePointId: point.id, state: 'adopted', accounts: 1 }],
  });
  await expect(api.value.point.set({ accountId: 1, valuePointId: 99, state: 'sold' })).rejects.toMatchObject({
    cause: { code: 'record.not-found' },
  });
});
