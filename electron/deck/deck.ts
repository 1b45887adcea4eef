import type PptxGenJS from 'pptxgenjs';
import type { Language } from '../../db/domain/language.ts';
import type { Letterhead } from '../../db/domain/letterhead.ts';
import {
  cellMargin,
  columnWidths,
  type DeckPage,
  type LayoutWords,
  layOut,
  type PlacedBlock,
  rowHeight,
} from './layout.ts';
import { finishPackage, packed, referenceInk, speech } from './package.ts';
import type { DeckBox, DeckChart, DeckCover, DeckFigure, DeckSlide, DeckTone } from './slide.ts';
import { textLines } from './text-measure.ts';

export type DeckProperties = {
  readonly title: string;
  readonly author: string;
  readonly language: Language;
  readonly created: Date;
  /** At the foot of every slide, beside its number. */
  readonly footer: string;
  /** The house's logo, in the corner of every slide, and its colours and fonts. */
  readonly letterhead?: Letterhead;
  readonly words: LayoutWords;
  /** More slides than this are a fault of whoever composed the deck. */
  readonly most?: number;
};

/** Inches. 16:9, as screens are. */
const size = { w: 13.333, h: 7.5 };
const margin = 0.62;
const titleBox: DeckBox = { x: margin, y: 0.42, w: size.w - 2 * margin - 1.9, h: 0.82 };
const coverBox: DeckBox = { x: 1, y: 2.1, w: size.w - 2, h: 1.7 };
const body: DeckBox = { x: margin, y: 1.42, w: size.w - 2 * margin, h: 5.34 };
const foot: DeckBox = { x: margin, y: 6.98, w: size.w - 2 * margin - 1, h: 0.3 };

const toneInk: Readonly<Record<DeckTone, { readonly text: string; readonly ground: string }>> = {
  good: { text: '2F7D4F', ground: 'E6F3EA' },
  warn: { text: '9A6700', ground: 'FBF1D9' },
  bad: { text: 'B3382F', ground: 'FBE9E7' },
};
const seriesInk = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'];

/**
 * A deck with native, editable charts, real titles and speaker notes, as a .pptx file.
 * @throws RangeError when it comes to more slides than it may have
 */
export async function deckBytes(
  cover: DeckCover,
  slides: readonly DeckSlide[],
  properties: DeckProperties,
): Promise<Uint8Array> {
  const { language, words, most } = properties;
  const pages = slides.flatMap((slide) => layOut(slide, body, language, words));
  if (most !== undefined && pages.length + 1 > most)
    throw new RangeError(`${pages.length + 1} slides where ${most} are allowed`);
  const { default: Deck } = await import('pptxgenjs'); // no start needs it
  const deck = new Deck();
  deck.defineLayout({ name: 'wide', width: size.w, height: size.h });
  deck.layout = 'wide';
  deck.title = clean(properties.title);
  deck.author = clean(properties.author);
  deck.company = clean(properties.author);
  deck.subject = clean(properties.footer);
  defineMasters(deck, properties);
  writeCover(deck, cover, language);
  for (const page of pages) writePage(deck, page, language);
  const written = await deck.write({ outputType: 'uint8array', compression: false });
  if (!(written instanceof Uint8Array)) throw new TypeError('the deck was not written as bytes');
  return packed(
    finishPackage(written, {
      created: properties.created,
      language,
      look: properties.letterhead?.template?.look ?? null,
    }),
  );
}

/** Without what XML cannot hold: control characters and halves of characters. */
function clean(text: string): string {
  return text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '');
}

/** The largest size at which the title stands whole in its box. */
function titlePoints(title: string, { w, h }: Pick<DeckBox, 'w' | 'h'>, sizes: readonly number[]): number {
  const fits = (points: number) => (textLines(title, w, points).length * points * 1.25) / 72 <= h;
  return sizes.find(fits) ?? sizes.at(-1) ?? 12;
}

/** The size stands on the run: what a title is given otherwise, its placeholder's own options win over. */
function titleRuns(title: string, fontSize: number, language: Language): PptxGenJS.TextProps[] {
  return [{ text: clean(title), options: { fontSize, lang: speech(language) } }];
}

function defineMasters(deck: PptxGenJS, { footer, letterhead, language }: DeckProperties): void {
  const lang = speech(language);
  const logo = letterhead?.logo ?? null;
  const data = logo && `image/${logo.type};base64,${logo.picture}`;
  const picture = (box: DeckBox) => {
    if (!logo || data === null) return [];
    const w = Math.min(box.w, box.h * logo.ratio);
    const h = w / logo.ratio;
    return [{ image: { data, x: box.x + box.w - w, y: box.y + (box.h - h) / 2, w, h } }];
  };
  deck.defineSlideMaster({
    title: 'Content',
    background: { color: 'bg1' },
    objects: [
      { rect: { x: margin, y: 1.27, w: 0.9, h: 0.045, fill: { color: 'accent1' } } },
      ...picture({ x: size.w - margin - 1.7, y: 0.5, w: 1.7, h: 0.62 }),
      {
        text: {
          text: clean(footer),
          options: { ...foot, fontSize: 9, color: 'tx2', margin: 0, valign: 'middle', lang },
        },
      },
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            ...titleBox,
            fontSize: 26,
            bold: true,
            color: 'tx1',
            margin: 0,
            align: 'left',
            valign: 'middle',
          },
          text: '',
        },
      },
    ],
    slideNumber: {
      x: size.w - margin - 0.8,
      y: foot.y,
      w: 0.8,
      h: foot.h,
      fontSize: 9,
      color: 'tx2',
      align: 'right',
    },
  });
  deck.defineSlideMaster({
    title: 'Cover',
    background: { color: 'bg1' },
    objects: [
      { rect: { x: 0, y: 0, w: 0.28, h: size.h, fill: { color: 'accent1' } } },
      ...picture({ x: size.w - margin - 2.6, y: 0.6, w: 2.6, h: 1 }),
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            ...coverBox,
            fontSize: 38,
            bold: true,
            color: 'tx1',
            margin: 0,
            align: 'left',
            valign: 'bottom',
          },
          text: '',
        },
      },
    ],
  });
}

