import { accountRouter } from './account.ts';
import { accountCardRouter } from './account-card.ts';
import { assessmentRouter } from './assessment.ts';
import { assessmentComparisonRouter } from './assessment-comparison.ts';
import { assessmentStepRouter } from './assessment-step.ts';
import { attachmentRouter } from './attachment.ts';
import { bookRouter } from './book.ts';
import { captureRouter } from './capture.ts';
import { changeRouter } from './change.ts';
import { contactRouter } from './contact.ts';
import { contractRouter } from './contract.ts';
import { contributionRouter } from './contribution.ts';
import { customFieldRouter } from './custom-field.ts';
import { exportRouter } from './export.ts';
import { folderRouter } from './folder.ts';
import { goalRouter } from './goal.ts';
import { handoffRouter } from './handoff.ts';
import { handoffClockRouter } from './handoff-clock.ts';
import { handoffCrmRouter } from './handoff-crm.ts';
import { handoffDecisionRouter } from './handoff-decision.ts';
import { handoffFollowUpRouter } from './handoff-follow-up.ts';
import { handoffFormRouter } from './handoff-form.ts';
import { handoffSourceRouter } from './handoff-source.ts';
import { handoffTemplateRouter } from './handoff-template.ts';
import { idealProfileRouter } from './ideal-profile.ts';
import { importRouter } from './import.ts';
import { jobRouter } from './job.ts';
import { letterheadRouter } from './letterhead.ts';
import { lifecycleRouter } from './lifecycle.ts';
import { mailRouter } from './mail.ts';
import { maturityModelRouter } from './maturity-model.ts';
import { meetingRouter } from './meeting.ts';
import { milestoneRouter } from './milestone.ts';
import { milestoneTemplateRouter } from './milestone-template.ts';
import { noteRouter } from './note.ts';
import { promiseRouter } from './promise.ts';
import { qbrRouter } from './qbr.ts';
import { respondentRouter } from './respondent.ts';
import { searchRouter } from './search.ts';
import { segmentRouter } from './segment.ts';
import { settingsRouter } from './settings.ts';
import { successDefinitionRouter } from './success-definition.ts';
import { syncRouter } from './sync.ts';
import { taskRouter } from './task.ts';
import { todayRouter } from './today.ts';
import { router } from './trpc.ts';
import { valueClaimRouter } from './value-claim.ts';
import { valuePointRouter } from './value-point.ts';
import { workingCalendarRouter } from './working-calendar.ts';

/** The contract: one router per noun. The renderer knows its type and nothing else of this side. */
export const appRouter = router({
  account: accountRouter,
  accountCard: accountCardRouter,
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
  milestoneTemplate: milestoneTemplateRouter,
  note: noteRouter,
  customField: customFieldRouter,
  export: exportRouter,
  folder: folderRouter,
  goal: goalRouter,
  handoff: handoffRouter,
  handoffDecision: handoffDecisionRouter,
  handoffForm: handoffFormRouter,
  handoffCrm: handoffCrmRouter,
  handoffSource: handoffSourceRouter,
  handoffTemplate: handoffTemplateRouter,
  handoffClock: handoffClockRouter,
  handoffFollowUp: handoffFollowUpRouter,
  idealProfile: idealProfileRouter,
  import: importRouter,
  job: jobRouter,
  promise: promiseRouter,
  qbr: qbrRouter,
  meeting: meetingRouter,
  respondent: respondentRouter,
  assessmentComparison: assessmentComparisonRouter,
  assessmentStep: assessmentStepRouter,
  search: searchRouter,
  segment: segmentRouter,
  settings: settingsRouter,
  successDefinition: successDefinitionRouter,
  sync: syncRouter,
  task: taskRouter,
  today: todayRouter,
  valueClaim: valueClaimRouter,
  valuePoint: valuePointRouter,
  letterhead: letterheadRouter,
  workingCalendar: workingCalendarRouter,
});

export type AppRouter = typeof appRouter;
