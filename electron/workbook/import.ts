import { AccountIndex } from '../../db/domain/account-index.ts';
import { type ImportNoun, importNouns } from '../../db/domain/import-noun.ts';
import {
  type BookRow,
  type Facts,
  type FileRow,
  type ImportPlan,
  type ImportRules,
  nameIdentity,
  planImport,
  type Refusal,
} from '../../db/domain/import-plan.ts';
import { accountRules, contactRules, contractRules, noteRules } from '../../db/domain/import-rules.ts';
import { isOwnColumn } from '../../db/domain/own-column.ts';
import type { Book } from '../../db/open.ts';
import { bookSettings } from '../../db/queries/book.ts';
import { type ImportWriting, keepMapping, knownRows, writeImport } from '../../db/queries/import.ts';
import { record } from '../../db/record.ts';
import type { Reader } from '../../db/schema.ts';
import type { CellProblem } from './check.ts';
import { type CheckedTable, checkTable } from './import-check.ts';
import { factsOf, type RowRefusal } from './import-facts.ts';
import { importFieldsIn } from './import-fields.ts';
import { type Table, type TableChoice, tableOf } from './import-table.ts';
import type { Source } from './read.ts';

/** A row of the file that is not imported, and why. */
export interface LeftOutRow {
  /** The table's place among the chosen ones. */
  readonly table: number;
  /** Its place in the sheet, counted from 0. */
  readonly row: number;
  readonly reason: CellProblem['code'] | RowRefusal['reason'] | Refusal['reason'];
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

/** Rows of all tables of a noun are planned together, so a row's number carries its table. */
const tableStride = 1_000_000;
export const placeOf = (row: number) => ({ table: Math.floor(row / tableStride), row: row % tableStride });

/**
 * Reads, checks and compares the chosen sheets with the book.
 * @throws Failure as Source.read does
 */
export async function prepareImport(
  book: Book,
  source: Source,
  choices: readonly TableChoice[],
): Promise<PreparedImport> {
  const fields = await importFieldsIn(book.db);
  const tables = choices.map((choice) => {
    const table = tableOf(source.read(choice.sheet), choice.headerRow);
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
  const planner = new Planner(book.db, (await bookSettings(book.db)).base_currency);
  const plans = {
    account: await planner.plan('account', tables, leftOut),
    contact: await planner.plan('contact', tables, leftOut),
    contract: await planner.plan('contract', tables, leftOut),
    note: await planner.plan('note', tables, leftOut),
  };
  return { tables, plans, leftOut: leftOut.sort((a, b) => a.table - b.table || a.row - b.row) };
}

/** Plans noun after noun; what the earlier ones will add is there for the later ones to refer to. */
class Planner {
  readonly #db: Reader;
  readonly #baseCurrency: string;
  #accounts: AccountIndex | null = null;
  #contacts = new Map<string, number>();

  constructor(db: Reader, baseCurrency: string) {
    this.#db = db;
    this.#baseCurrency = baseCurrency;
  }

  async plan(noun: ImportNoun, tables: PreparedImport['tables'], leftOut: LeftOutRow[]): Promise<ImportPlan> {
    const own = tables.map(({ choice, checked }, at) => ({ at, noun: choice.noun, checked }));
    const wanted = own.filter((table) => table.noun === noun);
    const later = own.some((table) => importNouns.indexOf(table.noun) > importNouns.indexOf(noun));
    const empty = { additions: [], alterations: [], unchanged: [], refused: [] };
    if (wanted.length === 0 && !(later && (noun === 'account' || noun === 'contact'))) return empty;
    const chosen = tables.flatMap(({ choice }) => (choice.noun === noun ? choice.fields : []));
    const known = await knownRows(
      this.#db,
      noun,
      chosen.some((field) => field !== null && isOwnColumn(field)),
    );
    const rows: FileRow[] = [];
    for (const { at, checked } of wanted)
      for (const { row, values } of checked.rows) {
        const facts = factsOf(noun, values, {
          accounts: this.#accounts ?? new AccountIndex([]),
          baseCurrency: this.#baseCurrency,
          contactId: (account, name) => this.#contacts.get(contactKey(account, name)) ?? null,
        });
        if (isRefusal(facts))
          leftOut.push({ table: at, row, reason: facts.reason, field: null, value: facts.value });
        else rows.push({ row: at * tableStride + row, facts });
      }
    const plan = planImport(withKnownRenewals(rows, known), known, this.#rulesOf(noun));
    for (const { row, reason, column } of plan.refused)
      leftOut.push({ ...placeOf(row), reason, field: fieldOf(column), value: null });
    const standing = afterwards(known, plan);
    if (noun === 'account') this.#accounts = new AccountIndex(standing.map(named));
    if (noun === 'contact')
      this.#contacts = new Map(
        standing.map(({ id, facts }) => [contactKey(Number(facts.account_id), String(facts.name)), id]),
      );
    return plan;
  }

  #rulesOf(noun: ImportNoun): ImportRules {
    return {
      account: accountRules,
      contact: contactRules,
      contract: contractRules(this.#baseCurrency),
      note: noteRules,
    }[noun];
  }
}

/** A contract that renews one nobody knows stands without that link. */
function withKnownRenewals(rows: readonly FileRow[], known: readonly BookRow[]): FileRow[] {
  const keys = new Set([...known, ...rows].map(({ facts }) => facts.key));
  return rows.map(({ row, facts }) => {
    const { renews_key, ...rest } = facts;
    return { row, facts: renews_key === undefined || keys.has(renews_key) ? facts : rest };
  });
}

const isRefusal = (facts: Facts | RowRefusal): facts is RowRefusal => 'reason' in facts && 'value' in facts;

function contactKey(accountId: number, name: string): string {
  return `${accountId} ${nameIdentity(name)}`;
}

function named({ id, facts }: BookRow) {
  const key = facts.key ?? null;
  return {
    id,
    key: key === null ? null : String(key),
    name: String(facts.name),
    archived: facts.archived_at != null,
  };
}

/** The book's rows as the plan leaves them. */
function afterwards(known: readonly BookRow[], plan: ImportPlan): BookRow[] {
  const altered = new Map(plan.alterations.map(({ id, after }) => [id, after]));
  return [
    ...known.map((row) => ({ id: row.id, facts: { ...row.facts, ...altered.get(row.id) } })),
    ...plan.additions,
  ];
}

/** The field a column is filled by; several columns may come from one. */
export function fieldOf(column: string): string {
  if (column === 'account_id') return 'accountName';
  if (column === 'amount_minor') return 'amount';
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

/** Writes a prepared import as one deed, and remembers what the columns meant. `file` is the name it is known by. */
export async function writePrepared(
  book: Book,
  file: string,
  prepared: PreparedImport,
  writing: ImportWriting = {},
): Promise<ImportResult> {
  const result = resultOf(prepared);
  const { added, changed, unchanged, leftOut } = result;
  const parameters = { file, added, changed, unchanged, leftOut, merged: mergedRows(prepared) };
  await record(book, { key: 'import.write', parameters }, async (trx) => {
    await writeImport(trx, prepared.plans, writing);
    for (const { choice, table } of prepared.tables)
      if (choice.headerRow !== null)
        await keepMapping(trx, table.headings, {
          noun: choice.noun,
          fields: choice.fields,
          answers: choice.answers,
        });
  });
  return result;
}
