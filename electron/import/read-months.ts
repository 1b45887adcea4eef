import type { GridValue } from '../files/workbook/grid.ts';

const written = /^(\d+(?:\.\d+)?)\s*(?:(months?|mos?|mths?|m|个月|月)|(years?|yrs?|y|年))?\.?$/i;
const chineseFigures: Readonly<Record<string, string>> = {
  一: '1',
  两: '2',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  半: '0.5',
};

/** Whole months of a length of time: 24, "24 months", "2 years", 24个月, 两年, 半年; null when the cell says none. */
export function readMonths(value: GridValue): number | null {
  const text = String(value ?? '')
    .normalize('NFKC')
    .trim()
    .replace(/^[一两二三四五半]/, (figure) => chineseFigures[figure] ?? figure);
  const [, figure, , years] = written.exec(text) ?? [];
  if (figure === undefined) return null;
  const months = Number(figure) * (years === undefined ? 1 : 12);
  return Number.isInteger(months) ? months : null;
}
