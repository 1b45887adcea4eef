import type { ActionKey } from '../../../db/action.ts';
import { getHandoff } from '../../../db/handoff/query.ts';
import type { Book } from '../../../db/open.ts';
import { record } from '../../../db/record.ts';
import type { Writer } from '../../../db/schema.ts';

/** One action upon a handoff, told with its account's name. @throws Failure record.not-found */
export async function handoffAction<T>(
  book: Book,
  id: number,
  key: ActionKey,
  write: (trx: Writer) => Promise<T>,
): Promise<T> {
  const { accountName } = await getHandoff(book.db, id);
  return record(book, { key, parameters: { account: accountName } }, write);
}
