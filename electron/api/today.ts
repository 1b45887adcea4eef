import { today } from '../../db/book/query.ts';
import { currentHealth } from '../../db/health/status-query.ts';
import { gatherToday } from '../../db/today/query.ts';
import { countToday, todayEntries } from '../../db/today/rule.ts';
import { bookProcedure, router } from './trpc.ts';

export const todayRouter = router({
  /** What needs the CSM today, and why. */
  read: bookProcedure.query(async ({ ctx: { book } }) => {
    await currentHealth(book);
    const now = await today(book);
    const { facts, unlisted } = await gatherToday(book.db, now, book.now());
    const entries = todayEntries(facts, now);
    return { today: now, entries, count: countToday(entries), unlisted };
  }),
});
