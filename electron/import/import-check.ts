import { accountReference } from '../../db/import/flat-list.ts';
import { isBlank } from '../files/workbook/grid.ts';
import { type CellProblem, type Checked, type ColumnQuestion, checkColumn } from './check.ts';
import type { ImportFields } from './field.ts';
import { columnOf, type Table, type TableChoice } from './table-choice.ts';

/** Cells of one column with the same trouble. */
export interface ProblemGroup {
  readonly column: number;
  readonly code: CellProblem['code'];
  readonly count: number;
  /** The first few, by row of the file counted from 1. */
  readonly examples: readonly { readonly row: number; readonly value: string }[];
  /** The different values, most frequent first, where each may be given a meaning. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** A row that says something, with what stands in its fields. */
export interface CheckedRow {
  /** Its place in the grid, counted from 0. */
  readonly row: number;
  readonly values: Readonly<Record<string, Checked>>;
}

export interface CheckedTable {
  readonly rows: readonly CheckedRow[];
  readonly problems: readonly ProblemGroup[];
  readonly questions: readonly { readonly column: number; readonly question: ColumnQuestion }[];
  /** Rows left out for a cell's sake, each with its first problem. */
  readonly leftOut: readonly {
    readonly row: number;
    readonly column: number;
    readonly problem: CellProblem;
    /** All of its problems, by column. */
    readonly all: readonly { readonly column: number; readonly problem: CellProblem }[];
  }[];
  /** Cells whose value came from a formula, or from merged cells. */
  readonly formulas: number;
  readonly merged: number;
}

const examplesShown = 5;
const valuesShown = 100;

/** Reads every mapped column and sorts out the rows that can go on. */
export function checkTable(table: Table, choice: TableChoice, offered: ImportFields): CheckedTable {
  const fields = new Map(offered[choice.noun].map((field) => [field.key, field]));
  const columns = choice.fields.flatMap((key, column) => {
    const field = key === null ? undefined : fields.get(key);
    if (!field) return [];
    const checked = checkColumn(
      field,
      table.headings[column] ?? '',
      columnOf(table, column),
      (index) => table.grid.markAt(table.rows[index] ?? -1, column),
      choice.answers[column],
    );
    return [{ column, key: field.key, blanked: choice.blanked.includes(column), ...checked }];
  });
  const leftOut: CheckedTable['leftOut'][number][] = [];
  const rows: CheckedRow[] = [];
  let formulas = 0;
  let merged = 0;
  const own = columns.filter(({ key }) => !choice.isPart || !references.has(key));
  table.rows.forEach((row, index) => {
    if (choice.isPart && own.every(({ column }) => isNothing(table, row, column))) return;
    const values: Record<string, Checked> = {};
    const all: { column: number; problem: CellProblem }[] = [];
    for (const { column, key, blanked, values: read, problems } of columns) {
      const problem = problems.get(index);
      if (problem && !blanked) all.push({ column, problem });
      values[key] = read[index] ?? null;
      const mark = table.grid.markAt(row, column);
      if (mark?.formula) formulas++;
      if (mark?.merged) merged++;
    }
    const [first] = all;
    if (first) leftOut.push({ row, ...first, all });
    else rows.push({ row, values });
  });
  return {
    rows,
    leftOut,
    formulas,
    merged,
    problems: columns.flatMap(({ column, problems }) => groupsOf(table, column, problems)),
    questions: columns.flatMap(({ column, question }) => (question ? [{ column, question }] : [])),
  };
}

/** What names the account in a row of another noun. */
const references = new Set(Object.values(accountReference));

function isNothing({ grid }: Table, row: number, column: number): boolean {
  const mark = grid.markAt(row, column);
  return isBlank(grid.rows[row]?.[column]) && mark?.error === undefined && !mark?.isUncalculated;
}

function groupsOf(table: Table, column: number, problems: ReadonlyMap<number, CellProblem>): ProblemGroup[] {
  const byCode = Map.groupBy(problems, ([, { code }]) => code);
  return [...byCode].map(([code, found]) => {
    const values = Map.groupBy(found, ([, { value }]) => value.trim());
    return {
      column,
      code,
      count: found.length,
      examples: found
        .slice(0, examplesShown)
        .map(([index, { value }]) => ({ row: (table.rows[index] ?? 0) + 1, value })),
      values:
        code === 'unknown-choice'
          ? [...values]
              .map(([value, { length }]) => ({ value, count: length }))
              .sort((a, b) => b.count - a.count)
              .slice(0, valuesShown)
          : [],
    };
  });
}
