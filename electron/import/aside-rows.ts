import { headingWord } from '../../db/types/heading-word.ts';
import { type Grid, type GridValue, isBlank } from '../files/workbook/grid.ts';
import { readNumber } from './read-number.ts';

/** What a row below a list is that is none of its records: a sum, the headings once more, or a remark. */
export type Aside = 'total' | 'headings' | 'note';

const totalWords =
  /^(?:(?:grand|sub|overall)?totals?|sum|average|合计|总计|小计|汇总|共计|总和|累计|平均值?)$/;
const noteStart =
  /^(?:note|notes|n\.?b\.?|source|remark|remarks|exported|generated|printed|legend|备注|注|说明|数据来源|来源|制表|导出)\s*[:：]|^[*＊※]/i;
/** A remark is a sentence; names and keys are shorter. */
const noteLength = 60;

/**
 * The rows of a list that are not its records, by their place in the grid. A row is only taken for one where nothing else
 * in it says otherwise: an account called Total has an industry or a day beside it. `rows` are those that hold something.
 */
export function asideRows(
  grid: Grid,
  header: number | null,
  rows: readonly number[],
): ReadonlyMap<number, Aside> {
  const found = new Map<number, Aside>();
  if (header === null) return found;
  const headings = grid.rows[header] ?? [];
  const width = headings.filter((heading) => !isBlank(heading)).length;
  if (width < 2) return found;
  for (const row of rows) {
    const cells = cellsOf(grid, row);
    if (isTotal(cells)) found.set(row, 'total');
    else if (repeats(grid.rows[row] ?? [], headings)) found.set(row, 'headings');
  }
  if (width < 3) return found;
  // Remarks stand at the end, alone in their rows: below a gap, or known by how they begin or by their length.
  const tail = rows.toReversed().filter((row) => !found.has(row));
  const remarks = tail.slice(
    0,
    Math.max(
      0,
      tail.findIndex((row) => !isAlone(cellsOf(grid, row))),
    ),
  );
  const last = tail[remarks.length] ?? header;
  const first = remarks.at(-1) ?? last;
  let isBelowGap = false;
  for (let row = last + 1; row < first; row++) isBelowGap ||= !found.has(row);
  for (const row of remarks) {
    const text = String(cellsOf(grid, row)[0] ?? '').trim();
    if (isBelowGap || noteStart.test(text) || text.length > noteLength) found.set(row, 'note');
  }
  return found;
}

/** What a row says, cells that were merged into one counted once. */
function cellsOf(grid: Grid, row: number): GridValue[] {
  const cells: GridValue[] = [];
  for (const [column, value] of (grid.rows[row] ?? []).entries()) {
    const isRepeated = grid.markAt(row, column)?.merged === true && cells.at(-1) === value;
    if (!isBlank(value) && !isRepeated) cells.push(value);
  }
  return cells;
}

function isTotal([label, ...others]: readonly GridValue[]): boolean {
  if (typeof label !== 'string') return false;
  const word = headingWord(label.normalize('NFKC').replace(/[:：].*$/s, ''));
  return totalWords.test(word) && others.every((value) => readNumber(value) !== null || isTotal([value]));
}

function repeats(cells: readonly GridValue[], headings: readonly GridValue[]): boolean {
  const filled = cells.flatMap((value, column) => (isBlank(value) ? [] : [column]));
  return (
    filled.length > 1 &&
    filled.every((column) => String(cells[column]).trim() === String(headings[column] ?? '').trim())
  );
}

function isAlone(cells: readonly GridValue[]): boolean {
  return cells.length === 1 && typeof cells[0] === 'string';
}
