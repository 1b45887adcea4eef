import type PptxGenJS from 'pptxgenjs';
import type { Letterhead } from '../../../db/letterhead/rule.ts';
import type { Language } from '../../../db/types/language.ts';
import { speech } from './package.ts';
import type { DeckBox } from './slide.ts';
import type { DeckStage } from './stage.ts';
import { clean } from './text.ts';

/** What stands on every slide. */
type Common = { readonly footer: string; readonly letterhead?: Letterhead; readonly language: Language };

/**
 * The two masters of a deck: its cover, and every slide after it. Those of a company's template take their place when the deck
 * is finished, with its own logo.
 */
export function defineMasters(
  deck: PptxGenJS,
  { size, cover, content, template }: DeckStage,
  { footer, letterhead, language }: Common,
): void {
  const margin = content.body.x;
  const lang = speech(language);
  const logo = template === null ? (letterhead?.logo ?? null) : null;
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
          options: { ...content.foot, fontSize: 9, color: 'tx2', margin: 0, valign: 'middle', lang },
        },
      },
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            ...content.title.box,
            fontSize: content.title.points,
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
      ...content.number,
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
            ...cover.title.box,
            fontSize: cover.title.points,
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
