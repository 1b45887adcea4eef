import { Failure } from '../../db/failure.ts';
import { importFields } from '../export/sheets.ts';
import {
  decode,
  type Encoding,
  encodingOf,
  readCsv,
  type Separator,
  separatorOf,
} from '../files/workbook/csv.ts';
import type { Grid } from '../files/workbook/grid.ts';
import { kindOfCategory, refuseElsewhere, type WorkbookKind } from '../files/workbook/workbook-kind.ts';
import { openXlsx, type SheetListing } from '../files/workbook/xlsx.ts';
import { isHeadingOf } from './match.ts';
import { withStackedTables } from './stacked-tables.ts';

/** How a text file is to be understood; found out when absent. Workbooks say it themselves. */
export interface TextChoice {
  readonly encoding?: Encoding;
  readonly separator?: Separator;
}

/** A file opened for import: what is in it, and the way to its cells. */
export interface Source {
  readonly sheets: readonly SheetListing[];
  /** What it is, where it is a workbook of ours. */
  readonly kind: WorkbookKind | null;
  /** Null for workbooks. */
  readonly text: Required<TextChoice> | null;
  /** @throws Failure import.too-many-rows, import.too-large, import.damaged, import.open-quote */
  read(sheet: number): Grid;
}

/** What Excel (`~$form.xlsx`) and LibreOffice (`.~lock.form.xlsx#`) lay beside a file for as long as it is open. */
const openMark = /^(?:~\$|\.~lock\.)(.+?)#?$/;

/**
 * Opens a file by what is in it, whatever its name says. `name` becomes the name of a text file's only sheet.
 * @throws Failure import.still-open, import.empty, import.unknown-format, import.old-excel, import.password-protected, import.damaged,
 * import.too-large
 */
export function openSource(bytes: Uint8Array, name: string, choice: TextChoice = {}): Source {
  const [, opened] = openMark.exec(name) ?? [];
  if (opened !== undefined) throw new Failure('import.still-open', { file: opened });
  if (bytes.length === 0) throw new Failure('import.empty');
  if (startsWith(bytes, [0x50, 0x4b])) {
    const { category, ...workbook } = openXlsx(bytes);
    return { ...workbook, kind: kindOfCategory(category), text: null };
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldFormat(bytes);
  const encoding = choice.encoding ?? encodingOf(bytes);
  const text = decode(bytes, encoding);
  if (text.includes('\0') || /^\s*(<(!doctype|html|table|\?xml)|%PDF-|\{\\rtf)/i.test(text))
    throw new Failure('import.unknown-format');
  if (text.trim() === '') throw new Failure('import.empty');
  const separator = choice.separator ?? separatorOf(text);
  return {
    sheets: [{ name, hidden: false }],
    kind: null,
    text: { encoding, separator },
    read: () => readCsv(text, separator),
  };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Excel 97's container also wraps today's workbooks when they have a password. */
function oldFormat(bytes: Uint8Array): Failure {
  const marker = Buffer.from('EncryptedPackage', 'utf16le');
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(marker);
  return new Failure(encrypted ? 'import.password-protected' : 'import.old-excel');
}

const isHeading = isHeadingOf(Object.values(importFields).flat());

/**
 * `openSource`, for the import: tables below others are sheets of their own.
 * @throws Failure as it does, and what refuseElsewhere throws for files of ours that belong elsewhere
 */
export function openImport(bytes: Uint8Array, name: string, choice: TextChoice = {}): Source {
  const source = openSource(bytes, name, choice);
  refuseElsewhere(source.kind);
  return source.kind === null ? withStackedTables(source, isHeading) : source;
}
