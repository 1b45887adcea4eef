import papaparse from 'papaparse'; // CommonJS: Node finds no names in it
import { Failure } from '../../../db/failure.ts';
import { columnLimit, type Grid, Marks, rowLimit } from './grid.ts';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/**
 * The encoding of a text file: by its byte order mark, else the first one it is valid in. Any bytes are valid Western
 * text (windows-1252), so that comes last, and wins over GB18030 only where the pairs do not look Chinese.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 1].map((side) => sample.filter((byte, index) => byte === 0 && index % 2 === side).length);
  // Western letters in UTF-16 have a zero beside them; text of one byte per character has none at all.
  if ((zeros[1] ?? 0) > sample.length / 8) return 'utf-16le';
  if ((zeros[0] ?? 0) > sample.length / 8) return 'utf-16be';
  if (decodes(bytes, 'utf-8')) return 'utf-8';
  return decodes(bytes, 'gb18030') && looksChinese(bytes) ? 'gb18030' : 'windows-1252';
}

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Common Chinese characters are two high bytes; accented Western letters are one, with a low one behind it. */
function looksChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let single = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    if ((bytes[at + 1] ?? 0) >= 0xa1) pairs++;
    else single++;
    at++;
  }
  return pairs > single * 2;
}

/** The separator that splits the first lines most evenly, comma when none does. Honours Excel's own `sep=;` line. */
export function separatorOf(text: string): Separator {
  const stated = /^sep=(.)\r?\n/.exec(text)?.[1];
  const known = separators.find((separator) => separator === stated);
  if (known) return known;
  const { meta } = papaparse.parse<string[]>(text.slice(0, 64 * 1024), {
    preview: 50,
    delimitersToGuess: [...separators],
  });
  return separators.find((separator) => separator === meta.delimiter) ?? ',';
}

export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Characters of a line, line breaks inside quotes apart. 16,384 columns of 60 characters; more is no table but a broken file. */
const lineLimit = 1_000_000;

/** The number of the first line that is too long, counted from 1; found before the parser, which slows down with its length. */
function firstLongLine(text: string): number | null {
  let [line, from] = [1, 0];
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    // A file of the old Macintosh ends its lines with a return alone.
    if (to - from > lineLimit && !text.slice(from, from + lineLimit).includes('\r')) return line;
    from = to + 1;
    line += 1;
  }
  return null;
}

/**
 * The text's rows, every cell as text.
 * @throws Failure import.too-many-rows, import.line-too-long, import.open-quote with the row (counted from 1) where a quote begins and never ends
 */
export function readCsv(text: string, separator: Separator): Grid {
  const body = text.replace(/^sep=.\r?\n/, '');
  const line = firstLongLine(body);
  if (line !== null) throw new Failure('import.line-too-long', { row: line, limit: lineLimit });
  const { data, errors } = papaparse.parse<string[]>(body, { delimiter: separator });
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open) throw new Failure('import.open-quote', { row: (open.row ?? 0) + 1 });
  if (data.length > rowLimit) throw new Failure('import.too-many-rows', { limit: rowLimit });
  const marks = new Marks();
  let cutColumns = 0;
  const rows = data.map((cells, row) => {
    const beyond = cells.slice(columnLimit);
    cutColumns = Math.max(cutColumns, beyond.findLastIndex((cell) => cell !== '') + 1);
    return cells.slice(0, columnLimit).map((cell, column) => {
      // Programs write ="007" to keep Excel from eating the zeros.
      const kept = /^="(.*)"$/s.exec(cell)?.[1];
      if (kept !== undefined) return kept.replaceAll('""', '"');
      if (cell.startsWith('=')) marks.set(row, column, { formula: true });
      return cell === '' ? null : cell;
    });
  });
  while (rows.at(-1)?.every((cell) => cell === null)) rows.pop();
  return { rows, markAt: marks.at, cutColumns };
}
