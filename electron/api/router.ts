import { bookRouter } from './book.ts';
import { changeRouter } from './change.ts';
import { folderRouter } from './folder.ts';
import { handoffRouter } from './handoff.ts';
import { promiseRouter } from './promise.ts';
import { searchRouter } from './search.ts';
import { settingsRouter } from './settings.ts';
import { router } from './trpc.ts';

/** The contract: one router per noun. The renderer knows its type and nothing else of this side. */
export const appRouter = router({
  book: bookRouter,
  change: changeRouter,
  folder: folderRouter,
  handoff: handoffRouter,
  promise: promiseRouter,
  search: searchRouter,
  settings: settingsRouter,
});

export type AppRouter = typeof appRouter;
