import { strFromU8, strToU8, unzipSync } from 'fflate';
import { type DeckStage, linesShape } from './stage.ts';
import { stagePlaces } from './template-parts.ts';

/** What presentations outside our own writer call these pictures. */
const pictureTypes = { emf: 'image/x-emf', wmf: 'image/x-wmf' } as const;

/**
 * Puts a deck on the layouts of its template: they take the place of the writer's, and titles get their place, fonts and colours
 * from them. Changes nothing of a deck without one.
 */
export function onTemplate(parts: Record<string, Uint8Array>, { template, cover }: DeckStage): void {
  if (template === null) return;
  for (const name of Object.keys(parts)) if (/^ppt\/slide(Master|Layout)s\//.test(name)) delete parts[name];
  Object.assign(parts, unzipSync(Buffer.from(template, 'base64')));
  change(parts, stagePlaces.theme, withChineseFont);
  change(parts, '[Content_Types].xml', (xml) =>
    Object.entries(pictureTypes).reduce(
      (types, [extension, type]) =>
        types.replace('<Override', `<Default Extension="${extension}" ContentType="${type}"/><Override`),
      xml,
    ),
  );
  for (const name of Object.keys(parts)) {
    if (!/^ppt\/slides\/slide\d+\.xml$/.test(name)) continue;
    const isCover = name === 'ppt/slides/slide1.xml';
    const title = `<p:ph type="${isCover ? cover.titleType : 'title'}"/>`;
    change(parts, name, (xml) =>
      xml.replace(/<p:sp>.*?<\/p:sp>/gs, (shape) => {
        if (/<p:ph\s[^>]*type="title"/.test(shape)) return inherited(shape, title);
        if (isCover && cover.linesIndex !== null && shape.includes(`name="${linesShape}"`))
          return inherited(shape, `<p:ph type="subTitle" idx="${cover.linesIndex}"/>`);
        return shape;
      }),
    );
  }
}

/** A shape that has nothing of its own but its text and the text's size: the rest is the placeholder's. */
function inherited(shape: string, placeholder: string): string {
  return shape
    .replace(/<p:nvPr>.*?<\/p:nvPr>/s, `<p:nvPr>${placeholder}</p:nvPr>`)
    .replace(/<p:spPr>.*?<\/p:spPr>/s, '<p:spPr/>')
    .replace(/<a:bodyPr\b[^>]*>.*?<\/a:bodyPr>/s, '<a:bodyPr><a:normAutofit/></a:bodyPr>')
    .replace(/<a:pPr\b[^>]*\/>|<a:pPr\b[^>]*>.*?<\/a:pPr>/gs, '')
    .replace(/<a:solidFill>.*?<\/a:solidFill>/gs, '')
    .replace(/(<a:rPr\b[^>]*?) b="1"/g, '$1');
}

/** Most templates leave Chinese to the reader's machine, where it may be any font. */
function withChineseFont(theme: string): string {
  return theme.replaceAll('<a:ea typeface=""/>', '<a:ea typeface="Microsoft YaHei"/>');
}

function change(parts: Record<string, Uint8Array>, name: string, how: (xml: string) => string): void {
  const part = parts[name];
  if (part) parts[name] = strToU8(how(strFromU8(part)));
}
