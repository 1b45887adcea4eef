import { Failure } from '../../../db/failure.ts';
import { type ThemeLook, type ThemePlace, themePlaces } from '../../../db/letterhead/rule.ts';
import { attribute, scanXml } from '../workbook/xml.ts';
import { Zip } from '../workbook/zip.ts';

/** Unpacked, the parts read of a template weigh less; a file that claims more is not one. */
const limit = 20 * 1024 ** 2;

/**
 * Colours and fonts of a company's .pptx or .potx; its layouts are read by template-stage.ts.
 * @throws Failure letterhead.not-a-template for what is no presentation or damaged, letterhead.no-theme
 */
export function lookOf(bytes: Uint8Array): ThemeLook {
  const theme = themePart(bytes);
  const colours: Partial<Record<ThemePlace, string>> = {};
  const fonts: { latin: string | null; eastAsian: string | null } = { latin: null, eastAsian: null };
  const open: string[] = [];
  try {
    scanXml(theme, {
      open(name, attributes) {
        const place = themePlaces.find((each) => each === open.at(-1));
        // A system colour names what it was when the file was saved.
        const value = attribute(attributes, name === 'sysClr' ? 'lastClr' : 'val');
        if (place && open.at(-2) === 'clrScheme' && value && /^[0-9a-f]{6}$/i.test(value))
          colours[place] ??= value.toUpperCase();
        const typeface = attribute(attributes, 'typeface');
        if (open.at(-1) === 'minorFont' && typeface) {
          if (name === 'latin') fonts.latin ??= typeface;
          if (name === 'ea') fonts.eastAsian ??= typeface;
        }
        open.push(name);
      },
      close: () => void open.pop(),
      text: () => undefined,
    });
  } catch (error) {
    throw new Failure('letterhead.not-a-template', {}, { cause: error });
  }
  if (!isWhole(colours)) throw new Failure('letterhead.no-theme');
  return { colours, ...fonts };
}

function themePart(bytes: Uint8Array): string {
  try {
    const zip = new Zip(bytes, limit);
    if (!zip.has('ppt/presentation.xml')) throw new Failure('letterhead.not-a-template');
    const part = zip.part('ppt/theme/theme1.xml');
    if (!part) throw new Failure('letterhead.no-theme');
    return part.toString('utf8');
  } catch (error) {
    if (error instanceof Failure && error.code === 'letterhead.no-theme') throw error;
    throw new Failure('letterhead.not-a-template', {}, { cause: error });
  }
}

function isWhole(colours: Partial<Record<ThemePlace, string>>): colours is Record<ThemePlace, string> {
  return themePlaces.every((place) => colours[place] !== undefined);
}
