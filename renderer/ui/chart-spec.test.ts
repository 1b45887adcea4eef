import { expect, test } from 'vitest';
import { chartTable, wholeRadar } from './chart-spec.ts';

test('a radar reads as a table with an axis a row and a series a column', () => {
  const table = chartTable({
    kind: 'radar',
    axes: ['Cognition', 'Tools'],
    max: 4,
    series: [
      { label: 'Now', values: [2.9, null], emphasis: 'now' },
      { label: 'Before', values: [2], emphasis: 'before' },
    ],
  });
  expect(table).toEqual({
    headings: ['Now', 'Before'],
    rows: [
      { name: 'Cognition', cells: [2.9, 2] },
      { name: 'Tools', cells: [null, null] },
    ],
  });
});

test('a scatter chart reads as a table of its points', () => {
  const table = chartTable({
    kind: 'scatter',
    x: { label: 'Motivation', min: 0, max: 12 },
    y: { label: 'Ability', min: 1, max: 4 },
    points: [{ key: 'a', label: 'Lumen Health', x: 7, y: 2.5 }],
  });
  expect(table).toEqual({
    headings: ['Motivation', 'Ability'],
    rows: [{ name: 'Lumen Health', cells: [7, 2.5] }],
  });
});

test('a radar leaves out the axes nobody knows and never draws one at the centre', () => {
  const now = { label: 'Now', values: [2, 3, 1, null], emphasis: 'now' } as const;
  const before = { label: 'Before', values: [1, null, null, 2], emphasis: 'before' } as const;
  const spec = { kind: 'radar', axes: ['A', 'B', 'C', 'D'], max: 4, series: [now, before] } as const;
  expect(wholeRadar(spec)).toMatchObject({
    spec: { axes: ['A', 'B', 'C'], series: [{ label: 'Now', values: [2, 3, 1] }] },
    without: ['D'],
  });
  const half = { ...spec, series: [{ ...now, values: [2, 3, null, null] }] };
  expect(wholeRadar(half)).toBeNull();
});
