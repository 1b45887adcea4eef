import type PptxGenJS from 'pptxgenjs';
import type { Language } from '../../db/domain/language.ts';
import type { DeckPage } from './layout.ts';
import { speech } from './package.ts';
import type { DeckBox, DeckCover } from './slide.ts';
import { coverBox, size, titleBox } from './stage.ts';
import { clean } from './text.ts';
import { textLines } from './text-measure.ts';
import { writeBlock } from './write-block.ts';

export function writeCover(deck: PptxGenJS, { title, lines, notes }: DeckCover, language: Language): void {
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

export function writePage(deck: PptxGenJS, { title, placed, notes }: DeckPage, language: Language): void {
  const slide = deck.addSlide({ masterName: 'Content' });
  const fontSize = titlePoints(title, titleBox, [26, 22, 18, 15, 12, 10]);
  slide.addText(titleRuns(title, fontSize, language), { placeholder: 'title' });
  for (const each of placed) writeBlock(slide, each, language);
  if (notes) slide.addNotes(clean(notes));
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
