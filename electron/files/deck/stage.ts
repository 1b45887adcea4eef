import type { Letterhead, Stage } from '../../../db/letterhead/rule.ts';

/** The places of a deck's slides; `template` holds the layouts they lie on where a company's template brings them. */
export type DeckStage = Omit<Stage, 'parts'> & { readonly template: string | null };

/** The shape of the lines below the cover's title, for whoever finishes the deck. */
export const linesShape = 'Lines';

/** Inches. 16:9, as screens are. */
const size = { w: 13.333, h: 7.5 };
const margin = 0.62;
const foot = { x: margin, y: 6.98, w: size.w - 2 * margin - 1, h: 0.3 };

const ourStage: DeckStage = {
  size,
  cover: {
    title: { box: { x: 1, y: 2.1, w: size.w - 2, h: 1.7 }, points: 38 },
    titleType: 'title',
    lines: { x: 1, y: 4.05, w: size.w - 2, h: 1.8 },
    linesIndex: null,
  },
  content: {
    title: { box: { x: margin, y: 0.42, w: size.w - 2 * margin - 1.9, h: 0.82 }, points: 26 },
    body: { x: margin, y: 1.42, w: size.w - 2 * margin, h: 5.34 },
    foot,
    number: { x: size.w - margin - 0.8, y: foot.y, w: 0.8, h: foot.h },
  },
  template: null,
};

/** The house's own where its template gave one, else ours. */
export function stageOf(letterhead: Letterhead | undefined): DeckStage {
  const taken = letterhead?.template?.stage;
  return !taken || 'gap' in taken ? ourStage : { ...taken, template: taken.parts };
}