function writeCover(deck: PptxGenJS, { title, lines, notes }: DeckCover, language: Language): void {
  const slide = deck.addSlide({ masterName: 'Cover' });
  const fontSize = titlePoints(title, coverBox, [38, 32, 27, 22, 18]);
  slide.addText(titleRuns(title, fontSize, language), { placeholder: 'title' });
  slide.addText(
    lines.map((line) => ({ text: clean(line), options: { breakLine: true } })),
    {
      x: 1,
      y: 4.05,
      w: size.w - 2,
      h: 1.8,
      fontSize: 17,
      color: 'tx2',
      margin: 0,
      valign: 'top',
      lang: speech(language),
    },
  );
  if (notes) slide.addNotes(clean(notes));
}

function writePage(deck: PptxGenJS, { title, placed, notes }: DeckPage, language: Language): void {
  const slide = deck.addSlide({ masterName: 'Content' });
  const fontSize = titlePoints(title, titleBox, [26, 22, 18, 15, 12, 10]);
  slide.addText(titleRuns(title, fontSize, language), { placeholder: 'title' });
  for (const each of placed) writeBlock(slide, each, language);
  if (notes) slide.addNotes(clean(notes));
}

function writeBlock(slide: PptxGenJS.Slide, { block, box, points }: PlacedBlock, language: Language): void {
  const lang = speech(language);
  switch (block.is) {
    case 'text': {
      const { style } = block;
      slide.addText(clean(block.text), {
        ...box,
        fontSize: points,
        bold: style === 'heading',
        color: style === 'heading' ? 'accent1' : style === 'muted' ? 'tx2' : 'tx1',
        margin: 0,
        valign: 'top',
        fit: 'shrink',
        lang,
      });
      return;
    }
    case 'figures':
      writeFigures(slide, block.figures, box, lang);
      return;
    case 'table': {
      const heights = [
        rowHeight(
          block,
          block.columns.map(({ heading }) => ({ text: heading })),
          box.w,
          points,
          language,
        ),
        ...block.rows.map((row) => rowHeight(block, row, box.w, points, language)),
      ];
      const line = { type: 'solid', pt: 0.75, color: 'E4E3DF' } as const;
      const none = { type: 'none' } as const;
      const common = {
        border: [none, none, line, none] as [typeof none, typeof none, typeof line, typeof none],
        lang,
      };
      const head = block.columns.map(({ heading, align }) => ({
        text: clean(heading),
        options: {
          ...common,
          bold: true,
          color: 'tx2',
          fill: { color: 'bg2' },
          align: align ?? ('left' as const),
        },
      }));
      const rows = block.rows.map((row) =>
        row.map(({ text, tone }, index) => ({
          text: clean(text),
          options: {
            ...common,
            align: block.columns[index]?.align ?? ('left' as const),
            color: tone ? toneInk[tone].text : 'tx1',
            ...(tone ? { fill: { color: toneInk[tone].ground } } : {}),
          },
        })),
      );
      slide.addTable([head, ...rows], {
        x: box.x,
        y: box.y,
        w: box.w,
        colW: columnWidths(block, box.w),
        rowH: heights,
        fontSize: points,
        valign: 'middle',
        margin: [cellMargin.top, cellMargin.side, cellMargin.top, cellMargin.side],
        autoPage: false,
      });
      return;
    }
    case 'charts':
      block.charts.forEach((chart, index) => {
        const w = (box.w - 0.2 * (block.charts.length - 1)) / block.charts.length;
        writeChart(slide, chart, { ...box, x: box.x + index * (w + 0.2), w });
      });
  }
}

function writeFigures(
  slide: PptxGenJS.Slide,
  figures: readonly DeckFigure[],
  box: DeckBox,
  lang: string,
): void {
  const w = (box.w - 0.18 * (figures.length - 1)) / figures.length;
  figures.forEach(({ label, value, tone }, index) => {
    slide.addText(
      [
        {
          text: clean(value),
          options: { fontSize: 24, bold: true, color: tone ? toneInk[tone].text : 'tx1', breakLine: true },
        },
        { text: clean(label), options: { fontSize: 11, color: 'tx2' } },
      ],
      {
        ...box,
        x: box.x + index * (w + 0.18),
        w,
        shape: 'rect',
        fill: { color: tone ? toneInk[tone].ground : 'bg2' },
        margin: 8,
        valign: 'middle',
        fit: 'shrink',
        lang,
      },
    );
  });
}

function writeChart(slide: PptxGenJS.Slide, chart: DeckChart, box: DeckBox): void {
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
      titleColor: '1D1C1A',
      showLegend: series.length > 1,
      legendPos: 'b',
      legendFontSize: 10,
      legendFontFace: font,
      chartColors: colours,
      displayBlanksAs: 'gap',
      catAxisLabelFontSize: 10,
      catAxisLabelFontFace: font,
      catAxisLabelColor: '5F5D58',
      valAxisLabelFontSize: 10,
      valAxisLabelFontFace: font,
      valAxisLabelColor: '5F5D58',
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
            dataLabelColor: '1D1C1A',
          }
        : { lineSize: 2.25, lineDataSymbolSize: 6, lineSmooth: false }),
      ...(kind === 'radar' ? { radarStyle: 'marker' as const } : {}),
    },
  );
}
