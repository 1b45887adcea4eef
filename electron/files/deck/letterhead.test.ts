import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Letterhead } from '../../../db/letterhead/rule.ts';
import { deckBytes } from './deck.ts';
import { logoFrom } from './picture.ts';
import { lookOf } from './template.ts';

const make = (letterhead?: Letterhead) =>
  deckBytes({ title: 'A', lines: [] }, [{ title: 'B', blocks: [] }], {
    title: 'T',
    author: 'Lin Yue',
    language: 'en',
    created: new Date('2026-11-22T08:00:00Z'),
    footer: 'F',
    labels: { continued: (title) => title, more: String },
    ...(letterhead && { letterhead }),
  });

/** A company's template: a deck whose theme says other colours and fonts. */
async function template(change: (theme: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await make());
  const theme = strFromU8(parts['ppt/theme/theme1.xml'] ?? new Uint8Array());
  return zipSync({ ...parts, 'ppt/theme/theme1.xml': strToU8(change(theme)) });
}
const house = (theme: string) =>
  theme
    .replace('<a:srgbClr val="0F6E64"/></a:accent1>', '<a:srgbClr val="c00000"/></a:accent1>')
    .replace('<a:dk1><a:srgbClr val="1D1C1A"/>', '<a:dk1><a:sysClr val="windowText" lastClr="111111"/>')
    .replaceAll('typeface="Arial"', 'typeface="House &amp; Sons"');

describe('a company template', () => {
  test('gives its colours and fonts to every deck after it', async () => {
    const look = lookOf(await template(house));
    expect(look.colours).toMatchObject({ accent1: 'C00000', dk1: '111111' });
    expect(look.latin).toBe('House & Sons');
    const parts = unzipSync(await make({ logo: null, template: { name: 'House.pptx', look, stage: null } }));
    const theme = strFromU8(parts['ppt/theme/theme1.xml'] ?? new Uint8Array());
    expect(theme).toContain('<a:accent1><a:srgbClr val="C00000"/>');
    expect(theme).toContain('typeface="House &amp; Sons"');
    expect(strFromU8(parts['ppt/slideLayouts/slideLayout2.xml'] ?? new Uint8Array())).toContain(
      '<a:schemeClr val="accent1"/>',
    );
  });

  test('without colours is refused as such', async () => {
    const bare = await template((theme) => theme.replace(/<a:accent3>.*?<\/a:accent3>/, ''));
    expect(() => lookOf(bare)).toThrow(expect.objectContaining({ code: 'letterhead.no-theme' }));
  });

  test.each([
    ['no archive', strToU8('not a presentation')],
    ['a workbook', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })],
    ['nothing', new Uint8Array()],
  ])('that is %s is refused', (_, bytes) => {
    expect(() => lookOf(bytes)).toThrow(expect.objectContaining({ code: 'letterhead.not-a-template' }));
  });

  test('cut off in the middle is refused', async () => {
    const whole = await template(house);
    expect(() => lookOf(whole.subarray(0, whole.length / 2))).toThrow(
      expect.objectContaining({ code: 'letterhead.not-a-template' }),
    );
  });
});

describe('a logo', () => {
  const png = Buffer.alloc(24);
  png.write('89504e470d0a1a0a', 'hex');
  png.writeUInt32BE(300, 16);
  png.writeUInt32BE(100, 20);
  const jpeg = Buffer.from('ffd8ffe000040000ffc000110800640190030000000000', 'hex');

  test('keeps its proportions, whatever the file is called', () => {
    expect(logoFrom(png)).toMatchObject({ type: 'png', ratio: 3 });
    expect(logoFrom(jpeg)).toMatchObject({ type: 'jpeg', ratio: 4 });
  });

  test.each([
    ['text', strToU8('<svg/>')],
    ['nothing', new Uint8Array()],
    ['a picture without height', Buffer.concat([png.subarray(0, 20), Buffer.alloc(4)])],
  ])('that is %s is refused', (_, bytes) => {
    expect(() => logoFrom(bytes)).toThrow(expect.objectContaining({ code: 'letterhead.not-a-picture' }));
  });
});
