import { Failure } from '../../../db/failure.ts';
import { columnLimit, type Grid, type GridValue, Marks, rowLimit } from './grid.ts';
import type { NumberKind } from './number-kind.ts';
import { attribute, scanXml } from './xml.ts';

/** `_x000D_` stands for a character XML cannot carry. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A sheet's cells from its part. @throws Failure import.too-many-rows; RangeError where the part makes no sense */
export function readSheet(
  xml: string,
  strings: readonly string[],
  kinds: readonly NumberKind[],
  epoch1904: boolean,
): Grid {
  const rows: GridValue[][] = [];
  const marks = new Marks();
  const merged: string[] = [];
  const cut = new Set<number>();
  let row = -1;
  let column = -1;
  let type = 'n';
  let kind: NumberKind | undefined;
  let content = '';
  let inValue = false;
  let formula = false;
  let phonetic = false;

  function finishCell(): void {
    if (content === '' && !formula) return;
    const cells = rows[row];
    if (!cells) return;
    if (column >= columnLimit) {
      cut.add(column);
      return;
    }
    while (cells.length < column) cells.push(null);
    if (formula) marks.set(row, column, { formula: true });
    // A formula that gives no text says so by its type; one without a value was never calculated.
    if (formula && content === '' && type !== 'str') marks.set(row, column, { isUncalculated: true });
    if (type === 'e') marks.set(row, column, { error: content });
    else if (kind?.currency !== undefined) marks.set(row, column, kind.mark);
    cells[column] = cellValue(type, content, strings, kind, epoch1904);
  }

  scanXml(xml, {
    open(name, attributes) {
      if (name === 'c') {
        column = columnOf(attribute(attributes, 'r')) ?? column + 1;
        type = attribute(attributes, 't') ?? 'n';
        kind = kinds[Number(attribute(attributes, 's') ?? 0)];
        content = '';
        formula = false;
      } else if (name === 'v' || name === 't') inValue = !phonetic;
      else if (name === 'f') formula = true;
      else if (name === 'rPh') phonetic = true;
      else if (name === 'row') {
        row = Number(attribute(attributes, 'r') ?? row + 2) - 1;
        if (row >= rowLimit) throw new Failure('import.too-many-rows', { limit: rowLimit });
        while (rows.length <= row) rows.push([]);
        column = -1;
      } else if (name === 'mergeCell') merged.push(attribute(attributes, 'ref') ?? '');
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c') finishCell();
    },
    text(text) {
      if (inValue) content += text;
    },
  });
  for (const range of merged) spread(range, rows, marks);
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return { rows, markAt: marks.at, cutColumns: cut.size };
}

function cellValue(
  type: string,
  content: string,
  strings: readonly string[],
  kind: NumberKind | undefined,
  epoch1904: boolean,
): GridValue {
  switch (type) {
    case 's':
      return strings[Number(content)] ?? null;
    case 'str':
    case 'inlineStr':
      return unescaped(content);
    case 'b':
      return content === '1' || content === 'true';
    case 'd':
      return content.replace('T', ' ').replace(/(:\d\d):\d\d(\.\d+)?Z?$/, '$1');
    case 'e':
      return null;
    default: {
      const number = Number(content);
      if (content.trim() === '' || !Number.isFinite(number)) return null;
      return kind?.date ? dateOfSerial(number + (epoch1904 ? 1462 : 0)) : number;
    }
  }
}

/** ISO text of a day number, with the time of day when there is one, or the number itself when it names no day. */
function dateOfSerial(serial: number): GridValue {
  // To the millisecond, since a day's fraction is seldom exact; never to the minute, which takes 23:59:30 to the next day.
  const minutes = Math.floor(Math.round(serial * 86_400_000) / 60_000);
  // Day 60 is the 29 February 1900 that never was; beyond the last one lies the year 10000.
  if (serial < 1 || serial >= 2_958_466) return serial;
  const shift = serial < 60 ? 1 : 0;
  const iso = new Date(minutes * 60_000 + (shift - 25_569) * 86_400_000).toISOString();
  return minutes % 1440 === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}

/** `C7` → 2, counted from 0. */
function columnOf(reference: string | null): number | null {
  if (reference === null) return null;
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column === 0 ? null : column - 1;
}

/** Gives all merged cells the first one's value, as far as there are rows. */
function spread(range: string, rows: GridValue[][], marks: Marks): void {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range);
  const [left, right] = [columnOf(match?.[1] ?? null), columnOf(match?.[3] ?? null)];
  if (!match || left === null || right === null) return;
  const top = Number(match[2]) - 1;
  const value = rows[top]?.[left] ?? null;
  for (let row = top; row < Math.min(rows.length, Number(match[4])); row++) {
    const cells = rows[row];
    for (let column = left; cells && column <= Math.min(right, columnLimit - 1); column++) {
      while (cells.length <= column) cells.push(null);
      cells[column] = value;
      marks.set(row, column, { merged: true });
    }
  }
}
