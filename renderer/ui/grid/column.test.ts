import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrangeColumns, fitColumns, type GridColumn, moveColumn, nextSort } from './column.ts';

const column = (key: string, width: number, priority: number, grow?: number): GridColumn<unknown> => ({
  key,
  heading: key,
  width,
  priority,
  ...(grow !== undefined && { grow }),
  cell: () => null,
});
const columns = [
  column('name', 200, 0, 2),
  column('stage', 100, 2),
  column('touch', 80, 9),
  column('next', 120, 3, 1),
];
const plain = { hidden: [], widths: {} };
const keys = (width: number, layout = plain) =>
  fitColumns(columns, layout, width).placed.map((c) => c.column.key);

test.each([
  [1000, ['name', 'stage', 'touch', 'next']],
  [500, ['name', 'stage', 'touch', 'next']],
  [499, ['name', 'stage', 'next']],
  [419, ['name', 'stage']],
  [299, ['name']],
  [10, ['name']],
])('a grid %d px wide keeps %j', (width, expected) => {
  expect(keys(width)).toEqual(expected);
});

test('a column put away stays away in any width, save the one that names the row', () => {
  expect(keys(2000, { hidden: ['stage', 'name'], widths: {} } as never)).toEqual(['name', 'touch', 'next']);
});

test('the room left over goes to the columns that grow, by their share', () => {
  const { placed } = fitColumns(columns, plain, 560);
  expect(placed.map(({ width }) => width)).toEqual([240, 100, 80, 140]);
});

test('a width the user chose is kept and counted', () => {
  expect(fitColumns(columns, { hidden: [], widths: { stage: 300 } }, 500).dropped).toEqual(['touch', 'next']);
});

test('whatever the widths, the columns placed fill the grid and never overflow it', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ width: fc.integer({ min: 40, max: 400 }), priority: fc.integer({ min: 1, max: 9 }) }),
        {
          maxLength: 12,
        },
      ),
      fc.integer({ min: 300, max: 3000 }),
      (others, width) => {
        const all = [
          column('name', 200, 0, 1),
          ...others.map((c, at) => column(`c${at}`, c.width, c.priority)),
        ];
        const { placed, dropped } = fitColumns(all, plain, width);
        const total = placed.reduce((sum, c) => sum + c.width, 0);
        expect(total).toBeLessThanOrEqual(width);
        expect(total).toBeGreaterThan(width - placed.length - 1);
        expect(placed.length + dropped.length).toBe(all.length);
      },
    ),
  );
});

test('a heading sorts up, then down, then up again', () => {
  const up = nextSort(null, 'arr');
  const down = nextSort(up, 'arr');
  expect([up.descending, down.descending, nextSort(down, 'arr').descending]).toEqual([false, true, false]);
  expect(nextSort(down, 'name')).toEqual({ column: 'name', descending: false });
});

test('columns stand where they were moved to, the one that names the row first', () => {
  const moved = moveColumn(columns, plain, 'next', 'stage');
  expect(arrangeColumns(columns, moved.order).map(({ key }) => key)).toEqual([
    'name',
    'next',
    'stage',
    'touch',
  ]);
  expect(arrangeColumns(columns, ['touch', 'name']).map(({ key }) => key)[0]).toBe('name');
  expect(moveColumn(columns, plain, 'next', 1)).toBe(plain);
  expect(moveColumn(columns, plain, 'stage', 1).order).toEqual(['name', 'touch', 'stage', 'next']);
});

test('with a frozen column none leaves: those up to it stay at the left, the others scroll', () => {
  const { placed, dropped } = fitColumns(columns, { hidden: [], widths: {}, frozen: 'stage' }, 320);
  expect(dropped).toEqual([]);
  expect(placed.map(({ stuckAt }) => stuckAt)).toEqual([0, 200, undefined, undefined]);
});
