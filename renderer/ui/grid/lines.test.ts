import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupedLines, movedCursor, plainLines } from './lines.ts';

const groups = [
  { key: 'large', count: 2 },
  { key: 'none', count: 0 },
  { key: 'mid', count: 3 },
];
const drawn = (lines: ReturnType<typeof groupedLines>) =>
  Array.from({ length: lines.length }, (_, position) => {
    const line = lines.at(position);
    return line.kind === 'group' ? `group ${line.group}` : line.index;
  });

test('each group has its heading before its rows, an empty one too', () => {
  expect(drawn(groupedLines(groups, new Set()))).toEqual(['group 0', 0, 1, 'group 1', 'group 2', 2, 3, 4]);
});

test('a collapsed group keeps its heading and the numbers of the rows after it', () => {
  expect(drawn(groupedLines(groups, new Set(['large'])))).toEqual(['group 0', 'group 1', 'group 2', 2, 3, 4]);
});

test('without groups a line is a row', () => {
  expect(plainLines(3).at(2)).toEqual({ kind: 'row', index: 2 });
});

test('a row knows the heading it lies under', () => {
  const lines = groupedLines(groups, new Set());
  expect([0, 2, 3, 4, 7].map((position) => lines.headingOf(position))).toEqual([0, 0, 3, 4, 4]);
});

test('every row stands on exactly one line, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 20 }), (counts) => {
      const lines = groupedLines(
        counts.map((count, at) => ({ key: String(at), count })),
        new Set(),
      );
      const rows = drawn(lines).filter((line) => typeof line === 'number');
      expect(rows).toEqual(rows.map((_, at) => at));
      expect(rows.length).toBe(counts.reduce((sum, count) => sum + count, 0));
    }),
  );
});

test.each([
  ['ArrowDown', null, 0],
  ['ArrowDown', 4, 5],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 0, 0],
  ['PageDown', 4, 23],
  ['PageUp', 4, 0],
  ['Home', 50, 0],
  ['End', null, 99],
  ['x', 4, null],
])('%s from line %s of 100 goes to %s', (key, from, to) => {
  expect(movedCursor(key, from, 100, 20)).toBe(to);
});

test('an empty grid has nowhere to go', () => {
  expect(movedCursor('End', null, 0, 20)).toBe(null);
});
