import type PptxGenJS from 'pptxgenjs';
import { referenceInk } from './package.ts';
import type { DeckBox, DeckChart } from './slide.ts';
import { clean } from './text.ts';

const seriesInk = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'];

/** Draws a native chart with its figures behind it. */
export function writeChart(slide: PptxGenJS.Slide, chart: DeckChart, box: DeckBox): void {
  const { kind, categories, series, minimum, maximum, step } = chart;
  // Bars are drawn from below; readers expect the first row on top.
  const inOrder = <T>(values: readonly T[]): T[] => (kind === 'bar' ? values.toReversed() : [...values]);
  const code = chart.format === 'percent' ? '0%' : '#,##0.##';
  const font = '+mn-lt';
  const colours = series.map(({ reference }, index) =>
    reference ? referenceInk : (seriesInk[index % seriesInk.length] ?? referenceInk),
  );
  slide.addChart(
    kind,
    series.map(({ name, values }) => ({
      name: clean(name),
      labels: inOrder(categories.map(clean)),
      // The writer takes an empty text for "nothing here"; its types know numbers only.
      values: inOrder(values.map((value) => value ?? ('' as unknown as number))),
    })),
    {
      ...box,
      altText: clean(chart.title),
      showTitle: true,
      title: clean(chart.title),
      titleFontSize: 12,
      titleFontFace: font,
      titleColor: 'tx1',
      showLegend: series.length > 1,
      legendPos: 'b',
      legendFontSize: 10,
      legendFontFace: font,
      chartColors: colours,
      displayBlanksAs: 'gap',
      catAxisLabelFontSize: 10,
      catAxisLabelFontFace: font,
      catAxisLabelColor: 'tx2',
      valAxisLabelFontSize: 10,
      valAxisLabelFontFace: font,
      valAxisLabelColor: 'tx2',
      valAxisLabelFormatCode: code,
      valGridLine: { style: 'solid', color: 'E4E3DF', size: 0.75 },
      catGridLine: { style: 'none' },
      valAxisLineShow: false,
      ...(minimum === undefined ? {} : { valAxisMinVal: minimum }),
      ...(maximum === undefined ? {} : { valAxisMaxVal: maximum }),
      ...(step === undefined ? {} : { valAxisMajorUnit: step }),
      ...(kind === 'bar'
        ? {
            barDir: 'bar',
            barGapWidthPct: 45,
            showValue: true,
            dataLabelFormatCode: code,
            dataLabelFontSize: 10,
            dataLabelFontFace: font,
            dataLabelColor: 'tx1',
          }
        : { lineSize: 2.25, lineDataSymbolSize: 6, lineSmooth: false }),
      ...(kind === 'radar' ? { radarStyle: 'marker' as const } : {}),
    },
  );
}
