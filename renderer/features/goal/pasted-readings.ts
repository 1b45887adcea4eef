import type { ReadingShown } from '../../../db/qbr/content.ts';
import { pastedCells, pastedDay, pastedNumber } from '../../lib/pasted-cells.ts';

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
    const [day = '', value = '', source = ''] = pastedCells(line);
    const on = pastedDay(day);
    const number = pastedNumber(value);
    if (on === null || number === null) unread.push(index + 1);
    else readings.push({ on, value: number, source: source || null });
  }
  return { readings, unread };
}
