import { expect, test } from 'vitest';
import { movedPlace, stateByKey } from './matrix-keys.ts';

const size = { rows: 100, columns: 5, page: 20 };

test.each([
  ['ArrowDown', false, 11, 2],
  ['ArrowUp', false, 9, 2],
  ['ArrowRight', false, 10, 3],
  ['ArrowLeft', false, 10, 1],
  ['PageDown', false, 30, 2],
  ['PageUp', false, 0, 2],
  ['Home', false, 10, 0],
  ['End', false, 10, 4],
  ['Home', true, 0, 0],
  ['End', true, 99, 4],
])('%s (Ctrl %s) goes to row %i, column %i', (key, toCorner, row, column) => {
  expect(movedPlace(key, { row: 10, column: 2 }, size, toCorner)).toEqual({ row, column });
});

test('the edges hold, and other keys move nothing', () => {
  expect(movedPlace('ArrowDown', { row: 99, column: 4 }, size, false)).toEqual({ row: 99, column: 4 });
  expect(movedPlace('ArrowRight', { row: 0, column: 0 }, { rows: 0, columns: 0, page: 1 }, false)).toEqual({
    row: 0,
    column: 0,
  });
  expect(movedPlace('a', { row: 0, column: 0 }, size, false)).toBeNull();
});

test.each([
  ['1', null, 'needed'],
  ['4', 'needed', 'proven'],
  ['0', 'sold', null],
  ['Delete', 'sold', null],
  [' ', null, 'needed'],
  [' ', 'needed', 'sold'],
  [' ', 'proven', null],
  ['5', null, undefined],
  ['Enter', 'sold', undefined],
] as const)('%j on %s sets %s', (key, now, expected) => {
  expect(stateByKey(key, now)).toBe(expected);
});
