import { type IsoDate, isIsoDate } from '../../db/types/calendar.ts';

/** The cells of a line copied from a spreadsheet, apart by tabs, or by semicolons where it has no tab. */
export function pastedCells(line: string): string[] {
  return line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.trim());
}

/** A day written year first; null for anything else, 03/04/2026 too, which could be either. */
export function pastedDay(text: string): IsoDate | null {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (!match) return null;
  const day = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  return isIsoDate(day) ? day : null;
}

/** A number as people write them: thousands grouped by commas or spaces, and a percent sign. Null for anything else. */
export function pastedNumber(text: string): number | null {
  const number = Number(text.replace(/(?<=\d)[, \u00a0](?=\d{3})/g, '').replace(/\s*%$/, ''));
  return text === '' || !Number.isFinite(number) ? null : number;
}
