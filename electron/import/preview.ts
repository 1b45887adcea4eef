import type { ImportNoun } from '../../db/import/noun.ts';
import type { Facts, ImportPlan } from '../../db/import/plan.ts';
import { columnOf } from '../../db/kernel/define.ts';
import { nounOfTable } from '../../db/nouns.ts';
import { majorUnits } from '../../db/types/money.ts';
import { type Grid, type GridValue, isBlank } from '../files/workbook/grid.ts';
import type { Amount, Checked } from './check.ts';
import { fieldOf, type LeftOutRow, type PreparedImport } from './import.ts';
import { placeOf } from './planner.ts';

/** A cell as it was understood, to be shown. */
export type ShownValue = string | number | boolean | null | Amount;

/** Rows shown of each kind; the counts tell of the rest. */
const rowsShown = 50;

/** What an import would do to one sheet's rows, with the first of each kind. Rows are counted from 1 as the file shows them. */
export function previewTable({ tables, plans, leftOut }: PreparedImport, at: number) {
  const prepared = tables[at];
  if (!prepared) throw new RangeError(`no table ${at}`);
  const { choice, table, checked } = prepared;
  const plan = plans[choice.noun];
  const own = (rows: readonly number[]) => rows.map(placeOf).filter((place) => place.table === at);
  const values = new Map(checked.rows.map((row) => [row.row, row.values]));
  const additions = plan.additions.filter(({ rows }) => own(rows).length > 0);
  const alterations = plan.alterations.filter(({ rows }) => own(rows).length > 0);
  const out = leftOut.filter((row) => row.table === at);
  return {
    noun: choice.noun,
    rows: table.rows.length,
    asides: [...table.asides].map(([row, is]) => ({ row: row + 1, is, text: textOfRow(table.grid, row) })),
    cutColumns: table.grid.cutColumns,
    formulas: checked.formulas,
    merged: checked.merged,
    problems: checked.problems,
    questions: checked.questions,
    counts: {
      added: additions.length,
      changed: alterations.length,
      unchanged: own(plan.unchanged).length,
      leftOut: out.length,
      // Rows of the file that are one with an earlier row.
      joined: joined(additions, own) + joined(alterations, own),
    },
    additions: additions.slice(0, rowsShown).map(({ rows }) => ({
      rows: own(rows).map(({ row }) => row + 1),
      values: shownRow(values.get(own(rows)[0]?.row ?? -1) ?? {}),
    })),
    alterations: alterations.slice(0, rowsShown).map(({ rows, before, after, facts }) => ({
      rows: own(rows).map(({ row }) => row + 1),
      name: nameOf(choice.noun, facts),
      changes: changesOf(choice.noun, { ...facts, ...before }, { ...facts, ...after }, Object.keys(after)),
    })),
    broken: brokenRows(prepared),
    leftOut: out.slice(0, rowsShown).map((row) => shownLeftOut(row, table.grid.rows[row.row] ?? [])),
  };
}

/** The first thing a row says. */
export function textOfRow({ rows }: Grid, row: number): string {
  const text = String(rows[row]?.find((value) => !isBlank(value)) ?? '');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Rows with a cell that does not read, whole, to be mended as in a spreadsheet. Cells are those of the mapped columns. */
function brokenRows({ choice, table, checked }: PreparedImport['tables'][number]) {
  const columns = choice.fields.flatMap((field, column) => (field === null ? [] : [column]));
  return {
    columns,
    count: checked.leftOut.length,
    rows: checked.leftOut.slice(0, brokenShown).map(({ row, all }) => ({
      row,
      cells: columns.map((column) => String(table.grid.rows[row]?.[column] ?? '')),
      problems: all.map(({ column, problem: { code, value } }) => ({ column, code, value })),
    })),
  };
}
/** More are mended in the file, or by replacing values. */
const brokenShown = 100;

function joined(
  targets: readonly ImportPlan['additions'][number][] | ImportPlan['alterations'],
  own: (rows: readonly number[]) => readonly unknown[],
): number {
  return targets.reduce((sum, { rows }) => sum + own(rows).length - 1, 0);
}

function shownLeftOut({ row, reason, field, value }: LeftOutRow, cells: readonly GridValue[]) {
  return { row: row + 1, reason, field, value, cells: cells.slice(0, 8) };
}

function shownRow(values: Readonly<Record<string, Checked>>): Record<string, ShownValue> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, shown(value)]));
}

function shown(value: Checked): ShownValue {
  if (value === null || typeof value !== 'object') return value;
  return 'figure' in value ? value : value.join('; ');
}

/** What follows from other values and is not said in files. */
const derived = ['annual_minor', 'renews_contract_id'];

function nameOf(noun: ImportNoun, facts: Facts): string {
  const declared = nounOfTable(noun);
  const { name, key, product, body } = facts;
  return String((declared ? facts[columnOf(declared.title)] : (name ?? key ?? product ?? body)) ?? '');
}

function changesOf(noun: ImportNoun, before: Facts, after: Facts, columns: readonly string[]) {
  return columns
    .filter((column) => !derived.includes(column) && !column.endsWith('_currency'))
    .map((column) => ({
      field: fieldOf(noun, column),
      before: shownFact(column, before),
      after: shownFact(column, after),
    }));
}

function shownFact(column: string, facts: Facts): ShownValue {
  const fact = facts[column] ?? null;
  if (column.endsWith('_minor') && typeof fact === 'number') {
    const currency = String(facts[column.replace('_minor', '_currency')] ?? facts.currency);
    return { figure: majorUnits({ minor: fact, currency }), currency };
  }
  if (column === 'tags') return (JSON.parse(String(fact ?? '[]')) as string[]).join('; ');
  return fact;
}
