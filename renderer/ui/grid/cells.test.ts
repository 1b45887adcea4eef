import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockBetween, fillEdits, fromClipboard, pasteEdits, toClipboard } from './cells.ts';

const columns = [
  { key: 'name', edit: {} },
  { key: 'arr' },
  { key: 'owner', edit: {} },
  { key: 'tier', edit: {} },
];
const names = columns.map(({ key }) => key);
/** Line 2 is a heading. */
const keyAt = (line: number) => (line === 2 ? null : `r${line}`);

test('a block lies between its corners, whichever comes first', () => {
  expect(blockBetween({ line: 4, column: 'tier' }, { line: 1, column: 'arr' }, names)).toEqual({
    top: 1,
    bottom: 4,
    left: 1,
    right: 3,
  });
  expect(blockBetween({ line: 0, column: 'gone' }, { line: 1, column: 'arr' }, names)).toBeNull();
});

test.each([
  [
    'a\tb\nc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\tb\r\n', [['a', 'b']]],
  ['"two\nlines"\t"say ""hi"""', [['two\nlines', 'say "hi"']]],
  ['', [['']]],
  ['\t', [['', '']]],
  ['5" pipe\tx', [['5" pipe', 'x']]],
])('the clipboard’s %j reads as %j', (text, cells) => {
  expect(fromClipboard(text)).toEqual(cells);
});

test('what is copied reads back as it was', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '华', '"', '\t', '\n', ' ') });
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
    )
    // an empty last row is a break at the end, which begins no row
    .filter((rows) => rows.length === 1 || rows.at(-1)?.join('') !== '');
  fc.assert(
    fc.property(table, (rows) => {
      expect(fromClipboard(toClipboard(rows))).toEqual(rows);
    }),
    { seed: 17, numRuns: 300 },
  );
});

test('pasted values pass over headings and columns that take none', () => {
  const edits = pasteEdits(
    [
      ['A', '1', 'Lin'],
      ['B', '2', 'Wu'],
    ],
    { top: 1, bottom: 1, left: 0, right: 0 },
    columns,
    keyAt,
    9,
  );
  expect(edits).toEqual([
    { row: 'r1', column: 'name', text: 'A' },
    { row: 'r1', column: 'owner', text: 'Lin' },
    { row: 'r3', column: 'name', text: 'B' },
    { row: 'r3', column: 'owner', text: 'Wu' },
  ]);
});

test('one pasted value fills the block, and nothing beyond the last row is written', () => {
  const block = { top: 3, bottom: 4, left: 2, right: 3 };
  expect(
    pasteEdits([['Lin']], block, columns, keyAt, 9).map(({ row, column }) => `${row} ${column}`),
  ).toEqual(['r3 owner', 'r3 tier', 'r4 owner', 'r4 tier']);
  const below = pasteEdits(
    [['a'], ['b'], ['c']],
    { top: 7, bottom: 7, left: 2, right: 2 },
    columns,
    keyAt,
    9,
  );
  expect(below.map(({ row }) => row)).toEqual(['r7', 'r8']);
});

test('filling down repeats the first row below it', () => {
  const textAt = (line: number, column: string) => `${column} of ${line}`;
  expect(fillEdits({ top: 1, bottom: 4, left: 1, right: 2 }, columns, keyAt, textAt)).toEqual([
    { row: 'r3', column: 'owner', text: 'owner of 1' },
    { row: 'r4', column: 'owner', text: 'owner of 1' },
  ]);
});
