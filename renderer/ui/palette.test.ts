import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Palette, palettes, type Theme } from './palette.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function variables(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(selector)).split('}')[0] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

test.each([
  ['light', ':root {'],
  ['dark', '[data-theme="dark"] {'],
] as const)('tokens.css names the same colours as the %s palette', (theme, selector) => {
  expect(variables(selector)).toEqual(palettes[theme]);
});

const states = ['accent', 'good', 'warn', 'bad', 'info'] as const;
const legible: [text: keyof Palette, on: keyof Palette][] = [
  ...(['ink', 'ink-2', 'ink-3'] as const).flatMap((text) =>
    (['bg', 'panel', 'sunken', 'grey-bg', 'accent-bg'] as const).map((on): [keyof Palette, keyof Palette] => [
      text,
      on,
    ]),
  ),
  ...states.flatMap((state): [keyof Palette, keyof Palette][] => [
    [state, `${state}-bg`],
    [state, 'panel'],
    [state, 'bg'],
  ]),
  ['on-accent', 'accent'],
];

test.each(['light', 'dark'] as Theme[])('every text colour of the %s theme can be read', (theme) => {
  const palette = palettes[theme];
  const faint = legible.filter(([text, on]) => contrast(palette[text], palette[on]) < 4.5);
  expect(faint).toEqual([]);
});

/** Contrast ratio by WCAG 2.2, 1 to 21. */
function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
