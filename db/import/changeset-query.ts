import { sql } from 'kysely';
import { columnOf } from '../kernel/define.ts';
import { nouns } from '../nouns.ts';
import type { Reader } from '../schema.ts';
import { importNouns } from './noun.ts';

/** What an import did to one table. */
export type ImportedCount = { readonly table: string; readonly created: number; readonly changed: number };

/** An import of the past. */
export type PastImport = {
  /** The action that stands or would be done again: the import itself, or the latest undo or redo of it. */
  readonly actionId: number;
  /** The import itself, whose records `importedRecords` lists. */
  readonly importId: number;
  readonly at: string;
  readonly file: string;
  readonly counts: readonly ImportedCount[];
  /** Rows the file had beside: the same already, left out, one with another row. Null where an older Tenure did not say. */
  readonly unchanged: number | null;
  readonly leftOut: number | null;
  readonly merged: number | null;
  readonly isTakenBack: boolean;
};

type Step = { id: number; at: string; parameters: string; kind: string; reversed_by_id: number | null };

/** The imports of the book, the latest first. */
export async function pastImports(db: Reader): Promise<PastImport[]> {
  const steps = await db
    .selectFrom('action')
    .select(['id', 'at', 'parameters', 'kind', 'reversed_by_id'])
    .where('key', '=', 'import.write')
    .orderBy('id', 'desc')
    .execute();
  const byId = new Map(steps.map((step) => [step.id, step]));
  const imports = steps.filter(({ kind }) => kind === 'do');
  const counts = await countsOf(
    db,
    imports.map(({ id }) => id),
  );
  return imports.map((step) => {
    const latest = latestOf(step, byId);
    const stated = JSON.parse(step.parameters) as Record<string, string | number>;
    return {
      actionId: latest.id,
      importId: step.id,
      at: step.at,
      file: String(stated.file ?? ''),
      counts: counts.get(step.id) ?? [],
      unchanged: figure(stated.unchanged),
      leftOut: figure(stated.leftOut),
      merged: figure(stated.merged),
      isTakenBack: latest.kind === 'undo',
    };
  });
}

/** An import taken back and done again is a chain of actions; the last one says how it stands. */
function latestOf(step: Step, byId: ReadonlyMap<number, Step>): Step {
  const next = step.reversed_by_id === null ? undefined : byId.get(step.reversed_by_id);
  return next ? latestOf(next, byId) : step;
}

/** Only what came from files: a milestone that moved along with a contract was not in it. */
async function countsOf(db: Reader, ids: readonly number[]): Promise<Map<number, ImportedCount[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('change')
    .select(['action_id', 'table_name'])
    .select(sql<number>`count(*) filter (where before is null)`.as('created'))
    .select(sql<number>`count(*) filter (where before is not null)`.as('changed'))
    .where('action_id', 'in', ids)
    .where('table_name', 'in', importNouns)
    .groupBy(['action_id', 'table_name'])
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ action_id }) => action_id)].map(([id, own]) => [
      id,
      own.map(({ table_name, created, changed }) => ({ table: table_name, created, changed })),
    ]),
  );
}

function figure(stated: string | number | undefined): number | null {
  return typeof stated === 'number' ? stated : null;
}

/** A record an import wrote; `name` is the words it was known by then. */
export type ImportedRecord = {
  readonly table: string;
  readonly id: number;
  readonly accountId: number | null;
  readonly name: string;
  readonly isNew: boolean;
};

/** The columns rows are called by, whatever their noun. */
const namingColumns = [
  ...new Set(['name', 'product', 'body', 'key', ...nouns.map(({ title }) => columnOf(title))]),
];

/** How many of its records an import shows. */
const recordsShown = 200;

/** What an import wrote, in its order: as far as it is shown, and whether there was more. */
export async function importedRecords(
  db: Reader,
  importId: number,
): Promise<{ records: ImportedRecord[]; isMore: boolean }> {
  const rows = await db
    .selectFrom('change')
    .select(['table_name as table', 'row_id as id', 'account_id as accountId'])
    .select(
      sql<string>`substr(coalesce(${sql.join(namingColumns.map((column) => sql`after ->> ${sql.lit(column)}`))}, ''), 1, 120)`.as(
        'name',
      ),
    )
    .select(sql<0 | 1>`before is null`.as('isNew'))
    .where('action_id', '=', importId)
    .where('table_name', 'in', importNouns)
    .orderBy('change.id')
    .limit(recordsShown + 1)
    .execute();
  return {
    records: rows.slice(0, recordsShown).map(({ isNew, ...row }) => ({ ...row, isNew: isNew === 1 })),
    isMore: rows.length > recordsShown,
  };
}
