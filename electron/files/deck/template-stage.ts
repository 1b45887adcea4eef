import { Failure } from '../../../db/failure.ts';
import type { SlideBox, Stage, StageTaken, TitlePlace } from '../../../db/letterhead/rule.ts';
import { attribute } from '../workbook/xml.ts';
import { Zip } from '../workbook/zip.ts';
import { type LayoutRead, type Placeholder, readPlaceholders } from './placeholders.ts';
import { readRelations } from './portable.ts';
import { Gap, packedParts, relationsOf, type TemplatePart, targetOf } from './template-parts.ts';

/** Of the parts read, unpacked. */
const unpackedLimit = 40 * 1024 ** 2;
/** Inches. Below this no table of a review stands on a slide. */
const leastBody = { w: 6, h: 3 } as const;
const emu = 914_400;

/**
 * The slides of a company's .pptx or .potx, or why they cannot be taken: the size, the first master with its look, its title
 * layout for the cover and, for everything else, its layout of a title alone, or of a title and content.
 */
export function stageOf(bytes: Uint8Array): StageTaken {
  try {
    return taken(new Zip(bytes, unpackedLimit));
  } catch (error) {
    if (error instanceof Gap) return { gap: error.gap };
    if (error instanceof Failure && error.code === 'import.too-large') return { gap: 'too-heavy' };
    return { gap: 'not-portable' };
  }
}

type Layout = TemplatePart & LayoutRead;

function taken(zip: Zip): Stage {
  const presentation = readPart(zip, 'ppt/presentation.xml');
  const size = sizeOf(presentation.xml);
  const master = readPart(zip, related(presentation, 'slideMaster')[0]);
  const theme = readPart(zip, related(master, 'theme')[0]);
  const layouts = related(master, 'slideLayout').map((name) => {
    const part = readPart(zip, name);
    return { ...part, ...readPlaceholders(part.xml) };
  });
  const above = readPlaceholders(master.xml);
  const content = contentLayout(layouts);
  const cover = layouts.find((layout) => layout.type === 'title' && titleOf(layout)) ?? content;
  return {
    size,
    cover: coverOf(cover, above, size),
    content: contentOf(content, above, size),
    parts: packedParts(zip, { master, cover, content, theme }),
  };
}

function contentLayout(layouts: readonly Layout[]): Layout {
  const titled = layouts.filter((layout) => layout.type !== 'title' && titleOf(layout));
  const of = (type: string) => titled.find((layout) => layout.type === type);
  const found = of('titleOnly') ?? of('obj') ?? titled[0];
  if (!found) throw new Gap('no-layout');
  return found;
}

const titleTypes = ['title', 'ctrTitle'];
const titleOf = ({ placeholders }: LayoutRead) => placeholders.find(({ type }) => titleTypes.includes(type));
const ofType = ({ placeholders }: LayoutRead, ...types: readonly string[]) =>
  placeholders.find(({ type }) => types.includes(type));

function titlePlace(layout: LayoutRead, master: LayoutRead): TitlePlace {
  const own = titleOf(layout);
  const above = titleOf(master);
  const box = own?.box ?? above?.box;
  if (!box) throw new Gap('no-layout');
  return { box, points: own?.points ?? above?.points ?? master.titlePoints ?? 40 };
}

function coverOf(layout: LayoutRead, master: LayoutRead, size: Stage['size']): Stage['cover'] {
  const title = titlePlace(layout, master);
  const subtitle: Placeholder | undefined = ofType(layout, 'subTitle');
  const { x, y, w, h } = title.box;
  const below = { x, y: Math.min(y + h + 0.1, size.h - 1.6), w, h: 1.4 };
  return {
    title,
    titleType: titleOf(layout)?.type === 'ctrTitle' ? 'ctrTitle' : 'title',
    lines: subtitle?.box ?? below,
    linesIndex: subtitle?.box ? subtitle.index : null,
  };
}

/** Below the title and above the foot, no wider than the place the template has for content. */
function contentOf(layout: LayoutRead, master: LayoutRead, size: Stage['size']): Stage['content'] {
  const title = titlePlace(layout, master);
  const place = (...types: readonly string[]) =>
    ofType(layout, ...types)?.box ?? ofType(master, ...types)?.box ?? null;
  const number = place('sldNum');
  const wide = place('body', 'obj') ?? { ...title.box, y: 0, h: size.h };
  const foot = place('ftr') ?? { x: wide.x, y: size.h - 0.45, w: wide.w - 1, h: 0.3 };
  const top = Math.max(title.box.y + title.box.h, wide.y);
  const bottom = Math.min(wide.y + wide.h, foot.y > top ? foot.y - 0.05 : size.h, size.h - 0.3);
  const body: SlideBox = { x: wide.x, y: top, w: Math.min(wide.w, size.w - wide.x), h: bottom - top };
  if (body.w < leastBody.w || body.h < leastBody.h) throw new Gap('too-small');
  return {
    title,
    body,
    foot,
    number: number ?? { x: wide.x + wide.w - 0.8, y: foot.y, w: 0.8, h: foot.h },
  };
}

function sizeOf(presentation: string): Stage['size'] {
  const attributes = /<p:sldSz\b([^>]*)>/.exec(presentation)?.[1] ?? '';
  const inches = (key: string) => Number(attribute(attributes, key) ?? 0) / emu;
  return { w: inches('cx'), h: inches('cy') };
}

function readPart(zip: Zip, name: string | undefined): TemplatePart {
  const xml = name && zip.part(name)?.toString('utf8');
  if (!name || !xml) throw new Gap('no-layout');
  const rels = zip.part(relationsOf(name));
  return { name, xml, relations: rels ? readRelations(rels.toString('utf8')) : [] };
}

function related(part: TemplatePart, kind: string): string[] {
  return part.relations.filter((each) => each.kind === kind).map((each) => targetOf(part, each));
}
