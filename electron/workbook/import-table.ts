import {
  type CrmExport,
  crmExportOf,
  crmImportColumns,
  importNounOf,
  type KnownColumn,
} from '../../db/domain/crm-export.ts';
import { type ImportNoun, importNouns, tellingFields } from '../../db/domain/import-noun.ts';
import type { ColumnAnswer } from './check.ts';
import { type Grid, type GridValue, headerRow, isBlank } from './grid.ts';
import type { ImportFields } from './import-fields.ts';
import { isHeadingOf, type Match, matchColumns } from './match.ts';
import type { Source } from './read.ts';
import { listedColumns } from './sheets/account-list.ts';

/** What the user said of one sheet: what its rows are, where its headings stand and what its columns mean. */
export interface TableChoice {
  /** The sheet's place in the file, counted from 0. */
  readonly sheet: number;
  readonly noun: ImportNoun;
  /** The row of the headings, counted from 0; null when there are none. */
  readonly headerRow: number | null;
  /** The field of each column; null leaves it out. */
  readonly fields: readonly (string | null)[];
  /** By column, where its values alone leave a question open. */
  readonly answers: Readonly<Record<number, ColumnAnswer>>;
  /** Columns whose problem cells are left empty; else the rows with them are left out. */
  readonly blanked: readonly number[];
}

/** A sheet as rows under headings. */
export interface Table {
  readonly headings: readonly string[];
  /** Rows that hold something, with their place in the grid. */
  readonly rows: readonly number[];
  readonly grid: Grid;
}

/** A workbook this app writes and reads back. */
export interface OwnExport {
  readonly product: 'tenure';
  readonly noun: 'book' | 'account-list';
}

/** What was found out about a sheet before the user said anything. */
export interface Proposal {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  /** The program and the file of it, where its headings or its properties tell. */
  readonly madeBy: CrmExport | OwnExport | null;
  /** Null when it looks like none of what can be imported. */
  readonly noun: ImportNoun | null;
  readonly headerRow: number | null;
  readonly headings: readonly string[];
  /** The first values below each heading. */
  readonly samples: readonly (readonly GridValue[])[];
  /** The columns' matches, for each noun the rows could be. */
  readonly matches: Readonly<Record<ImportNoun, readonly Match[]>>;
}

const sampleLength = 50;

export function tableOf(grid: Grid, header: number | null): Table {
  const width = grid.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const cells = header === null ? [] : (grid.rows[header] ?? []);
  const headings = Array.from({ length: width }, (_, column) => String(cells[column] ?? '').trim());
  const rows: number[] = [];
  for (let row = header === null ? 0 : header + 1; row < grid.rows.length; row++)
    if (grid.rows[row]?.some((value) => !isBlank(value))) rows.push(row);
  return { headings, rows, grid };
}

/** The values of a column, in the order of the table's rows. */
export function columnOf({ grid, rows }: Table, column: number): GridValue[] {
  return rows.map((row) => grid.rows[row]?.[column] ?? null);
}

/**
 * Reads a sheet and says what it seems to be. `header` is where the user says the headings are; found out when undefined.
 * @throws Failure as Source.read does
 */
export function proposeTable(
  source: Source,
  sheet: number,
  fields: ImportFields,
  header?: number | null,
): Proposal {
  const grid = source.read(sheet);
  const at =
    header === undefined ? headerRow(grid, isHeadingOf(importNouns.flatMap((noun) => fields[noun]))) : header;
  const table = tableOf(grid, at);
  const { name = '', hidden = false } = source.sheets[sheet] ?? {};
  const first = { ...table, rows: table.rows.slice(0, sampleLength) };
  const samples = table.headings.map((_, column) => columnOf(first, column));
  const { madeBy, meant, columns } = recognise(source, table.headings);
  const matchesFor = (noun: ImportNoun) =>
    matchColumns(table.headings, samples, fields[noun], noun === meant ? columns : []);
  const matches = {
    account: matchesFor('account'),
    contact: matchesFor('contact'),
    contract: matchesFor('contract'),
    note: matchesFor('note'),
  };
  return {
    name,
    hidden,
    rows: table.rows.length,
    madeBy,
    noun: meant ?? nounOf(matches),
    headerRow: at,
    headings: table.headings,
    samples,
    matches,
  };
}

/** What is known of a sheet without guessing: where it was made, what its rows are, and what its columns say. */
function recognise(
  { kind }: Source,
  headings: readonly string[],
): {
  readonly madeBy: Proposal['madeBy'];
  readonly meant: ImportNoun | null;
  readonly columns: readonly (KnownColumn | null)[];
} {
  if (kind === 'book') return { madeBy: { product: 'tenure', noun: kind }, meant: null, columns: [] };
  if (kind === 'account-list')
    return { madeBy: { product: 'tenure', noun: kind }, meant: 'account', columns: listedColumns(headings) };
  const madeBy = crmExportOf(headings);
  return madeBy
    ? { madeBy, meant: importNounOf[madeBy.noun], columns: crmImportColumns(headings, madeBy.noun) }
    : { madeBy, meant: null, columns: [] };
}

/** The noun whose telling fields are there and whose fields match most columns; accounts when two are alike. */
function nounOf(matches: Proposal['matches']): ImportNoun | null {
  let best: { noun: ImportNoun; matched: number } | null = null;
  for (const noun of importNouns) {
    const fields = new Set(matches[noun].flatMap(({ field }) => (field === null ? [] : [field])));
    if (!tellingFields[noun].every((group) => group.some((field) => fields.has(field)))) continue;
    if (fields.size > (best?.matched ?? 0)) best = { noun, matched: fields.size };
  }
  return best?.noun ?? null;
}
