import type { Worksheet } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import { type Area, type Chart, rangeOf, referenceTo } from './sheet.ts';
import { gridInk, referenceInk, seriesInk } from './style.ts';

installChartSupport();

/** Draws the chart over cells that are filled already, in the sheet it belongs to. */
export function addChart(worksheet: Worksheet | undefined, chart: Chart, sheet: string): void {
  if (!worksheet) throw new RangeError(`no sheet for the chart: ${sheet}`);
  const at = (area: Area) => referenceTo(area, sheet);
  const drawn = chart.kind === 'radar' || chart.kind === 'line';
  const series = chart.series.map((each, index) => {
    const colour = each.reference ? referenceInk : (seriesInk[index % seriesInk.length] ?? referenceInk);
    return {
      name: { formula: at(each.name) },
      categories: at(chart.categories),
      values: at(each.values),
      ...(drawn
        ? {
            line: colour,
            lineWidth: each.reference ? 1.25 : 2.25,
            ...(each.reference ? { lineDash: 'dash' as const } : {}),
            // Smoothed lines show values nobody measured.
            smooth: false,
            marker: { symbol: 'circle' as const, size: 5, fill: colour, line: colour },
          }
        : { fill: colour }),
    };
  });
  const common = {
    title: chart.title === null ? null : titleOf(chart.title),
    showLegend: chart.series.length > 1,
    legendPosition: 'b' as const,
    valueAxis: {
      majorGridlines: true,
      majorGridlinesStyle: { border: gridInk, borderWidth: 0.75 },
      lineColor: gridInk,
      ...(chart.minimum === undefined ? {} : { min: chart.minimum }),
      ...(chart.maximum === undefined ? {} : { max: chart.maximum }),
      ...(chart.step === undefined ? {} : { majorUnit: chart.step }),
    },
    series,
  };
  const place = rangeOf(chart.place);
  switch (chart.kind) {
    case 'radar':
      worksheet.addRadarChart({ ...common, radarStyle: 'marker' }, place);
      return;
    case 'line':
      worksheet.addLineChart({ ...common, smooth: false, showMarker: true }, place);
      return;
    case 'column':
      worksheet.addColumnChart({ ...common, grouping: 'clustered', gapWidth: 80 }, place);
      return;
    case 'bar':
      worksheet.addBarChart(
        {
          ...common,
          grouping: 'clustered',
          gapWidth: 60,
          // Bars are drawn from below; readers expect the first row on top.
          categoryAxis: { orientation: 'maxMin' },
        },
        place,
      );
  }
}

function titleOf(text: string) {
  return { paragraphs: [{ runs: [{ text, properties: { size: 1200, bold: true } }] }] };
}
