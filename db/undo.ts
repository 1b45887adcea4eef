import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { detachDeleted } from './attachment/query.ts';
import type { ActionTable, ChangeTable } from './change/table.ts';
import { Failure } from './failure.ts';
import type { Book } from './open.ts';
import { recordAction } from './record.ts';
import type { Reader, Writer } from './schema.ts';

type Action = Selectable<ActionTable>;
type Change = Selectable<ChangeTable>;

/** What undo and redo would do now, for the menu and the buttons. */
export type UndoState = { readonly undo: Action | null; readonly redo: Action | null };

export async function undoState(db: Reader): Promise<UndoState> {
  const undo = await db
    .selectFrom('action')
    .selectAll()
    .where('kind', '<>', 'undo')
    .where('reversed_by_id', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const latestAction = db
    .selectFrom('action')
    .select('id')
    .where('kind', '=', 'do')
    .orderBy('id', 'desc')
    .limit(1);
  const redo = await db
    .selectFrom('action')
    .selectAll()
    .where('kind', '=', 'undo')
    .where('reversed_by_id', 'is', null)
    .where('id', '>', latestAction) // a new action after an undo leaves nothing to redo
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { undo: undo ?? null, redo: redo ?? null };
}

/** Takes back the newest action. @throws Failure change.nothing-to-undo, change.conflict */
export async function undo(book: Book): Promise<Action> {
  const { undo: action } = await undoState(book.db);
  if (!action) throw new Failure('change.nothing-to-undo');
  return reverse(book, action, 'undo');
}

/** Does again what the newest undo took back. @throws Failure change.nothing-to-redo, change.conflict */
export async function redo(book: Book): Promise<Action> {
  const { redo: action } = await undoState(book.db);
  if (!action) throw new Failure('change.nothing-to-redo');
  return reverse(book, action, 'redo');
}

/**
 * Takes back one action of the past, such as an import, however much came after it.
 * @throws Failure change.conflict naming the later action where a row was changed again since; nothing is taken back then.
 */
export async function undoAction(book: Book, actionId: number): Promise<Action> {
  const action = await book.db
    .selectFrom('action')
    .selectAll()
    .where('id', '=', actionId)
    .where('reversed_by_id', 'is', null)
    .executeTakeFirst();
  if (!action) throw new Failure('change.nothing-to-undo');
  return reverse(book, action, action.kind === 'undo' ? 'redo' : 'undo');
}

async function reverse(book: Book, action: Action, kind: 'undo' | 'redo'): Promise<Action> {
  const { key, parameters } = action;
  try {
    await recordAction(book, { key, parameters, kind, reverses_id: action.id }, async (trx, id) => {
      await sql`pragma defer_foreign_keys = on`.execute(trx); // a cascade may have logged the child before its parent
      const changes = await trx
        .selectFrom('change')
        .selectAll()
        .where('action_id', '=', action.id)
        .orderBy('id', 'desc')
        .execute();
      const reversal = { action, reversalId: id };
      for (const change of changes) await applyInverse(trx, reversal, change);
      await detachDeleted(trx, id); // a file attached since to a record that goes would go along too
      await refuseSideEffects(trx, reversal);
      await trx.updateTable('action').set({ reversed_by_id: id }).where('id', '=', action.id).execute();
    });
  } catch (error) {
    if (isRefusedByBook(error))
      throw new Failure('change.conflict', { action: key, later: '', table: '' }, { cause: error });
    throw error;
  }
  return action;
}

/** An action being taken back, and the action that does it. */
type Reversal = { readonly action: Action; readonly reversalId: number };

async function applyInverse(trx: Writer, reversal: Reversal, change: Change): Promise<void> {
  const table = sql.table(change.table_name);
  const before = change.before === null ? null : (JSON.parse(change.before) as Record<string, unknown>);
  const after = change.after === null ? null : (JSON.parse(change.after) as Record<string, unknown>);
  const found = await sql<
    Record<string, unknown>
  >`select * from ${table} where id = ${change.row_id}`.execute(trx);
  if (!isSame(found.rows[0] ?? null, after))
    throw await conflict(trx, reversal, change.table_name, change.row_id);
  if (before === null) await sql`delete from ${table} where id = ${change.row_id}`.execute(trx);
  else if (after === null) {
    const columns = Object.keys(before);
    await sql`insert into ${table} (${sql.join(columns.map((name) => sql.ref(name)))})
      values (${sql.join(columns.map((name) => before[name]))})`
      .execute(trx)
      .catch((error: unknown) => refuseTaken(trx, reversal, { ...change, before }, error));
  } else {
    const columns = Object.keys(before).filter((name) => before[name] !== after[name]);
    await sql`update ${table} set ${sql.join(columns.map((name) => sql`${sql.ref(name)} = ${before[name]}`))}
      where id = ${change.row_id}`
      .execute(trx)
      .catch((error: unknown) => refuseTaken(trx, reversal, { ...change, before }, error));
  }
}

/** A row is as the change left it when the columns the change knew have its values; columns added since don't count. */
function isSame(row: Record<string, unknown> | null, after: Record<string, unknown> | null): boolean {
  if (row === null || after === null) return row === after;
  return Object.keys(after).every((name) => row[name] === after[name]);
}

/** A name or a place that only one record can have, and that another has taken since. @throws Failure naming the action that took it */
async function refuseTaken(
  trx: Writer,
  reversal: Reversal,
  { table_name, row_id, before }: Pick<Change, 'table_name' | 'row_id'> & { before: Record<string, unknown> },
  error: unknown,
): Promise<never> {
  const taken = /^UNIQUE constraint failed: (.+)$/.exec(error instanceof Error ? error.message : '')?.[1];
  if (taken === undefined) throw error;
  const columns = taken.split(', ').map((column) => column.slice(column.indexOf('.') + 1));
  const holder = await sql<{ id: number }>`select id from ${sql.table(table_name)}
    where ${sql.join(
      columns.map((column) => sql`${sql.ref(column)} = ${before[column] ?? null}`),
      sql` and `,
    )}`.execute(trx);
  throw await conflict(trx, reversal, table_name, holder.rows[0]?.id ?? row_id);
}

/** A row of a table that stands in the way of taking back an action; it names the action that came to it last. */
async function conflict(
  trx: Writer,
  { action, reversalId }: Reversal,
  table: string,
  rowId: number,
): Promise<Failure> {
  const later = await trx
    .selectFrom('change')
    .innerJoin('action', 'action.id', 'change.action_id')
    .select(['action.key', 'action.parameters', 'action.at'])
    .where('table_name', '=', table)
    .where('row_id', '=', rowId)
    .where('change.action_id', 'not in', [action.id, reversalId])
    .orderBy('change.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  // A row nobody is on record to have changed was there from the book's beginning.
  return new Failure('change.conflict', {
    action: action.key,
    later: later?.key ?? '',
    laterParameters: later?.parameters ?? '{}', // its sentence needs them
    laterAt: later?.at ?? '',
    table,
  });
}

/**
 * Taking an action back must not take along what was added to its rows since: a note on an imported account would go with it.
 * Rows the reversal changed by way of the tables' references, and that the action itself had not, are such.
 */
async function refuseSideEffects(trx: Writer, reversal: Reversal): Promise<void> {
  const { rows } = await sql<Pick<Change, 'table_name' | 'row_id'>>`
    select table_name, row_id from change where action_id = ${reversal.reversalId}
    except select table_name, row_id from change where action_id = ${reversal.action.id} limit 1`.execute(
    trx,
  );
  const [harmed] = rows;
  if (harmed) throw await conflict(trx, reversal, harmed.table_name, harmed.row_id);
}

/** A row that others came to refer to since, or one that has become immutable, such as a part of a frozen review. */
function isRefusedByBook(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'SQLITE_CONSTRAINT_FOREIGNKEY' || code === 'SQLITE_CONSTRAINT_TRIGGER';
}
