import type { ActionKey } from '../../../db/action.ts';
import { getAssessment } from '../../../db/maturity/query.ts';
import type { Book } from '../../../db/open.ts';
import { record } from '../../../db/record.ts';
import type { Writer } from '../../../db/schema.ts';

/** One action upon an assessment, told with its subject's name. @throws Failure record.not-found */
export async function assessmentAction<T>(
  book: Book,
  id: number,
  key: ActionKey,
  write: (trx: Writer) => Promise<T>,
): Promise<T> {
  const { subject } = await getAssessment(book.db, id);
  return record(book, { key, parameters: { name: subject } }, write);
}
