import { expect, test } from 'vitest';
import { carriedFigures, type FigureLine, figureGap, mayLeave, showFigure } from './figure.ts';

const asOf = '2026-11-22';
const line = (changes: Partial<FigureLine> = {}): FigureLine => ({
  label: 'Weekly users',
  value: 1204,
  before: 980,
  unit: '',
  remark: null,
  source: 'Usage log',
  asOf: '2026-11-18',
  ...changes,
});

test.each([
  { changes: {}, gap: null, leaves: true },
  { changes: { value: null }, gap: 'untold', leaves: false },
  { changes: { value: 0 }, gap: null, leaves: true },
  { changes: { value: null, remark: 'Delivered in 4.2' }, gap: null, leaves: true },
  { changes: { source: ' ' }, gap: 'unsourced', leaves: false },
  { changes: { asOf: null }, gap: 'stale', leaves: true },
  { changes: { asOf: '2026-09-23' }, gap: null, leaves: true },
  { changes: { asOf: '2026-09-22' }, gap: 'stale', leaves: true },
] as const)(
  'of $changes the gap is $gap, and it reaches the customer: $leaves',
  ({ changes, gap, leaves }) => {
    const figure = line(changes);
    expect(figureGap(figure, asOf)).toBe(gap);
    expect(mayLeave(figure)).toBe(leaves);
    expect(showFigure({ ...figure, id: 1, section: 'usage' }, asOf).isStale).toBe(gap === 'stale');
  },
);

test('the last review’s labels are asked for again with its values beside, never as this period’s', () => {
  const last = [line(), line({ label: 'Tickets ', value: null, remark: 'none' }), line({ label: 'Sites' })];
  expect(carriedFigures(last, [{ label: 'ｓites' }])).toEqual([
    line({ value: null, before: 1204, asOf: null }),
    line({ label: 'Tickets ', value: null, before: null, asOf: null }),
  ]);
});
