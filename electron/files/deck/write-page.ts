import type PptxGenJS from 'pptxgenjs';
import type { TitlePlace } from '../../../db/letterhead/rule.ts';
import type { Language } from '../../../db/types/language.ts';
import type { DeckPage } from './layout.ts';
import { speech } from './package.ts';
import type { DeckCover } from './slide.ts';
import { type DeckStage, linesShape } from './stage.ts';
import { clean } from './text.ts';
import { textLines } from './text-measure.ts';
import { writeBlock } from './write-block.ts';

export function writeCover(
  deck: PptxGenJS,
  { cover }: DeckStage,
  { title, lines, notes }: DeckCover,
  language: Language,
): void {
  const slide = deck.addSlide({ masterName: 'Cover' });
  const fontSize = titlePoints(title, cover.title);
  slide.addText(titleRuns(title, fontSize, language), { placeholder: 'title' });
  slide.addText(
    lines.map((line) => ({ text: clean(line), options: { breakLine: true } })),
    {
      ...cover.lines,
      objectName: linesShape,
      fontSize: 17,
      color: 'tx2',
      margin: 0,
      valign: 'top',
      lang: speech(language),
    },
  );
  if (notes) slide.addNotes(clean(notes));
}

export function writePage(
  deck: PptxGenJS,
  { content, template }: DeckStage,
  { title, placed, notes }: DeckPage,
  { language, footer }: { readonly language: Language; readonly footer: string },
): void {
  const slide = deck.addSlide({ masterName: 'Content' });
  const fontSize = titlePoints(title, content.title);
  slide.addText(titleRuns(title, fontSize, language), { placeholder: 'title' });
  for (const each of placed) writeBlock(slide, each, language);
  if (template !== null) {
    // Our layouts hold them; a template's layouts only say where they belong.
    const small = { fontSize: 9, color: 'tx2', margin: 0, valign: 'middle' } as const;
    slide.addText(clean(footer), { ...content.foot, ...small, lang: speech(language) });
    slide.slideNumber = { ...content.number, ...small, align: 'right' };
  }
  if (notes) slide.addNotes(clean(notes));
}

/** The largest size at which the title stands whole in its place, beginning with the one it is meant to have. */
function titlePoints(title: string, { box, points }: TitlePlace): number {
  const sizes = [1, 0.85, 0.7, 0.58, 0.46, 0.38].map((share) => Math.round(points * share));
  const fits = (size: number) => (textLines(title, box.w, size).length * size * 1.25) / 72 <= box.h;
  return sizes.find(fits) ?? sizes.at(-1) ?? 12;
}

/** The size stands on the run: what a title is given otherwise, its placeholder's own options win over. */
function titleRuns(title: string, fontSize: number, language: Language): PptxGenJS.TextProps[] {
  return [{ text: clean(title), options: { fontSize, lang: speech(language) } }];
}
