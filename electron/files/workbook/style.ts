import type { Cell, CellStyle } from './sheet.ts';

/** The same inks as on screen, as RRGGBB; files are always light. */
const ink = { text: '1D1C1A', second: '5F5D58', third: '8F8C85', accent: '0F6E64', line: 'E4E3DF' } as const;
const ground = { accent: 'E3F1EE', sunken: 'F1F1EE', input: 'FFFDF2' } as const;

export const stateInk = {
  good: { text: '2F7D4F', ground: 'E6F3EA' },
  warn: { text: '9A6700', ground: 'FBF1D9' },
  bad: { text: 'B3382F', ground: 'FBE9E7' },
} as const;

/** Series colours in order, told apart in grey print by their lightness too; the last is for what is compared against. */
export const seriesInk = ['0F6E64', 'C98A1B', '2B5FA8', 'B3382F', '7D7A73', '6CC28C'] as const;
export const referenceInk = '8F8C85';
export const gridInk = ink.line;

/** From worst to best, for heat maps; readable with dark text. */
export const scaleInk = ['F6C7C2', 'FBF1D9', 'BFE3CC'] as const;

export interface Look {
  readonly text: string;
  readonly ground?: string;
  readonly bold?: boolean;
  /** Points more than the language's default font. */
  readonly larger?: number;
  readonly line?: 'below' | 'above' | 'around';
  readonly lineInk?: string;
  readonly align?: 'left';
  readonly middle?: boolean;
}

const looks: Readonly<Record<CellStyle, Look>> = {
  title: { text: ink.text, bold: true, larger: 7, middle: true },
  subtitle: { text: ink.second },
  section: { text: ink.accent, bold: true, larger: 2, line: 'below', lineInk: ink.accent, middle: true },
  heading: {
    text: ink.second,
    bold: true,
    ground: ground.sunken,
    line: 'below',
    lineInk: ink.third,
    middle: true,
  },
  label: { text: ink.second },
  body: { text: ink.text },
  value: { text: ink.text, align: 'left' },
  muted: { text: ink.third },
  input: { text: ink.text, ground: ground.input, line: 'around', lineInk: ink.line, align: 'left' },
  total: { text: ink.text, bold: true, line: 'above', lineInk: ink.third },
  good: { text: stateInk.good.text, ground: stateInk.good.ground },
  warn: { text: stateInk.warn.text, ground: stateInk.warn.ground },
  bad: { text: stateInk.bad.text, ground: stateInk.bad.ground },
};

export function lookOf(cell: Cell): Look {
  if (cell.link !== undefined) return { ...looks[cell.style ?? 'body'], text: ink.accent };
  return looks[cell.style ?? 'body'];
}
