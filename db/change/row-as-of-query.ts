import { sql } from 'kysely';
import type { Cells } from '../kernel/field.ts';
import type { Reader } from '../schema.ts';

/** A row of any table, by its columns. */
export type Row = Cells & { readonly id: number };
/** Rows of a table by their id. */
export type RowsById = Map<number, Row>;

export async function rowsOf(
  db: Reader,
  table: string,
  column: string,
  values: readonly number[],
): Promise<RowsById> {
  const { rows } = await sql<Row>`select * from ${sql.table(table)}
    where ${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

type Later = {
  readonly table_name: string;
  readonly row_id: number;
  readonly before: string | null;
};

/** Takes changes back from rows as they are now, the newest change first; those of other tables are passed over. */
export function takeBack(tables: ReadonlyMap<string, RowsById>, later: readonly Later[]): void {
  for (const { table_name, row_id, before } of later) {
    const rows = tables.get(table_name);
    if (before === null) rows?.delete(row_id);
    else rows?.set(row_id, JSON.parse(before) as Row);
  }
}

/**
 * Rows of one table as they stood at the end of an instant, also those deleted since.
 * @param instant ISO 8601 in UTC
 */
export async function rowsAsOf(
  db: Reader,
  table: string,
  ids: readonly number[],
  instant: string,
): Promise<RowsById> {
  const rows = await rowsOf(db, table, 'id', ids);
  const later = await sql<Later>`
    select table_name, row_id, before from change join action on action.id = action_id
    where table_name = ${table} and row_id in (select value from json_each(${JSON.stringify(ids)}))
      and action.at > ${instant} order by change.id desc`.execute(db);
  takeBack(new Map([[table, rows]]), later.rows);
  return rows;
}
