import { randomFillSync } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { StageTaken } from '../../../db/letterhead/rule.ts';
import { deckBytes } from './deck.ts';
import { lookOf } from './template.ts';
import { stageOf } from './template-stage.ts';

const inch = 914_400;
const spaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const relations = (...lines: readonly [id: string, kind: string, target: string, more?: string][]) =>
  `<Relationships>${lines
    .map(
      ([id, kind, target, more = '']) =>
        `<Relationship Id="${id}" Type="x/${kind}" Target="${target}" ${more}/>`,
    )
    .join('')}</Relationships>`;

function placeholder(type: string, box: readonly number[] | null, points?: number, more = ''): string {
  const [x = 0, y = 0, w = 0, h = 0] = (box ?? []).map((each) => each * inch);
  const place = box ? `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${h}"/></a:xfrm>` : '';
  const size = points ? `<a:lvl1pPr><a:defRPr sz="${points * 100}"/></a:lvl1pPr>` : '';
  return `<p:sp><p:nvSpPr><p:cNvPr id="2" name="${type}"/><p:cNvSpPr/><p:nvPr><p:ph type="${type}" ${more}/></p:nvPr></p:nvSpPr><p:spPr>${place}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle>${size}</a:lstStyle><a:p/></p:txBody></p:sp>`;
}
const picture = (id: string, how = 'r:embed') =>
  `<p:pic><p:blipFill><a:blip ${how}="${id}"/></p:blipFill></p:pic>`;
const layout = (type: string, shapes: string) =>
  `<p:sldLayout ${spaces} type="${type}"><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sldLayout>`;

const theme = `<a:theme ${spaces}><a:themeElements><a:clrScheme name="House">${[
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
]
  .map((place) => `<a:${place}><a:srgbClr val="C00000"/></a:${place}>`)
  .join(
    '',
  )}</a:clrScheme><a:fontScheme name="House"><a:majorFont><a:latin typeface="House"/><a:ea typeface=""/></a:majorFont><a:minorFont><a:latin typeface="House"/><a:ea typeface=""/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`;

const logo = new Uint8Array([1, 2, 3]);
const linked =
  '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Link"><a:hlinkClick r:id="rId9"/></p:cNvPr></p:nvSpPr></p:sp><p:extLst><p:ext uri="x"><p14:id r:id="rId8"/></p:ext></p:extLst>';

/** A 4:3 template of a house: a title layout with a picture, a list of bullets, and a layout of a title alone. */
function template(changes: Record<string, string | Uint8Array> = {}): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types/>',
    'ppt/presentation.xml': `<p:presentation ${spaces}><p:sldMasterIdLst/><p:sldSz cx="${10 * inch}" cy="${7.5 * inch}" type="screen4x3"/></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(['rId1', 'slideMaster', 'slideMasters/slideMaster1.xml']),
    'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster ${spaces}><p:cSld><p:spTree>${picture('rId5')}${placeholder('title', [0.5, 0.3, 9, 1])}${placeholder('body', [0.5, 1.5, 9, 5], undefined, 'idx="1"')}${placeholder('ftr', [3, 6.9, 4, 0.4])}</p:spTree></p:cSld><p:clrMap bg1="lt1"/><p:sldLayoutIdLst><p:sldLayoutId id="5" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr><a:defRPr sz="3200"/></a:lvl1pPr></p:titleStyle></p:txStyles></p:sldMaster>`,
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations(
      ['rId1', 'slideLayout', '../slideLayouts/slideLayout1.xml'],
      ['rId2', 'slideLayout', '../slideLayouts/slideLayout2.xml'],
      ['rId3', 'slideLayout', '../slideLayouts/slideLayout3.xml'],
      ['rId4', 'theme', '../theme/theme1.xml'],
      ['rId5', 'image', '../media/image1.png'],
    ),
    'ppt/slideLayouts/slideLayout1.xml': layout(
      'title',
      `${picture('rId2')}${placeholder('ctrTitle', [1, 2, 8, 1.5], 44)}${placeholder('subTitle', [1, 4, 8, 2], undefined, 'idx="1"')}`,
    ),
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relations(
      ['rId1', 'slideMaster', '../slideMasters/slideMaster1.xml'],
      ['rId2', 'image', '../media/image1.png'],
    ),
    'ppt/slideLayouts/slideLayout2.xml': layout(
      'obj',
      placeholder('title', null) + placeholder('body', null),
    ),
    'ppt/slideLayouts/slideLayout3.xml': layout('titleOnly', placeholder('title', null) + linked),
    'ppt/slideLayouts/_rels/slideLayout3.xml.rels': relations(
      ['rId9', 'hyperlink', 'https://house.example', 'TargetMode="External"'],
      ['rId8', 'tags', '../tags/tag1.xml'],
    ),
    'ppt/theme/theme1.xml': theme,
    'ppt/media/image1.png': logo,
    ...changes,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { level: 0 },
  );
}

async function deckOn(bytes: Uint8Array) {
  const made = await deckBytes(
    { title: 'Yunji Supply', lines: ['Q3 2026'] },
    [{ title: 'Why', blocks: [] }],
    {
      title: 'T',
      author: 'Lin Yue',
      language: 'en',
      created: new Date('2026-11-22T08:00:00Z'),
      footer: 'At the foot',
      labels: { continued: (title) => title, more: String },
      letterhead: {
        logo: null,
        template: { name: 'House.potx', look: lookOf(bytes), stage: stageOf(bytes) },
      },
    },
  );
  return Object.fromEntries(Object.entries(unzipSync(made)).map(([name, part]) => [name, strFromU8(part)]));
}
const placed = (taken: StageTaken) => {
  if ('gap' in taken) throw new Error(taken.gap);
  return taken;
};

