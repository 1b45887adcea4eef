import type { Insertable } from 'kysely';
import { recomputeChangedStatuses } from './account/status-query.ts';
import type { Action } from './action.ts';
import { detachDeleted } from './attachment/query.ts';
import type { ActionTable } from './change/table.ts';
import { inWords } from './file-failure.ts';
import { rescoreChanged } from './health/status-query.ts';
import { redateMilestones } from './milestone/query.ts';
import type { Book } from './open.ts';
import type { Writer } from './schema.ts';
import { reindex } from './search/query.ts';

/**
 * The one door for writing: runs `write` in a transaction whose changes the change log groups under this action, so that it
 * is undone as a whole. An action that changes nothing leaves no trace.
 */
export async function record<T>(book: Book, action: Action, write: (trx: Writer) => Promise<T>): Promise<T> {
  return recordAction(
    book,
    { key: action.key, parameters: JSON.stringify(action.parameters ?? {}), kind: 'do' },
    write,
  );
}

/** Writes a book's first content. How a book began is not an action to undo, so its history starts empty after it. */
export async function initialize(book: Book, write: (trx: Writer) => Promise<void>): Promise<void> {
  await recordAction(book, { key: 'book.edit', kind: 'do' }, async (trx, id) => {
    await write(trx);
    await reindex(trx, await changedRows(trx, id));
    await trx.deleteFrom('change').where('action_id', '=', id).execute();
  });
}

type ActionFacts = Omit<Insertable<ActionTable>, 'at'>;

/** `record` with every fact of the action given; undo and redo are actions too. */
export async function recordAction<T>(
  book: Book,
  facts: ActionFacts,
  write: (trx: Writer, actionId: number) => Promise<T>,
): Promise<T> {
  try {
    return await book.db.transaction().execute(async (plain) => {
      const trx = plain as Writer;
      const { id } = await trx
        .insertInto('action')
        .values({ ...facts, at: book.now().toISOString() })
        .returning('id')
        .executeTakeFirstOrThrow();
      const result = await write(trx, id);
      await detachDeleted(trx, id);
      const changed = await changedRows(trx, id);
      if (changed.length === 0) await trx.deleteFrom('action').where('id', '=', id).execute();
      else {
        await reindex(trx, changed);
        await redateMilestones(trx, id, book.now());
        const tables = new Set(changed.map(({ table_name }) => table_name));
        await recomputeChangedStatuses(trx, id, book.now(), tables);
        await rescoreChanged(trx, id, book.now(), tables);
      }
      return result;
    });
  } catch (error) {
    throw inWords(error, book.path ?? ''); // a full disk, a folder that has become read-only
  }
}

function changedRows(trx: Writer, actionId: number) {
  return trx
    .selectFrom('change')
    .select(['table_name', 'row_id', 'account_id'])
    .distinct()
    .where('action_id', '=', actionId)
    .execute();
}
