import { once } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import { Writable } from 'node:stream';
import type { Style, WorksheetWriter } from '@cj-tech-master/excelts';
import { Failure } from '../../../db/failure.ts';
import { saveExport } from '../../export/save-export.ts';
import { stored, type YesNoWords } from './cell.ts';
import { rangeOf } from './sheet.ts';
import { bodyOptions, type Column, cellOf, fittingWidths, headingCells } from './table.ts';
import {
  cellStyles,
  documentProperties,
  fontOf,
  type WorkbookProperties,
  worksheetOptions,
} from './workbook.ts';

/** A table of any length, with its kind of row known only to itself: made by streamedTable. */
export interface StreamedTable {
  readonly name: string;
  readonly write: (worksheet: WorksheetWriter, context: Context) => Promise<void>;
}

interface Context {
  readonly labels: YesNoWords;
  readonly styleOf: ReturnType<typeof cellStyles>;
  /** Called after every so many rows: reports, waits for the disk, and stops when cancelled. */
  readonly pause: (rows: number) => Promise<void>;
}

export interface Progress {
  /** Rows written since the last call. */
  readonly advance?: (rows: number) => void;
  readonly signal?: AbortSignal;
}

/** The most rows a sheet can have, its heading included. */
const rowLimit = 1_048_576;
const rowsPerPause = 500;

/**
 * One table for writeTables. `name` is a valid sheet name, `rows` are read once, one at a time.
 * @throws Failure export.too-many-rows while writing
 */
export function streamedTable<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): StreamedTable {
  return {
    name,
    async write(worksheet, { labels, styleOf, pause }) {
      const writer = rowWriter(name, columns, worksheet, labels, styleOf);
      let opened = false;
      for await (const batch of batches(rows, rowsPerPause)) {
        // A column's width comes before its cells in the file, so widths are fitted to the first rows only.
        if (!opened) writer.open(batch);
        opened = true;
        for (const row of batch) writer.write(row);
        await pause(batch.length);
      }
      if (!opened) writer.open([]);
      writer.close();
    },
  };
}

/** Rows in arrays of so many, so that waiting costs once per batch and not once per row. */
async function* batches<Row>(rows: Iterable<Row> | AsyncIterable<Row>, size: number): AsyncGenerator<Row[]> {
  const batch: Row[] = [];
  if (Symbol.iterator in rows) {
    for (const row of rows) if (batch.push(row) === size) yield batch.splice(0);
  } else {
    for await (const row of rows) if (batch.push(row) === size) yield batch.splice(0);
  }
  if (batch.length > 0) yield batch;
}

function rowWriter<Row>(
  name: string,
  columns: readonly Column<Row>[],
  worksheet: WorksheetWriter,
  labels: YesNoWords,
  styleOf: ReturnType<typeof cellStyles>,
) {
  let written = 1;
  const options = columns.map(bodyOptions);
  const fixed = columns.map((column, index): Partial<Style> | null =>
    column.format === 'money' || column.format === 'figure'
      ? null
      : styleOf({ format: column.format, value: null, ...options[index] }),
  );
  function write(row: Row): void {
    if (++written > rowLimit) throw new Failure('export.too-many-rows', { sheet: name, limit: rowLimit });
    const cells = columns.map((column) => cellOf(column, row));
    const target = worksheet.addRow(cells.map((cell) => stored(cell, labels)));
    cells.forEach((cell, index) => {
      if (cell.value === null) return;
      // Amounts differ by currency and figures by their decimals, so theirs is looked up per cell; the others share one object per column.
      target.getCell(index + 1).style = fixed[index] ?? styleOf({ ...cell, ...options[index] });
    });
    target.commit();
  }
  return {
    write,
    open(firstRows: readonly Row[]): void {
      const widths = fittingWidths(columns, firstRows, labels);
      worksheet.columns = columns.map(({ hidden }, index) => ({
        width: widths[index] ?? 8,
        hidden: hidden ?? false,
      }));
      const headings = headingCells(columns);
      const target = worksheet.addRow(headings.map((cell) => stored(cell, labels)));
      headings.forEach((cell, index) => {
        const heading = target.getCell(index + 1);
        heading.style = styleOf(cell);
        if (cell.note !== undefined) heading.note = cell.note;
      });
      target.commit();
    },
    close(): void {
      worksheet.autoFilter = rangeOf({ row: 1, column: 1, rows: written, columns: columns.length });
    },
  };
}

/**
 * Writes the tables to an .xlsx file, a sheet each, row by row, so that a large book needs no more memory than a small one.
 * @throws Failure file.* (see saveExport), export.too-many-rows; the signal's reason when cancelled. The file that stood
 * there before stays in each case.
 */
export async function writeTables(
  file: string,
  tables: readonly StreamedTable[],
  properties: WorkbookProperties,
  { advance, signal }: Progress = {},
): Promise<void> {
  await saveExport(file, async (handle) => {
    const output = sinkOf(handle);
    // The writer below reports a failing disk too; without a listener of its own the stream would end the process.
    let failure: Error | null = null;
    output.on('error', (error) => {
      failure = error;
    });
    const { WorkbookWriter } = await import('@cj-tech-master/excelts'); // see workbook.ts
    const writer = new WorkbookWriter({
      stream: output,
      useStyles: true,
      useSharedStrings: false,
    });
    Object.assign(writer, documentProperties(properties));
    writer.defaultFont = fontOf(properties.language);
    const context: Context = {
      labels: properties.labels,
      styleOf: cellStyles(properties.language),
      async pause(rows) {
        advance?.(rows);
        signal?.throwIfAborted();
        if (failure) throw failure;
        if (output.writableNeedDrain) await once(output, 'drain');
        else await new Promise(setImmediate);
      },
    };
    try {
      for (const table of tables) {
        const worksheet = writer.addWorksheet(
          table.name,
          worksheetOptions({ name: table.name, frozen: { rows: 1, columns: 1 }, repeatedRow: 1 }),
        );
        await table.write(worksheet, context);
        worksheet.commit();
      }
      await writer.commit();
    } catch (error) {
      output.destroy();
      throw failure ?? error;
    }
  });
}

/** The file as a stream that closes when everything is written, as the library waits for, and leaves the handle open. */
function sinkOf(handle: FileHandle): Writable {
  return new Writable({
    highWaterMark: 1024 * 1024,
    write(chunk: Uint8Array, _encoding, done) {
      handle.writeFile(chunk).then(() => done(), done);
    },
  });
}
