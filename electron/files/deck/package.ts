import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { ThemeLook } from '../../../db/letterhead/rule.ts';
import type { Language } from '../../../db/types/language.ts';
import type { DeckStage } from './stage.ts';
import { onTemplate } from './template-deck.ts';

/** The parts of a file by their names, such as `ppt/slides/slide1.xml`. */
export type Parts = Record<string, Uint8Array>;

/** The inks of a deck, by the places a theme has for them; a company's template brings its own. */
const themeInk = {
  dk1: '1D1C1A',
  lt1: 'FFFFFF',
  dk2: '5F5D58',
  lt2: 'F1F1EE',
  accent1: '0F6E64',
  accent2: 'C98A1B',
  accent3: '2B5FA8',
  accent4: 'B3382F',
  accent5: '7D7A73',
  accent6: '6CC28C',
  hlink: '0F6E64',
  folHlink: '5F5D58',
} as const;
/** Both come with Windows, macOS and Office on either; a machine without them falls back on its own. */
const fonts = { latin: 'Arial', eastAsian: 'Microsoft YaHei' } as const;
const ourLook: ThemeLook = { colours: themeInk, latin: fonts.latin, eastAsian: fonts.eastAsian };
export const referenceInk = '8F8C85';

/** How the writer's file is finished; without a look of the house's own it gets ours. */
type Finish = {
  readonly created: Date;
  readonly language: Language;
  readonly look: ThemeLook | null;
  readonly stage: DeckStage;
};

/**
 * The writer's file made sound: our theme, the day it was made, notes in paragraphs, missing figures left out, ids that are
 * each used once, and nothing listed that is not there.
 */
export function finishPackage(bytes: Uint8Array, finish: Finish): Parts {
  const parts: Parts = {};
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (name.endsWith('/')) continue;
    parts[name] = name.endsWith('.xml') ? strToU8(finished(name, strFromU8(part), finish)) : part;
  }
  onTemplate(parts, finish.stage);
  const types = parts['[Content_Types].xml'];
  if (types) {
    const listed = strFromU8(types).replace(
      /<Override PartName="\/([^"]+)"[^>]*\/>/g,
      (whole, name: string) => (parts[name] ? whole : ''),
    );
    parts['[Content_Types].xml'] = strToU8(listed);
  }
  return parts;
}

function finished(name: string, xml: string, { created, language, look }: Finish): string {
  if (name === 'docProps/core.xml')
    return xml.replace(
      /(<dcterms:(created|modified)[^>]*>)[^<]*/g,
      `$1${created.toISOString().replace(/\.\d+Z/, 'Z')}`,
    );
  if (name.startsWith('ppt/theme/')) return themed(xml, look ?? ourLook);
  if (name.startsWith('ppt/charts/'))
    return xml
      .replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '')
      .replaceAll(
        `<a:srgbClr val="${referenceInk}"/></a:solidFill><a:prstDash val="solid"/>`,
        `<a:srgbClr val="${referenceInk}"/></a:solidFill><a:prstDash val="sysDash"/>`,
      );
  if (name.startsWith('ppt/notesSlides/'))
    return notesInParagraphs(xml).replaceAll('en-US', speech(language));
  if (name.startsWith('ppt/slides/')) {
    let id = 1;
    return xml.replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${id++}"`);
  }
  return xml;
}

/** The language a run of text is marked with, for the spelling and the fonts of whoever opens it. */
export const speech = (language: Language) => (language === 'zh-CN' ? 'zh-CN' : 'en-US');

function notesInParagraphs(xml: string): string {
  return xml.replace(/<a:t>([^<]*)<\/a:t>/g, (_, text: string) =>
    text
      .split(/\r?\n/)
      .map((line) => `<a:t>${line}</a:t>`)
      .join('</a:r></a:p><a:p><a:r><a:rPr lang="en-US" dirty="0"/>'),
  );
}

function themed(xml: string, { colours, latin, eastAsian }: ThemeLook): string {
  const inks = Object.entries(colours)
    .map(([place, ink]) => `<a:${place}><a:srgbClr val="${ink}"/></a:${place}>`)
    .join('');
  return xml
    .replace(/<a:clrScheme .*?<\/a:clrScheme>/s, `<a:clrScheme name="Tenure">${inks}</a:clrScheme>`)
    .replace(
      /<a:(major|minor)Font>.*?<\/a:\1Font>/gs,
      `<a:$1Font><a:latin typeface="${quoted(latin ?? fonts.latin)}"/><a:ea typeface="${quoted(eastAsian ?? fonts.eastAsian)}"/><a:cs typeface=""/></a:$1Font>`,
    );
}

const quoted = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The parts as a file; parts that are compressed already are stored as they are. */
export function packed(parts: Parts): Uint8Array {
  const { '[Content_Types].xml': types, ...rest } = parts;
  const input: Record<string, [Uint8Array, { level: 0 | 6 }]> = {};
  if (types) input['[Content_Types].xml'] = [types, { level: 6 }]; // readers expect it first
  for (const [name, part] of Object.entries(rest))
    input[name] = [part, { level: /\.(png|jpe?g|xlsx)$/i.test(name) ? 0 : 6 }];
  return zipSync(input, { mtime: new Date('2000-01-01T00:00:00') });
}