describe('the layouts of a company template', () => {
  test('say how large slides are, where titles and content stand, and how large titles are', () => {
    const { size, cover, content } = placed(stageOf(template()));
    expect(size).toEqual({ w: 10, h: 7.5 });
    expect(cover).toMatchObject({ titleType: 'ctrTitle', linesIndex: '1', title: { points: 44 } });
    expect(cover.lines).toEqual({ x: 1, y: 4, w: 8, h: 2 });
    expect(content.title).toEqual({ box: { x: 0.5, y: 0.3, w: 9, h: 1 }, points: 32 });
    expect(content.body).toEqual({ x: 0.5, y: 1.5, w: 9, h: 5 });
    expect(content.foot).toEqual({ x: 3, y: 6.9, w: 4, h: 0.4 });
  });

  test('carry the deck: its size, its master, its pictures, and titles that are theirs', async () => {
    const parts = await deckOn(template());
    expect(parts['ppt/presentation.xml']).toContain(`<p:sldSz cx="${10 * inch}" cy="${7.5 * inch}"/>`);
    expect(Object.keys(parts).filter((name) => /slideLayouts\/\w+\.xml$/.test(name))).toHaveLength(2);
    expect(parts['ppt/slideMasters/slideMaster1.xml']?.match(/<p:sldLayoutId /g)).toHaveLength(2);
    expect(parts['ppt/media/template1.png']).toBe(strFromU8(logo));
    expect(parts['ppt/theme/theme1.xml']).toContain('<a:ea typeface="Microsoft YaHei"/>');
    expect(parts['ppt/slides/slide1.xml']).toMatch(/type="ctrTitle"[\s\S]*<p:spPr\/>[\s\S]*Yunji Supply/);
    expect(parts['ppt/slides/slide1.xml']).toMatch(/type="subTitle" idx="1"[\s\S]*Q3 2026/);
    expect(parts['ppt/slides/slide2.xml']).toMatch(/<p:ph type="title"\/>[\s\S]*Why[\s\S]*At the foot/);
    for (const [name, xml] of Object.entries(parts).filter(([part]) => part.endsWith('.rels'))) {
      const folder = name.replace(/_rels\/[^/]+$/, '');
      for (const [, target = ''] of xml.matchAll(/Target="([^"]+)"/g))
        expect(parts, `${name} → ${target}`).toHaveProperty([
          new URL(target, `file:///${folder}`).pathname.slice(1),
        ]);
    }
    for (const [, part = ''] of (parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g))
      expect(parts).toHaveProperty([part]);
  });

  test('lead nowhere: links, extensions and what add-ins left are not taken along', async () => {
    const all = Object.entries(await deckOn(template()));
    expect(all.filter(([, xml]) => /house\.example|tag1|hlinkClick r:id|p14:id/.test(xml))).toEqual([]);
  });

  test('are taken however heavy the rest of the file is', () => {
    const heavy = template({ 'ppt/media/film.mp4': new Uint8Array(40 * 1024 ** 2) });
    expect(placed(stageOf(heavy)).size.w).toBe(10);
  });
});

describe('a template gives its colours and fonts alone', () => {
  const bare = layout('titleOnly', '');
  const noise = (megabytes: number) => randomFillSync(new Uint8Array(megabytes * 1024 ** 2));
  const onCover = (kind: string, more = '') => ({
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relations(['rId2', kind, '../embeddings/a.png', more]),
  });
  test.each<[string, Record<string, string | Uint8Array>, string]>([
    [
      'no layout has a title',
      { 'ppt/slideLayouts/slideLayout2.xml': bare, 'ppt/slideLayouts/slideLayout3.xml': bare },
      'no-layout',
    ],
    ['it has no master', { 'ppt/_rels/presentation.xml.rels': relations() }, 'no-layout'],
    [
      'no table finds room',
      { 'ppt/slideLayouts/slideLayout3.xml': layout('titleOnly', placeholder('title', [0, 0, 9, 5])) },
      'too-small',
    ],
    ['a picture of 5 MB is on its master', { 'ppt/media/image1.png': noise(5) }, 'too-heavy'],
    ['a picture of 40 MB is on its master', { 'ppt/media/image1.png': noise(41) }, 'too-heavy'],
    ['an object is embedded in a layout', onCover('oleObject'), 'not-portable'],
    ['a picture is linked to', onCover('image', 'TargetMode="External"'), 'not-portable'],
    [
      'a layout does not end what it begins',
      { 'ppt/slideLayouts/slideLayout3.xml': layout('titleOnly', `${placeholder('title', null)}<p:grpSp>`) },
      'not-portable',
    ],
  ])('when %s', async (_, changes, gap) => {
    const bytes = template(changes);
    expect(stageOf(bytes)).toEqual({ gap });
    const parts = await deckOn(bytes);
    expect(parts['ppt/presentation.xml']).toContain('<p:sldSz cx="12191695"');
    expect(parts['ppt/theme/theme1.xml']).toContain('<a:accent1><a:srgbClr val="C00000"/>');
  });
});
