import type { EChartsCoreOption } from 'echarts/core';
import type { Format } from '../lib/format.ts';
import type { ChartSpec, Emphasis, RadarSpec, ScatterSpec, Series, TrendSpec } from './chart-spec.ts';
import type { Palette } from './palette.ts';

/**
 * A chart's specification as echarts reads it, in the colours of the theme and the figures of the language. The font must be
 * a real one, not `inherit`: echarts measures its texts with it.
 */
export function chartOption(
  spec: ChartSpec,
  colour: Palette,
  format: Format,
  fontFamily: string,
): EChartsCoreOption {
  const common = {
    animation: false,
    color: inks(colour),
    textStyle: { fontFamily, fontSize: 11, color: colour['ink-2'] },
    tooltip: {
      confine: true,
      backgroundColor: colour.panel,
      borderColor: colour.line,
      textStyle: { color: colour.ink, fontSize: 12 },
      extraCssText: 'box-shadow:none',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? format.number(value) : '–'),
    },
  };
  switch (spec.kind) {
    case 'radar':
      return { ...common, ...radarOption(spec, colour) };
    case 'line':
    case 'bar':
      return { ...common, ...trendOption(spec, colour, format) };
    case 'scatter':
      return { ...common, ...scatterOption(spec, colour, format) };
  }
}

function radarOption({ axes, max, series }: RadarSpec, colour: Palette): EChartsCoreOption {
  return {
    legend: {
      ...legend(series, colour),
      data: series.map(({ label, emphasis }, at) => ({
        name: label,
        icon: emphasis === 'plain' ? shapeAt(at) : legendLines[emphasis],
      })),
    },
    radar: {
      shape: 'polygon',
      clockwise: true,
      radius: '58%',
      center: ['50%', series.length > 1 ? '47%' : '50%'],
      indicator: axes.map((name) => ({ name, min: 0, max })),
      splitNumber: max,
      axisName: { color: colour['ink-2'], fontSize: 11, lineHeight: 14, formatter: inLines },
      axisNameGap: 8,
      axisLine: { show: false },
      splitLine: { lineStyle: { color: colour.line } },
      splitArea: { show: false },
    },
    series: series.map(({ label, values, emphasis }, at) => ({
      type: 'radar',
      name: label,
      symbol: emphasis === 'now' ? 'circle' : emphasis === 'plain' ? shapeAt(at) : 'none',
      symbolSize: emphasis === 'plain' ? 6 : 4,
      ...stroke(emphasis, colour),
      ...(emphasis === 'plain' && strokeAt(at, colour)),
      ...(emphasis === 'now' && { areaStyle: { color: colour.accent, opacity: 0.16 } }),
      data: [{ name: label, value: values.map((value) => value ?? '-') }],
    })),
  };
}

/** Equals around a radar differ by their corners as much as by their ink. */
const shapes = ['diamond', 'triangle', 'rect'] as const;

function shapeAt(at: number): (typeof shapes)[number] {
  return shapes[at % shapes.length] ?? 'rect';
}

function strokeAt(at: number, colour: Palette) {
  const ink = [colour.info, colour.warn, colour['ink-3']][at % shapes.length] ?? colour['ink-3'];
  return { itemStyle: { color: ink }, lineStyle: { color: ink, type: 'solid', width: 1.2 } };
}

/** Half a card is all the room an axis name has beside a radar; a Han character takes two. */
const longestLine = 16;

/** An axis name broken between words, or between Han characters, so that it is not cut off at the card's edge. */
export function inLines(name = ''): string {
  const lines = [''];
  for (const part of name.match(/\s*(?:\p{Script=Han}[，、。]?|[^\s\p{Script=Han}]+)/gu) ?? []) {
    const longer = `${lines.at(-1)}${part}`;
    if (lines.at(-1) === '' || widthOf(longer) <= longestLine) lines[lines.length - 1] = longer;
    else lines.push(part.trim());
  }
  return lines.join('\n');
}

function widthOf(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

function trendOption(spec: TrendSpec, colour: Palette, format: Format): EChartsCoreOption {
  const names = {
    type: 'category',
    data: spec.categories,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour.line } },
    axisLabel: { color: colour['ink-3'], fontSize: 11, interval: 0, hideOverlap: true },
    ...(spec.sideways && { inverse: true }),
  };
  const figures = {
    ...valueAxis(colour, format),
    ...(spec.min !== undefined && { min: spec.min }),
    ...(spec.max !== undefined && { max: spec.max }),
  };
  return {
    grid: { left: 4, right: 12, top: 12, bottom: spec.series.length > 1 ? 28 : 4, outerBoundsMode: 'same' },
    legend: legend(
      spec.kind === 'bar' ? spec.series.map((each) => ({ ...each, emphasis: 'plain' })) : spec.series,
      colour,
    ),
    tooltip: { trigger: 'axis', axisPointer: { type: spec.kind === 'bar' ? 'shadow' : 'line' } },
    xAxis: spec.sideways ? figures : names,
    yAxis: spec.sideways ? names : figures,
    series: spec.series.map(({ label, values, emphasis }, at) => ({
      type: spec.kind,
      name: label,
      data: values,
      barMaxWidth: 18,
      symbolSize: 5,
      connectNulls: false,
      // Said aloud: beside one that is drawn otherwise, echarts would give an equal the first colour again.
      ...(emphasis === 'plain' ? plainStroke(at, colour) : stroke(emphasis, colour)),
      ...(at === 0 && spec.mark && { markLine: markLine(spec, spec.mark, colour) }),
    })),
  };
}

