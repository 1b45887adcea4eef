import { sql } from 'kysely';
import type { Reader } from '../schema.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: number };

/** An account and what belonged to it, table by table, as the rows stood. No account: it was not in the book yet, or no more. */
export type AccountAsOf = {
  readonly account: Row | null;
  readonly rows: Readonly<Record<string, readonly Row[]>>;
};

/** What hangs directly on an account and is worth showing of the past. */
const parts = [
  'contact',
  'contract',
  'contract_price',
  'goal',
  'handoff',
  'milestone',
  'note',
  'promise',
  'qbr',
  'task',
  'value_claim',
  'attachment',
] as const;

/**
 * The account as it was at the end of an instant: today's rows with every later change taken back, newest first. Costs what
 * the account has and what changed on it since, however large the book is.
 * @param instant ISO 8601 in UTC
 */
export async function accountAsOf(db: Reader, accountId: number, instant: string): Promise<AccountAsOf> {
  const tables = new Map<string, Map<number, Row>>();
  tables.set('account', byId(await rowsOf(db, 'account', 'id', accountId)));
  for (const part of parts) tables.set(part, byId(await rowsOf(db, part, 'account_id', accountId)));
  const later = await db
    .selectFrom('change')
    .innerJoin('action', 'action.id', 'change.action_id')
    .select(['change.table_name', 'change.row_id', 'change.before'])
    .where('change.account_id', '=', accountId)
    .where('action.at', '>', instant)
    .orderBy('change.id', 'desc')
    .execute();
  for (const { table_name, row_id, before } of later) {
    const rows = tables.get(table_name);
    if (before === null) rows?.delete(row_id);
    else rows?.set(row_id, JSON.parse(before) as Row);
  }
  const account = tables.get('account')?.get(accountId) ?? null;
  return {
    account,
    rows: Object.fromEntries(
      parts.map((part) => [part, [...(tables.get(part)?.values() ?? [])].sort((a, b) => a.id - b.id)]),
    ),
  };
}

async function rowsOf(db: Reader, table: string, column: string, id: number): Promise<Row[]> {
  const { rows } = await sql<Row>`select * from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(
    db,
  );
  return rows;
}

function byId(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
