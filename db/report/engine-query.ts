import type { Book } from '../open.ts';
import type { Reader } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { ReportEngine, ReportFacts } from './engine.ts';
import { reportFacts } from './facts-query.ts';
import { type ReportWish, reportEngine } from './view-query.ts';

type Kept = { wish: string; changeId: number; engine: ReportEngine; facts: ReportFacts };

/** The last engine of each open book; the screen asks for one range again and again. */
const kept = new WeakMap<Book, Kept>();

/** What changes nothing but the accounts named in the change log; everything else the report depends on is counted anew. */
const ofAccounts = new Set(['contract', 'contract_price']);
const read = new Set([
  ...ofAccounts,
  ...['account', 'book', 'exchange_rate', 'report_setting', 'segmentation_scheme', 'segment'],
  ...['segment_placement', 'custom_field', 'custom_choice', 'custom_value'],
]);

/**
 * The engine for a wish, counted once and kept up to date from the change log: after one contract changed, one account is
 * counted again.
 * @throws Failure as reportEngine does
 */
export async function currentEngine(
  book: Book,
  today: IsoDate,
  wish: ReportWish,
): Promise<{ engine: ReportEngine; facts: ReportFacts }> {
  const { slices, ...rest } = wish;
  const name = JSON.stringify({ ...rest, today });
  const changeId = await lastChange(book.db);
  const found = kept.get(book);
  if (found?.wish === name && (await refresh(book.db, found, changeId))) return found;
  const { engine, facts } = await reportEngine(book.db, today, wish);
  kept.set(book, { wish: name, changeId, engine, facts });
  return { engine, facts };
}

async function lastChange(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('change')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst();
  return row?.id ?? 0;
}

/** Brings the kept engine up to date; false where it has to be made anew. */
async function refresh(db: Reader, found: Kept, changeId: number): Promise<boolean> {
  if (changeId === found.changeId) return true;
  if (changeId < found.changeId) return false;
  const changed = await db
    .selectFrom('change')
    .select(['table_name', 'account_id'])
    .distinct()
    .where('id', '>', found.changeId)
    .execute();
  const relevant = changed.filter(({ table_name }) => read.has(table_name));
  if (relevant.some(({ table_name }) => !ofAccounts.has(table_name))) return false;
  const ids = [...new Set(relevant.flatMap(({ account_id }) => account_id ?? []))];
  if (ids.length > 0) {
    const facts = await reportFacts(db, found.engine.policies, found.engine.range.to, ids);
    for (const [id, account] of facts.accounts) {
      const own = facts.subscriptions.get(id) ?? [];
      found.engine.replace(account, own);
      found.facts.subscriptions.set(id, own);
    }
  }
  found.changeId = changeId;
  return true;
}
