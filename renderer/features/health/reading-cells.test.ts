import { expect, test } from 'vitest';
import { pastedBlock, stepFrom } from './reading-cells.ts';

test('a block from a spreadsheet is read cell by cell, empty cells kept', () => {
  expect(pastedBlock('1\t2\r\n\t4\r\n')).toEqual([
    ['1', '2'],
    ['', '4'],
  ]);
  expect(pastedBlock('7')).toEqual([['7']]);
});

test.each([
  ['Enter', false, { row: 3, column: 1 }],
  ['Enter', true, { row: 1, column: 1 }],
  ['ArrowUp', false, { row: 1, column: 1 }],
  ['ArrowDown', false, { row: 3, column: 1 }],
  ['ArrowLeft', false, null],
  ['5', false, null],
] as const)('%s (shift %s) leads to %j', (key, shiftKey, place) => {
  expect(stepFrom({ key, shiftKey }, { row: 2, column: 1 })).toEqual(place);
});
