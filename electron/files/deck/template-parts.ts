import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { StageGap } from '../../../db/letterhead/rule.ts';
import type { Zip } from '../workbook/zip.ts';
import { portable, type Relation, relationsNamed } from './portable.ts';

export class Gap extends Error {
  readonly gap: StageGap;
  constructor(gap: StageGap) {
    super(gap);
    this.gap = gap;
  }
}

export type TemplatePart = {
  readonly name: string;
  readonly xml: string;
  readonly relations: readonly Relation[];
};

/** Packed, as the book carries them: undo keeps a copy of each, and every deck holds one. */
const packedLimit = 4 * 1024 ** 2;
const pictures: ReadonlySet<string> = new Set(['.png', '.jpg', '.jpeg', '.gif', '.emf', '.wmf']);

export const relationsOf = (name: string) =>
  `${path.posix.dirname(name)}/_rels/${path.posix.basename(name)}.rels`;
export const targetOf = ({ name }: TemplatePart, { target }: Relation) =>
  path.posix.resolve(`/${path.posix.dirname(name)}`, target).slice(1);

/** Where the parts stand in the decks we write; the writer's own master and layouts make way for them. */
export const stagePlaces = {
  master: 'ppt/slideMasters/slideMaster1.xml',
  content: 'ppt/slideLayouts/slideLayout2.xml',
  cover: 'ppt/slideLayouts/slideLayout3.xml',
  theme: 'ppt/theme/theme1.xml',
} as const;

/**
 * The master, both layouts and the theme with the pictures they show, as an archive in base64. What they name but cannot take
 * along, such as an embedded object, makes them not portable.
 */
export function packedParts(
  zip: Zip,
  parts: Readonly<Record<keyof typeof stagePlaces, TemplatePart>>,
): string {
  const kept: Record<string, Uint8Array> = {};
  const media = new Map<string, string>();
  const keep = (
    place: keyof typeof stagePlaces,
    fixed: readonly Relation[],
    change: (xml: string) => string,
  ) => {
    const part = parts[place];
    const xml = portable(part.xml);
    if (xml === null) throw new Gap('not-portable');
    const named = new Set(relationsNamed(change(xml)));
    const relations = part.relations
      .filter(({ id }) => named.has(id))
      .map((relation) => ({ ...relation, target: pictureOf(part, relation) }));
    const all = [...relations, ...fixed];
    if ([...named].some((id) => !all.some((each) => each.id === id))) throw new Gap('not-portable');
    kept[stagePlaces[place]] = strToU8(change(xml));
    if (all.length > 0) kept[relationsOf(stagePlaces[place])] = strToU8(relationsXml(all));
  };
  const pictureOf = (part: TemplatePart, relation: Relation): string => {
    const extension = path.posix.extname(relation.target).toLowerCase();
    if (relation.kind !== 'image' || relation.external || !pictures.has(extension))
      throw new Gap('not-portable');
    const from = targetOf(part, relation);
    const known = media.get(from);
    if (known) return known;
    const bytes = zip.part(from);
    if (!bytes) throw new Gap('not-portable');
    const name = `template${media.size + 1}${extension}`;
    kept[`ppt/media/${name}`] = new Uint8Array(bytes);
    media.set(from, `../media/${name}`);
    return `../media/${name}`;
  };
  const fixed = (id: string, kind: string, target: string) => ({ id, kind, target, external: false });
  const list = '<p:sldLayoutIdLst><p:sldLayoutId id="2147483650" r:id="ourContent"/>'.concat(
    '<p:sldLayoutId id="2147483651" r:id="ourCover"/></p:sldLayoutIdLst>',
  );
  const toMaster = [fixed('ourMaster', 'slideMaster', '../slideMasters/slideMaster1.xml')];
  keep('theme', [], (xml) => xml);
  keep('content', toMaster, (xml) => xml);
  keep('cover', toMaster, (xml) => xml);
  keep(
    'master',
    [
      fixed('ourContent', 'slideLayout', '../slideLayouts/slideLayout2.xml'),
      fixed('ourCover', 'slideLayout', '../slideLayouts/slideLayout3.xml'),
      fixed('ourTheme', 'theme', '../theme/theme1.xml'),
    ],
    (xml) => xml.replace(/<p:sldLayoutIdLst\b.*?<\/p:sldLayoutIdLst>/s, list),
  );
  const bytes = zipSync(kept, { mtime: new Date('2000-01-01T00:00:00') });
  if (bytes.length > packedLimit) throw new Gap('too-heavy');
  return Buffer.from(bytes).toString('base64');
}

function relationsXml(relations: readonly Relation[]): string {
  const lines = relations.map(
    ({ id, kind, target }) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}
