import type PptxGenJS from 'pptxgenjs';
import type { Language } from '../../../db/types/language.ts';
import { cellMargin, columnWidths, rowHeight } from './block-size.ts';
import type { PlacedBlock } from './layout.ts';
import { speech } from './package.ts';
import type { DeckBox, DeckFigure, DeckTone } from './slide.ts';
import { clean } from './text.ts';
import { writeChart } from './write-chart.ts';

const toneInk: Readonly<Record<DeckTone, { readonly text: string; readonly ground: string }>> = {
  good: { text: '2F7D4F', ground: 'E6F3EA' },
  warn: { text: '9A6700', ground: 'FBF1D9' },
  bad: { text: 'B3382F', ground: 'FBE9E7' },
};

/** Writes a block where layout placed it, as shapes, tables and charts a reader can edit. */
export function writeBlock(
  slide: PptxGenJS.Slide,
  { block, box, points }: PlacedBlock,
  language: Language,
): void {
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
