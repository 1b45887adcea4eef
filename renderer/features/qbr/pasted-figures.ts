import type { FigureLine } from '../../../db/qbr/figure.ts';
import { pastedCells, pastedDay, pastedNumber } from '../../lib/pasted-cells.ts';

/** What a pasted table says, and the lines of it that cannot be read, by number from 1. */
export type PastedFigures = { readonly lines: readonly FigureLine[]; readonly unread: readonly number[] };

/**
 * Reads lines copied from a spreadsheet: name, this period, comparison period, unit, source, day, and what was done. What is
 * empty is unknown; a number or a day that is none makes its line unreadable, as does a name without anything beside it.
 */
export function pastedFigures(text: string): PastedFigures {
  const lines: FigureLine[] = [];
  const unread: number[] = [];
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    if (row.trim() === '') continue;
    const [label = '', value = '', before = '', unit = '', source = '', day = '', remark = ''] =
      pastedCells(row);
    const figures = [value, before].map((cell) => (cell === '' ? null : pastedNumber(cell)));
    const isRead =
      label !== '' &&
      [value, before].every((cell, at) => cell === '' || figures[at] !== null) &&
      (day === '' || pastedDay(day) !== null) &&
      (value !== '' || remark !== '');
    if (!isRead) unread.push(index + 1);
    else
      lines.push({
        label,
        value: figures[0] ?? null,
        before: figures[1] ?? null,
        // A percent sign beside the number says the unit where no column does.
        unit: unit || (value.endsWith('%') ? '%' : ''),
        source: source || null,
        asOf: day === '' ? null : pastedDay(day),
        remark: remark || null,
      });
  }
  return { lines, unread };
}
