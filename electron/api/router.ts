import { accountRouter } from './account.ts';
import { assessmentRouter } from './assessment.ts';
import { bookRouter } from './book.ts';
import { changeRouter } from './change.ts';
import { contactRouter } from './contact.ts';
import { contractRouter } from './contract.ts';
import { folderRouter } from './folder.ts';
import { goalRouter } from './goal.ts';
import { handoffRouter } from './handoff.ts';
import { noteRouter } from './note.ts';
import { promiseRouter } from './promise.ts';
import { qbrRouter } from './qbr.ts';
import { searchRouter } from './search.ts';
import { settingsRouter } from './settings.ts';
import { successDefinitionRouter } from './success-definition.ts';
import { taskRouter } from './task.ts';
import { router } from './trpc.ts';
import { valueClaimRouter } from './value-claim.ts';

/** The contract: one router per noun. The renderer knows its type and nothing else of this side. */
export const appRouter = router({
  account: accountRouter,
  assessment: assessmentRouter,
  book: bookRouter,
  change: changeRouter,
  contact: contactRouter,
  contract: contractRouter,
  note: noteRouter,
  folder: folderRouter,
  goal: goalRouter,
  handoff: handoffRouter,
  promise: promiseRouter,
  qbr: qbrRouter,
  search: searchRouter,
  settings: settingsRouter,
  successDefinition: successDefinitionRouter,
  task: taskRouter,
  valueClaim: valueClaimRouter,
});

export type AppRouter = typeof appRouter;
