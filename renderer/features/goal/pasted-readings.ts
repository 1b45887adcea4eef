import { isIsoDate } from '../../../db/domain/calendar.ts';
import type { ReadingShown } from '../../../db/domain/qbr-content.ts';

/** What a pasted table says, and the lines of it that say nothing that can be read, by number from 1. */
export type PastedReadings = {
  readonly readings: readonly ReadingShown[];
  readonly unread: readonly number[];
};

/**
 * Reads lines copied from a spreadsheet: a day, a value and perhaps a source, apart by tabs or semicolons. Days are written
 * year first; a value may have thousands grouped by commas or spaces, and a percent sign.
 */
export function pastedReadings(text: string): PastedReadings {
  const readings: ReadingShown[] = [];
  const unread: number[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [day = '', value = '', source = ''] = line.split(/[\t;]/).map((cell) => cell.trim());
    const on = dayOf(day);
    const number = Number(value.replace(/(?<=\d)[, \u00a0](?=\d{3})/g, '').replace(/%$/, ''));
    if (on === null || value === '' || !Number.isFinite(number)) unread.push(index + 1);
    else readings.push({ on, value: number, source: source || null });
  }
  return { readings, unread };
}

function dayOf(text: string): string | null {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (!match) return null;
  const day = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  return isIsoDate(day) ? day : null;
}
