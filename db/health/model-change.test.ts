import { expect, test } from 'vitest';
import { type HealthModel, usualRules } from './model.ts';
import { modelChange, type ScorableAccount } from './model-change.ts';

const today = '2026-12-01';
const model = (more: Partial<HealthModel> = {}): HealthModel => ({
  ...usualRules,
  name: { en: 'x', 'zh-CN': '文' },
  groups: [
    {
      key: 'use',
      name: { en: 'Use', 'zh-CN': '使用' },
      weight: 1,
      measures: [
        {
          measure: 'use',
          weight: 1,
          curve: [
            [0, 0],
            [100, 100],
          ],
          maximumAgeDays: null,
        },
      ],
    },
  ],
  exceptions: [],
  ...more,
});
const account = (id: number, use: number, more: Partial<ScorableAccount> = {}): ScorableAccount => ({
  id,
  name: `A${id}`,
  since: null,
  segmentIds: [],
  values: { use: { value: use, on: today } },
  modelId: null,
  override: null,
  ...more,
});
const now = model();
const change = (accounts: readonly ScorableAccount[], draft: HealthModel, segmentIds: number[] = []) =>
  modelChange(accounts, () => now, { id: null, model: draft, segmentIds }, today);

test('who changes colour is said before saving; a colour set by hand stays', () => {
  const stricter = model({ bands: { yellow: 60, green: 85 } });
  const { scored, changes } = change(
    [account(1, 80), account(2, 55, { override: 'green' }), account(3, 90)],
    stricter,
  );
  expect(scored).toBe(3);
  expect(changes).toEqual([{ id: 1, name: 'A1', from: 'green', to: 'yellow', before: 80, after: 80 }]);
});

test('a rule that caps everybody is told of', () => {
  const capped = model({
    exceptions: [{ measure: 'use', comparison: 'at-most', value: 100, cap: 'yellow' }],
  });
  expect(change([account(1, 80), account(2, 90)], capped)).toMatchObject({ hits: [2], hitsEverybody: 0 });
  expect(change([account(1, 80)], capped).hitsEverybody).toBeNull();
});

test('a model for a segment touches nobody else, and nobody who has a model of their own', () => {
  const stricter = model({ bands: { yellow: 60, green: 85 } });
  const accounts = [
    account(1, 80, { segmentIds: [7] }),
    account(2, 80),
    account(3, 80, { segmentIds: [7], modelId: 4 }),
  ];
  expect(change(accounts, stricter, [7]).changes.map(({ id }) => id)).toEqual([1]);
});
