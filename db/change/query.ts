import type { Reader } from '../schema.ts';

export type ActionEntry = {
  id: number;
  at: string;
  action: string;
  parameters: Record<string, string | number>;
  kind: 'do' | 'undo' | 'redo';
  /** Whether a later undo (or redo) took it back. */
  isReversed: boolean;
};

/** The book's actions, newest first, older than `before` where given. */
export async function listActions(db: Reader, limit: number, before?: number): Promise<ActionEntry[]> {
  let query = db.selectFrom('action').selectAll().orderBy('id', 'desc').limit(limit);
  if (before !== undefined) query = query.where('id', '<', before);
  return (await query.execute()).map(({ id, at, key, parameters, kind, reversed_by_id }) => ({
    id,
    at,
    action: key,
    parameters: JSON.parse(parameters) as Record<string, string | number>,
    kind,
    isReversed: reversed_by_id !== null,
  }));
}

/** One change of one row: column by column what it was and what it became. */
export type RowChange = {
  id: number;
  at: string;
  action: string;
  kind: 'do' | 'undo' | 'redo';
  changes: { column: string; before: unknown; after: unknown }[];
};

/** What happened to one row, newest first. */
export async function rowHistory(db: Reader, table: string, id: number): Promise<RowChange[]> {
  const rows = await db
    .selectFrom('change')
    .innerJoin('action', 'action.id', 'change.action_id')
    .select([
      'change.id',
      'action.at',
      'action.key as action',
      'action.kind',
      'change.before',
      'change.after',
    ])
    .where('change.table_name', '=', table)
    .where('change.row_id', '=', id)
    .orderBy('change.id', 'desc')
    .execute();
  return rows.map(({ before, after, ...facts }) => ({
    ...facts,
    changes: difference(parse(before), parse(after)),
  }));
}

function parse(json: string | null): Record<string, unknown> {
  return json === null ? {} : (JSON.parse(json) as Record<string, unknown>);
}

function difference(before: Record<string, unknown>, after: Record<string, unknown>): RowChange['changes'] {
  const columns = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...columns]
    .filter((column) => column !== 'id' && (before[column] ?? null) !== (after[column] ?? null))
    .map((column) => ({ column, before: before[column] ?? null, after: after[column] ?? null }));
}
