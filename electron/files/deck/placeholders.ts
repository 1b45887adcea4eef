import type { SlideBox } from '../../../db/letterhead/rule.ts';
import { attribute, scanXml } from '../workbook/xml.ts';

/** A placeholder of a layout or master; what it leaves to the one above it is null. */
export type Placeholder = {
  readonly type: string;
  readonly index: string | null;
  readonly box: SlideBox | null;
  readonly points: number | null;
};

export type LayoutRead = {
  /** Such as `title` or `titleOnly`; null where the template's maker drew a layout of her own. */
  readonly type: string | null;
  readonly placeholders: readonly Placeholder[];
  /** Size of titles in points as the master has it. */
  readonly titlePoints: number | null;
};

/** English Metric Units in an inch. */
const emu = 914_400;

/** The placeholders of a layout's or master's XML. @throws RangeError for XML that does not end */
export function readPlaceholders(xml: string): LayoutRead {
  const open: string[] = [];
  const placeholders: Placeholder[] = [];
  let type: string | null = null;
  let titlePoints: number | null = null;
  let shape: { -readonly [Key in keyof Placeholder]: Placeholder[Key] } | null = null;
  let offset: { x: number; y: number } | null = null;
  scanXml(xml, {
    open(name, attributes) {
      const inside = (...names: readonly string[]) => names.every((each) => open.includes(each));
      const number = (key: string) => Number(attribute(attributes, key) ?? Number.NaN);
      if (name === 'sldLayout') type = attribute(attributes, 'type');
      if (name === 'sp' && !open.includes('grpSp')) {
        shape = { type: '', index: null, box: null, points: null };
        offset = null;
      }
      if (name === 'defRPr' && attribute(attributes, 'sz') !== null && open.at(-1) === 'lvl1pPr') {
        if (inside('titleStyle')) titlePoints = number('sz') / 100;
        else if (shape && inside('lstStyle')) shape.points = number('sz') / 100;
      }
      if (shape && name === 'ph') {
        shape.type = attribute(attributes, 'type') ?? 'obj';
        shape.index = attribute(attributes, 'idx');
      }
      if (shape && name === 'off' && inside('spPr', 'xfrm')) offset = { x: number('x'), y: number('y') };
      if (shape && offset && name === 'ext' && open.at(-1) === 'xfrm')
        shape.box = { x: offset.x / emu, y: offset.y / emu, w: number('cx') / emu, h: number('cy') / emu };
      open.push(name);
    },
    close(name) {
      open.pop();
      if (name !== 'sp' || !shape) return;
      if (shape.type !== '') placeholders.push(shape);
      shape = null;
    },
    text: () => undefined,
  });
  return { type, placeholders, titlePoints };
}
