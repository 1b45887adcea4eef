import type { CrmAccount, CrmContact, CrmOpportunity } from '../../db/handoff/crm-answer.ts';
import { type CrmNoun, crmExportOf, crmNouns } from '../../db/handoff/crm-export.ts';
import { nameIdentity } from '../../db/import/plan.ts';
import { fullName } from '../../db/types/full-name.ts';
import { headerRow } from '../files/workbook/grid.ts';
import { type Checked, checkColumn } from './check.ts';
import { crmFields, crmNeeded } from './crm-headings.ts';
import { isHeadingOf, matchColumns } from './match.ts';
import { openSource } from './read.ts';
import { readNumber } from './read-number.ts';
import { columnOf, type Table, tableOf } from './table-choice.ts';

/** What the files of a CRM say of one customer. */
export type CrmCustomer = {
  readonly accounts: readonly CrmAccount[];
  readonly opportunities: readonly CrmOpportunity[];
  readonly contacts: readonly CrmContact[];
  /** What each file is, and how many of its rows are this customer's; null for a file that is none of the three. */
  readonly files: readonly { readonly name: string; readonly noun: CrmNoun | null; readonly rows: number }[];
};

const sampleLength = 50;
const isKnown = isHeadingOf(crmNouns.flatMap((noun) => crmFields[noun]));

/**
 * Reads exports of Salesforce or HubSpot, in any order, and keeps the rows of one customer. A row that names no account is
 * the customer's only where its file has no such column.
 * @param names what the customer is called; a row is its own when it is called one of these
 * @throws Failure as openSource does
 */
export function readCrmExports(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  names: readonly string[],
): CrmCustomer {
  const wanted = new Set(names.map(nameIdentity));
  const read = files.map((file) => {
    const { noun, rows, columns } = readExport(file);
    const own = columns.has('accountName')
      ? rows.filter((row) => wanted.has(nameIdentity(row.accountName)))
      : rows;
    return { name: file.name, noun, own };
  });
  const rowsOf = (noun: CrmNoun) => read.flatMap((file) => (file.noun === noun ? file.own : []));
  return {
    accounts: rowsOf('account').map(accountOf),
    opportunities: rowsOf('opportunity').map(opportunityOf),
    contacts: rowsOf('contact').flatMap((row) => contactOf(row) ?? []),
    files: read.map(({ name, noun, own }) => ({ name, noun, rows: noun === null ? 0 : own.length })),
  };
}

type Row = Readonly<Record<string, string | null>>;
type ReadExport = {
  readonly noun: CrmNoun | null;
  readonly rows: readonly Row[];
  readonly columns: ReadonlySet<string>;
};

function readExport({ name, bytes }: { name: string; bytes: Uint8Array }): ReadExport {
  const source = openSource(bytes, name);
  const grid = source.read(0);
  const table = tableOf(grid, { headerRow: headerRow(grid, isKnown) });
  const made = crmExportOf(table.headings)?.noun;
  const best = crmNouns
    .map((noun) => ({ noun, columns: columnsFor(table, noun) }))
    .filter(({ noun, columns }) =>
      made ? noun === made : crmNeeded[noun].every((group) => group.some((key) => columns.has(key))),
    )
    .toSorted((a, b) => b.columns.size - a.columns.size)[0];
  if (!best) return { noun: null, rows: [], columns: new Set() };
  const values = new Map<string, readonly Checked[]>();
  for (const field of crmFields[best.noun]) {
    const column = best.columns.get(field.key);
    if (column === undefined) continue;
    const cells = columnOf(table, column);
    const markOf = (row: number) => table.grid.markAt(table.rows[row] ?? -1, column);
    values.set(field.key, checkColumn(field, table.headings[column] ?? '', cells, markOf).values);
  }
  const rows = table.rows.map((_, at) =>
    Object.fromEntries(values.entries().map(([key, column]) => [key, textOf(column[at])])),
  );
  return { noun: best.noun, rows, columns: new Set(best.columns.keys()) };
}

function columnsFor(table: Table, noun: CrmNoun): ReadonlyMap<string, number> {
  const first = { ...table, rows: table.rows.slice(0, sampleLength) };
  const samples = table.headings.map((_, column) => columnOf(first, column));
  return new Map(
    matchColumns(table.headings, samples, crmFields[noun]).flatMap(({ column, field }) =>
      field === null ? [] : [[field, column] as const],
    ),
  );
}

function textOf(value: Checked | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function numberOf(text: string | null | undefined): number | null {
  return text ? (readNumber(text)?.point ?? null) : null;
}

const stated = (row: Row, key: string): string | null => row[key] ?? null;

function accountOf(row: Row): CrmAccount {
  return {
    accountName: stated(row, 'accountName'),
    industry: stated(row, 'industry'),
    employees: numberOf(row.employees),
    city: stated(row, 'city'),
    state: stated(row, 'state'),
    country: stated(row, 'country'),
  };
}

function opportunityOf(row: Row): CrmOpportunity {
  const share = numberOf(row.percent);
  // Salesforce writes 75, HubSpot 0.75.
  const percent = share === null ? null : Math.round(share <= 1 ? share * 100 : share);
  return {
    name: stated(row, 'name'),
    amount: stated(row, 'amount'),
    currency: stated(row, 'currency'),
    createdOn: stated(row, 'createdOn'),
    closedOn: stated(row, 'closedOn'),
    stage: stated(row, 'stage'),
    percent: percent !== null && percent >= 0 && percent <= 100 ? percent : null,
    owner: stated(row, 'owner'),
    products: stated(row, 'products'),
    startOn: stated(row, 'startOn'),
    endOn: stated(row, 'endOn'),
    term: stated(row, 'term'),
    reason: stated(row, 'reason'),
    competitors: stated(row, 'competitors'),
  };
}

function contactOf(row: Row): CrmContact | null {
  const name = row.name ?? fullName(stated(row, 'firstName'), stated(row, 'lastName'));
  if (!name) return null;
  return {
    name,
    title: stated(row, 'title'),
    email: stated(row, 'email'),
    phone: stated(row, 'phone'),
    role: stated(row, 'role'),
  };
}
