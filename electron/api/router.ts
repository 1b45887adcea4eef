import { accountRouter } from './account/account.ts';
import { attachmentRouter } from './attachment.ts';
import { bookRouter } from './book.ts';
import { captureRouter } from './capture.ts';
import { changeRouter } from './change.ts';
import { commitmentRouter } from './commitment.ts';
import { contactRouter } from './contact.ts';
import { contractRouter } from './contract.ts';
import { contributionRouter } from './contribution.ts';
import { customFieldRouter } from './custom-field.ts';
import { exportRouter } from './export.ts';
import { folderRouter } from './folder.ts';
import { goalRouter } from './goal.ts';
import { handoffRouter } from './handoff/handoff.ts';
import { healthRouter } from './health/health.ts';
import { importRouter } from './import.ts';
import { jobRouter } from './job.ts';
import { letterheadRouter } from './letterhead.ts';
import { lifecycleRouter } from './lifecycle.ts';
import { mailRouter } from './mail.ts';
import { assessmentRouter } from './maturity/assessment.ts';
import { maturityModelRouter } from './maturity/model.ts';
import { milestoneRouter } from './milestone/milestone.ts';
import { noteRouter } from './note.ts';
import { nounRouter } from './noun.ts';
import { qbrRouter } from './qbr/qbr.ts';
import { reportRouter } from './report/report.ts';
import { searchRouter } from './search.ts';
import { segmentRouter } from './segment/segment.ts';
import { settingsRouter } from './settings.ts';
import { syncRouter } from './sync.ts';
import { taskRouter } from './task.ts';
import { todayRouter } from './today.ts';
import { router } from './trpc.ts';
import { valueClaimRouter } from './value/claim.ts';
import { valuePointRouter } from './value/point.ts';
import { workingCalendarRouter } from './working-calendar.ts';

/** The contract: one router per noun. The renderer knows its type and nothing else of this side. */
export const appRouter = router({
  account: accountRouter,
  assessment: assessmentRouter,
  attachment: attachmentRouter,
  book: bookRouter,
  capture: captureRouter,
  change: changeRouter,
  contact: contactRouter,
  contract: contractRouter,
  contribution: contributionRouter,
  lifecycle: lifecycleRouter,
  mail: mailRouter,
  maturityModel: maturityModelRouter,
  milestone: milestoneRouter,
  note: noteRouter,
  noun: nounRouter,
  customField: customFieldRouter,
  export: exportRouter,
  folder: folderRouter,
  goal: goalRouter,
  handoff: handoffRouter,
  health: healthRouter,
  import: importRouter,
  job: jobRouter,
  commitment: commitmentRouter,
  qbr: qbrRouter,
  report: reportRouter,
  search: searchRouter,
  segment: segmentRouter,
  settings: settingsRouter,
  sync: syncRouter,
  task: taskRouter,
  today: todayRouter,
  value: { claim: valueClaimRouter, point: valuePointRouter },
  letterhead: letterheadRouter,
  workingCalendar: workingCalendarRouter,
});

export type AppRouter = typeof appRouter;
