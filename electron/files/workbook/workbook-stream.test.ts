import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Failure } from '../../../db/failure.ts';
import type { Column } from './table.ts';
import { streamedTable, writeTables } from './workbook-stream.ts';

interface Row {
  readonly name: string;
  readonly start: string;
  readonly amount: { readonly minor: number; readonly currency: string };
}
const columns: Column<Row>[] = [
  { key: 'name', heading: 'Account', format: 'text', value: (row) => row.name },
  { key: 'start', heading: 'Start', format: 'date', value: (row) => row.start },
  { key: 'amount', heading: 'Amount', format: 'money', value: (row) => row.amount },
];
const properties = {
  is: 'book',
  title: 'Book',
  language: 'en',
  created: new Date(Date.UTC(2026, 0, 2)),
  labels: { yes: 'Yes', no: 'No' },
} as const;

function* rows(count: number): Generator<Row> {
  for (let index = 0; index < count; index++)
    yield { name: `=Account ${index}`, start: '2026-11-22', amount: { minor: index, currency: 'JPY' } };
}

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-stream-'));
  file = path.join(folder, 'book.xlsx');
});
afterEach(() => rm(folder, { recursive: true }));

test('a long table arrives whole, with its formats, and progress adds up', async () => {
  let advanced = 0;
  await writeTables(
    file,
    [streamedTable('Accounts', columns, rows(1234)), streamedTable('None', columns, [])],
    properties,
    {
      advance: (count) => {
        advanced += count;
      },
    },
  );
  const book = read(await readFile(file), { cellNF: true });
  const sheet = book.Sheets.Accounts ?? {};
  expect(book.SheetNames).toEqual(['Accounts', 'None']);
  expect(utils.sheet_to_json(sheet, { header: 1 })).toHaveLength(1235);
  expect(sheet.A1235).toMatchObject({ t: 's', v: '=Account 1233' });
  expect(sheet.B1235).toMatchObject({ z: 'yyyy-mm-dd' });
  expect(sheet.C1235).toMatchObject({ v: 1233, z: '[$¥-411]#,##0' });
  expect(utils.sheet_to_json(book.Sheets.None ?? {}, { header: 1 })).toEqual([
    ['Account', 'Start', 'Amount'],
  ]);
  expect(advanced).toBe(1234);
});

test('cancelling leaves the file that was there, and no other', async () => {
  await writeFile(file, 'before');
  const controller = new AbortController();
  const writing = writeTables(file, [streamedTable('Accounts', columns, rows(5000))], properties, {
    advance: () => controller.abort(new Error('enough')),
    signal: controller.signal,
  });
  await expect(writing).rejects.toThrow('enough');
  expect(await readdir(folder)).toEqual(['book.xlsx']);
  expect(await readFile(file, 'utf8')).toBe('before');
});

/** A disk small enough to be full is a mount, which takes root on Linux. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0;

test.runIf(canMount)('a full disk leaves the file that was there, and says so', async () => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
  try {
    await writeFile(file, 'before');
    const writing = writeTables(file, [streamedTable('Accounts', columns, rows(50_000))], properties);
    await expect(writing).rejects.toThrow(new Failure('file.disk-full', { path: file }));
    expect(await readdir(folder)).toEqual(['book.xlsx']);
    expect(await readFile(file, 'utf8')).toBe('before');
  } finally {
    execFileSync('umount', [folder]);
  }
});

test('a table longer than a sheet is refused by name', async () => {
  const row: Row = { name: 'a', start: '2026-11-22', amount: { minor: 1, currency: 'JPY' } };
  const slim: Column<Row>[] = columns.slice(0, 1);
  function* many(): Generator<Row> {
    for (let index = 0; index < 1_048_576; index++) yield row;
  }
  await expect(writeTables(file, [streamedTable('Accounts', slim, many())], properties)).rejects.toThrow(
    new Failure('export.too-many-rows', { sheet: 'Accounts', limit: 1_048_576 }),
  );
  expect(await readdir(folder)).toEqual([]);
}, 60_000);
