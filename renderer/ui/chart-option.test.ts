import { expect, test } from 'vitest';
import { formatIn } from '../lib/format.ts';
import { chartOption, inLines } from './chart-option.ts';
import type { ChartSpec } from './chart-spec.ts';
import { init } from './echarts.ts';
import { palettes } from './palette.ts';

const specs: Record<string, ChartSpec> = {
  radar: {
    kind: 'radar',
    axes: ['Cognition', 'Strategy', 'People', 'Tools'],
    max: 4,
    series: [
      { label: 'Now', values: [2.9, 2.4, null, 3.6], emphasis: 'now' },
      { label: 'March', values: [2, 2.1, 2.4, 2.2], emphasis: 'before' },
    ],
  },
  line: {
    kind: 'line',
    categories: ['July', 'August', 'September'],
    series: [{ label: 'Attained', values: [10, null, 65], emphasis: 'now' }],
    mark: { label: 'Target', value: 80 },
  },
  bar: {
    kind: 'bar',
    sideways: true,
    categories: ['Order-to-ship time'],
    series: [{ label: 'Attained', values: [86], emphasis: 'plain' }],
  },
  scatter: {
    kind: 'scatter',
    x: { label: 'Motivation', min: 0, max: 12, cut: 7 },
    y: { label: 'Ability', min: 1, max: 4, cut: 2.5 },
    points: [{ key: 'a', label: 'Lumen Health', x: 9, y: 3, tone: 'good' }],
  },
};

test.each(Object.keys(specs))('a %s chart draws, with every name on it', (kind) => {
  const spec = specs[kind];
  if (!spec) return expect.unreachable();
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 400, height: 300 });
  chart.setOption(chartOption(spec, palettes.light, formatIn('en'), 'sans-serif'));
  const svg = chart.renderToSVGString();
  chart.dispose();
  const names =
    spec.kind === 'radar'
      ? spec.axes
      : spec.kind === 'scatter'
        ? [spec.x.label, spec.y.label]
        : spec.categories;
  for (const name of names) expect(svg).toContain(`>${name}</text>`);
  expect(svg).toContain(spec.kind === 'scatter' ? palettes.light.good : palettes.light.accent);
});

test('bars of two series differ in colour, and so do their signs in the legend', () => {
  const spec: ChartSpec = {
    kind: 'bar',
    categories: ['2026-Q1', '2026-Q2'],
    series: [
      { label: 'Score', values: [73, 83], emphasis: 'now' },
      { label: 'Returned, %', values: [50, 100], emphasis: 'plain' },
    ],
  };
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 400, height: 300 });
  chart.setOption(chartOption(spec, palettes.light, formatIn('en'), 'sans-serif'));
  const svg = chart.renderToSVGString();
  chart.dispose();
  for (const ink of [palettes.light.accent, palettes.light.info])
    expect(svg.split(`fill="${ink}"`)).toHaveLength(1 + 2 + 1); // two bars and the sign
});

test.each([
  ['Tools', 'Tools'],
  ['Needs routed by kind', 'Needs routed by\nkind'],
  ['Renewal and expansion', 'Renewal and\nexpansion'],
  ['产品与客户成功协同', '产品与客户成功协\n同'],
  ['产品与 CS 协同', '产品与 CS 协同'],
  ['', ''],
])('an axis name of %j is set as %j', (name, lines) => {
  expect(inLines(name)).toBe(lines);
});