/** Pixels of a point that stands for one record. */
const pointSize = 9;
/** Times that size at most, so that a crowd does not hide its neighbours. */
const largestPoint = 3;

function scatterOption(
  { x, y, points, regions = [] }: ScatterSpec,
  colour: Palette,
  format: Format,
): EChartsCoreOption {
  const axis = ({ label, min, max }: ScatterSpec['x']) => ({
    ...valueAxis(colour, format),
    name: label,
    nameLocation: 'middle',
    nameTextStyle: { color: colour['ink-2'] },
    min,
    max,
  });
  const cuts = [
    ...(x.cut === undefined ? [] : [{ xAxis: x.cut }]),
    ...(y.cut === undefined ? [] : [{ yAxis: y.cut }]),
  ];
  return {
    grid: { left: 8, right: 12, top: 12, bottom: 8, outerBoundsMode: 'same' },
    tooltip: { trigger: 'item', formatter: '{b}' },
    xAxis: axis(x),
    yAxis: axis(y),
    series: [
      {
        type: 'scatter',
        data: points.map(({ label, x: across, y: up, tone = 'accent', weight = 1 }) => ({
          name: label,
          value: [across, up],
          symbolSize: pointSize * Math.min(Math.sqrt(weight), largestPoint),
          itemStyle: { color: colour[tone], opacity: 0.85 },
        })),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: colour['ink-3'], type: 'dashed', width: 1 },
          data: cuts,
        },
        markArea: {
          silent: true,
          itemStyle: { color: 'transparent' },
          label: { position: 'insideTopLeft', color: colour['ink-3'], fontSize: 12 },
          data: regions.map(({ label, x: across, y: up }) => [
            { name: label, coord: [across[0], up[1]] },
            { coord: [across[1], up[0]] },
          ]),
        },
      },
    ],
  };
}

/** The colours of series that are equals, in their order. */
function inks(colour: Palette): string[] {
  return [colour.accent, colour.info, colour.warn, colour.good, colour.bad, colour['ink-3']];
}

function plainStroke(at: number, colour: Palette) {
  const ink = inks(colour)[at % inks(colour).length];
  return { itemStyle: { color: ink }, lineStyle: { color: ink } };
}

function valueAxis(colour: Palette, format: Format) {
  return {
    type: 'value',
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: colour['line-2'] } },
    axisLabel: { color: colour['ink-3'], fontSize: 11, formatter: (value: number) => format.number(value) },
  };
}

function legend(series: readonly Series[], colour: Palette) {
  return {
    show: series.length > 1,
    bottom: 0,
    itemWidth: 18,
    itemHeight: 8,
    textStyle: { color: colour['ink-2'], fontSize: 11 },
    data: series.map(({ label, emphasis }) => ({ name: label, icon: legendLines[emphasis] })),
  };
}

/** The stroke of each emphasis, 18 wide: echarts cannot dash a legend's sign itself. */
const legendLines: Readonly<Record<Emphasis, string>> = {
  now: 'path://M0 3h18v2h-18z',
  before: 'path://M0 3h4v2h-4zM7 3h4v2h-4zM14 3h4v2h-4z',
  target: 'path://M0 3h2v2h-2zM4 3h2v2h-2zM8 3h2v2h-2zM12 3h2v2h-2zM16 3h2v2h-2z',
  plain: 'roundRect',
};

function markLine(spec: TrendSpec, mark: { label: string; value: number }, colour: Palette) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: colour['ink-3'], type: 'dashed', width: 1 },
    label: { formatter: mark.label, position: 'insideEndTop', color: colour['ink-3'], fontSize: 11 },
    data: [spec.sideways ? { xAxis: mark.value } : { yAxis: mark.value }],
  };
}

function stroke(emphasis: Emphasis, colour: Palette) {
  const ink = { now: colour.accent, before: colour['ink-3'], target: colour.info, plain: colour['ink-2'] }[
    emphasis
  ];
  const dash = { now: 'solid', before: 'dashed', target: 'dotted', plain: 'solid' }[emphasis];
  return {
    itemStyle: { color: ink },
    lineStyle: { color: ink, type: dash, width: emphasis === 'now' ? 2 : 1.2 },
  };
}
