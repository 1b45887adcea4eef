import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { WorkbookWriter } from '@cj-tech-master/excelts';
import ExcelJS from 'exceljs';
import { describeBook } from '../../db/book/query.ts';
import { createChangeTriggers, dropChangeTriggers } from '../../db/change-log.ts';
import { exportedCells } from '../../db/export/query.ts';
import { importNouns } from '../../db/import/noun.ts';
import { type Book, createBook, openBook } from '../../db/open.ts';
import { initialize } from '../../db/record.ts';
import { undo } from '../../db/undo.ts';
import { exportBook } from '../../electron/export/book.ts';
import { importFields } from '../../electron/export/sheets.ts';
import { prepareImport, writePrepared } from '../../electron/import/import.ts';
import { proposeTable } from '../../electron/import/import-table.ts';
import { openSource } from '../../electron/import/read.ts';
import { alone } from './measure.ts';
import type { Line } from './table.ts';

const now = () => new Date('2026-11-22T09:00:00.000Z');

/** Reading a list of accounts into an empty book, beside the same rows by one prepared statement with the log's triggers. */
export async function measureImport(folder: string, accounts: number): Promise<Line[]> {
  const book = await createBook(path.join(folder, `import-${accounts}.tenure`), { now });
  try {
    await initialize(book, (trx) =>
      describeBook(trx, {
        name: 'Import',
        owner: '',
        base_currency: 'CNY',
        fiscal_year_start_month: 1,
        language: 'en',
        time_zone: 'UTC',
        created_at: now().toISOString(),
      }),
    );
    const bytes = new TextEncoder().encode(listOf(accounts));
    const rows = Array.from({ length: accounts }, (_, index) => bareRow(index));
    const insert = book.sqlite.prepare(
      'insert into account (key, name, industry, region, tier, owner, customer_since) values (?, ?, ?, ?, ?, ?, ?)',
    );
    const floor = book.sqlite.transaction(() => {
      book.sqlite.exec(
        `insert into action (at, key, kind) values ('2026-11-22T09:00:00.000Z', 'import.write', 'do')`,
      );
      for (const row of rows) insert.run(...row);
    });
    const times: { ours: number; bare: number; silent: number; ratio: number }[] = [];
    for (let run = 0; run < 5; run++) {
      const bare = await timed(floor);
      empty(book);
      dropChangeTriggers(book.sqlite);
      const silent = await timed(floor);
      createChangeTriggers(book.sqlite);
      empty(book);
      const ours = await timed(() => importOnce(book, bytes));
      await undo(book);
      empty(book);
      times.push({ ours, bare, silent, ratio: ours / bare });
    }
    const middle = times.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(times.length / 2)];
    if (!middle) return [];
    const { ours: product, bare, silent, ratio } = middle;
    // The log's own share is what the same inserts cost less without it.
    const unlogged = product - (bare - silent);
    return [
      { name: 'import of accounts / bare inserts', accounts, product, floor: bare, ratio, most: 3 },
      {
        name: 'import of accounts, with change log / less its share',
        accounts,
        product,
        floor: unlogged,
        ratio: product / unlogged,
        most: 2,
      },
    ];
  } finally {
    await book.close();
  }
}

async function importOnce(book: Book, bytes: Uint8Array): Promise<void> {
  const source = openSource(bytes, 'list.csv');
  const { headerRow, matches } = proposeTable(source, 0, importFields);
  const fields = matches.account.map(({ field }) => field);
  const choice = { sheet: 0, noun: 'account', headerRow, fields, answers: {}, blanked: [] } as const;
  await writePrepared(book, 'list.csv', await prepareImport(book, source, [choice]));
}

function empty(book: Book): void {
  book.sqlite.exec('delete from account; delete from change; delete from action;');
}

function bareRow(index: number): string[] {
  const name = index % 2 === 0 ? `Harbor Retail ${index}` : `云集供应链 ${index}`;
  return [`A-${index}`, name, 'Retail', 'East', 'A', `Owner ${index % 23}`, '2024-10-16'];
}

function listOf(accounts: number): string {
  const heading = 'Account ID,Account Name,Industry,Region,Tier,CSM,Customer since';
  return [heading, ...Array.from({ length: accounts }, (_, index) => bareRow(index).join(','))].join('\n');
}

/** Writing the book as a workbook, beside the streaming writer fed with the same cells and beside exceljs. */
export async function measureExport(folder: string, bookFile: string, accounts: number): Promise<Line[]> {
  const book = await openBook(bookFile, { now });
  try {
    return await measureBook(folder, book, accounts);
  } finally {
    await book.close();
  }
}

async function measureBook(folder: string, book: Book, accounts: number): Promise<Line[]> {
  const file = (name: string) => path.join(folder, `${name}-${accounts}.xlsx`);
  const sheets = importNouns.map((name) => ({
    name,
    rows: [...exportedCells(book, name)].map((row) => Object.values(row)),
  }));
  const cells = sheets.reduce((sum, { rows }) => sum + rows.length * (rows[0]?.length ?? 0), 0);
  const runs = accounts > 5_000 ? 1 : 3;
  const ours = await alone(() => exportBook(book, file('ours'), 'en'), runs);
  const bare = await alone(async () => {
    const output = createWriteStream(file('bare'));
    const writer = new WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
    await writeBare(writer, sheets);
  }, runs);
  const exceljs = await alone(async () => {
    const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file('exceljs'), useStyles: true });
    await writeBare(writer, sheets);
  }, runs);
  const { size } = await stat(file('ours'));
  return [
    {
      name: 'book export / bare streaming writer',
      accounts,
      product: ours,
      floor: bare,
      ratio: ours / bare,
      most: 1.3,
    },
    { name: 'book export / exceljs', accounts, product: ours, floor: exceljs, ratio: ours / exceljs },
    { name: 'book export, cells', accounts, product: cells, floor: null, ratio: null, unit: 'cells' },
    { name: 'book export, file', accounts, product: size / 1e6, floor: null, ratio: null, unit: 'MB' },
  ];
}

interface BareWriter {
  addWorksheet(name: string): {
    addRow(row: unknown[]): { commit(): void };
    commit(): void;
  };
  commit(): Promise<void>;
}

async function writeBare(
  writer: BareWriter,
  sheets: readonly { readonly name: string; readonly rows: readonly unknown[][] }[],
): Promise<void> {
  for (const { name, rows } of sheets) {
    const worksheet = writer.addWorksheet(name);
    for (const row of rows) worksheet.addRow(row).commit();
    worksheet.commit();
  }
  await writer.commit();
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
