import { countToday, todayEntries } from '../../db/domain/today.ts';
import { today } from '../../db/queries/book.ts';
import { currentStandings } from '../../db/queries/standing.ts';
import { gatherToday } from '../../db/queries/today.ts';
import { bookProcedure, router } from './trpc.ts';

export const todayRouter = router({
  /** What needs the CSM today, and why. */
  read: bookProcedure.query(async ({ ctx: { book } }) => {
    await currentStandings(book);
    const now = await today(book);
    const { facts, unlisted } = await gatherToday(book.db, now, book.now());
    const entries = todayEntries(facts, now);
    return { today: now, entries, count: countToday(entries), unlisted };
  }),
});
