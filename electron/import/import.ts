import { bookSettings, today } from '../../db/book/query.ts';
import { plannedColumns } from '../../db/custom-field/own-column-query.ts';
import { flatField, flatNouns } from '../../db/import/flat-list.ts';
import { type ImportNoun, importNouns } from '../../db/import/noun.ts';
import type { ImportPlan } from '../../db/import/plan.ts';
import { type ImportWriting, rememberMapping, writeImport } from '../../db/import/query.ts';
import { columnsOf } from '../../db/kernel/field.ts';
import { nounOfTable } from '../../db/nouns.ts';
import type { Book } from '../../db/open.ts';
import { record } from '../../db/record.ts';
import type { CellProblem } from './check.ts';
import { importFieldsIn } from './fields.ts';
import { type CheckedTable, checkTable } from './import-check.ts';
import { ImportPlanner, type RefusedRow } from './planner.ts';
import { type SaidRate, writeRates } from './rates.ts';
import type { Source } from './read.ts';
import { type Table, type TableChoice, tableOf } from './table-choice.ts';

/** A row of the file that is not imported, and why. */
export interface LeftOutRow {
  /** The table's place among the chosen ones. */
  readonly table: number;
  /** Its place in the sheet, counted from 0. */
  readonly row: number;
  readonly reason: CellProblem['code'] | RefusedRow['reason'];
  /** The field concerned, or the value. */
  readonly field: string | null;
  readonly value: string | null;
}

/** All an import would do, before it does it. */
export interface PreparedImport {
  readonly tables: readonly {
    readonly choice: TableChoice;
    readonly table: Table;
    readonly checked: CheckedTable;
  }[];
  readonly plans: Readonly<Record<ImportNoun, ImportPlan>>;
  readonly leftOut: readonly LeftOutRow[];
}

/**
 * Reads, checks and compares the chosen sheets with the book.
 * @throws Failure as Source.read does
 */
export async function prepareImport(
  book: Book,
  source: Source,
  choices: readonly TableChoice[],
): Promise<PreparedImport> {
  const fields = await importFieldsIn(book.db, source, choices);
  const tables = choices.map((choice) => {
    const table = tableOf(source.read(choice.sheet), choice);
    return { choice, table, checked: checkTable(table, choice, fields) };
  });
  const leftOut: LeftOutRow[] = tables.flatMap(({ checked, choice }, at) =>
    checked.leftOut.map(({ row, column, problem }) => ({
      table: at,
      row,
      reason: problem.code,
      field: choice.fields[column] ?? null,
      value: problem.value,
    })),
  );
  const { base_currency } = await bookSettings(book.db);
  const planner = new ImportPlanner(book.db, base_currency, await today(book));
  const plans = await planner.planAll(tables);
  for (const { column, ...refused } of planner.refused) {
    const noun = tables[refused.table]?.choice.noun;
    leftOut.push({ ...refused, field: column === null || !noun ? null : fieldOf(noun, column) });
  }
  return { tables, plans, leftOut: leftOut.sort((a, b) => a.table - b.table || a.row - b.row) };
}

/** Columns whose field is called otherwise. */
const fieldNames: Readonly<Record<string, string>> = {
  account_id: 'accountName',
  amount_minor: 'amount',
  contact_id: 'contactName',
  other_id: 'otherName',
  value_point_id: 'valuePoint',
  milestone_template_id: 'milestoneTemplate',
  source_noun: 'isOfRenewal',
};

/** The field a column is filled by; several columns may come from one. */
export function fieldOf(noun: ImportNoun, column: string): string {
  const declared = Object.entries(nounOfTable(noun)?.fields ?? {}).find(([key, field]) =>
    columnsOf(key, field).includes(column),
  );
  if (declared) return declared[0];
  const reported = fieldNames[column];
  if (reported) return reported;
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

export interface ImportResult {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly leftOut: number;
}

export function resultOf({ plans, leftOut }: Pick<PreparedImport, 'plans' | 'leftOut'>): ImportResult {
  const sum = (of: (plan: ImportPlan) => number) =>
    importNouns.reduce((total, noun) => total + of(plans[noun]), 0);
  return {
    added: sum(({ additions }) => additions.length),
    changed: sum(({ alterations }) => alterations.length),
    unchanged: sum(({ unchanged }) => unchanged.length),
    leftOut: leftOut.length,
  };
}

/** Rows of the files that turned out to be one with another row of them. */
function mergedRows({ plans }: Pick<PreparedImport, 'plans'>): number {
  const targets = importNouns.flatMap((noun) => [...plans[noun].additions, ...plans[noun].alterations]);
  return targets.reduce((sum, { rows }) => sum + rows.length - 1, 0);
}

/** What the columns of a sheet meant: the fields of its noun, or of a flat list's nouns by their full names. */
function mappedFields(
  choices: readonly TableChoice[],
  columnOf: (field: string) => string,
): (string | null)[] {
  const width = Math.max(...choices.map(({ fields }) => fields.length));
  return Array.from({ length: width }, (_, column) => {
    for (const { noun, fields, isPart } of choices) {
      const field = fields[column] ?? null;
      const flat = flatNouns.find((each) => each === noun);
      if (field !== null) return isPart && flat ? flatField(flat, columnOf(field)) : columnOf(field);
    }
    return null;
  });
}

/** Writes a prepared import as one action, and remembers what the columns meant. `file` is the name it is known by. */
export async function writePrepared(
  book: Book,
  file: string,
  prepared: PreparedImport,
  { rates = [], ...writing }: ImportWriting & { readonly rates?: readonly SaidRate[] } = {},
): Promise<ImportResult> {
  const result = resultOf(prepared);
  const { added, changed, unchanged, leftOut } = result;
  const now = await today(book);
  const parameters = { file, added, changed, unchanged, leftOut, merged: mergedRows(prepared) };
  await record(book, { key: 'import.write', parameters }, async (trx) => {
    await writeImport(trx, prepared.plans, writing);
    await writeRates(trx, prepared, rates, now);
    const columnOf = await plannedColumns(trx);
    const bySheet = Map.groupBy(prepared.tables, ({ choice }) => choice.sheet);
    for (const tables of bySheet.values()) {
      const [first] = tables;
      if (!first) continue;
      const { choice, table } = first;
      if (choice.headerRow !== null)
        await rememberMapping(trx, table.headings, {
          noun: choice.noun,
          fields: mappedFields(
            tables.map((each) => each.choice),
            columnOf,
          ),
          answers: choice.answers,
        });
    }
  });
  return result;
}
