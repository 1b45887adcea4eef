import type { Kysely, Transaction } from 'kysely';
import type { AccountStandingTable, AccountTable, StandingDayTable } from './tables/account.ts';
import type {
  AssessmentAnswerTable,
  AssessmentRespondentTable,
  AssessmentResponseTable,
  AssessmentStepTable,
  AssessmentTable,
  AssessmentTargetTable,
  MaturityModelDraftTable,
  MaturityModelEditTable,
  MaturityModelTable,
} from './tables/assessment.ts';
import type { AttachmentTable } from './tables/attachment.ts';
import type { BookTable, ExchangeRateTable } from './tables/book.ts';
import type { ActionTable, ChangeTable } from './tables/change.ts';
import type { ContactTable } from './tables/contact.ts';
import type { ContactRelationTable } from './tables/contact-relation.ts';
import type { ContractTable } from './tables/contract.ts';
import type { ContractPriceTable } from './tables/contract-price.ts';
import type { CustomChoiceTable, CustomFieldTable, CustomValueTable } from './tables/custom-field.ts';
import type { GoalReadingTable, GoalTable, SuccessDefinitionTable, ValueClaimTable } from './tables/goal.ts';
import type {
  EngagementLimitTable,
  HandoffAnswerTable,
  HandoffClockTable,
  HandoffGapTable,
  HandoffReturnTable,
  HandoffStatementTable,
  HandoffTable,
  HandoffTemplateDraftTable,
  HandoffTemplateTable,
} from './tables/handoff.ts';
import type { ImportMappingTable } from './tables/import.ts';
import type { LetterheadTable } from './tables/letterhead.ts';
import type { LifecycleOverrideTable } from './tables/lifecycle.ts';
import type { MailSenderTable, MailTemplateTable } from './tables/mail.ts';
import type {
  MilestoneTable,
  MilestoneTemplateLineTable,
  MilestoneTemplateTable,
} from './tables/milestone.ts';
import type { NoteTable } from './tables/note.ts';
import type { PromiseTable } from './tables/promise.ts';
import type {
  QbrAgendaLineTable,
  QbrAskTable,
  QbrAttendeeTable,
  QbrDecisionTable,
  QbrDifficultyTable,
  QbrFigureTable,
  QbrFreezeTable,
  QbrInsideFigureTable,
  QbrPlanLineTable,
  QbrRatingTable,
  QbrSectionTable,
  QbrTable,
} from './tables/qbr.ts';
import type { SearchTable } from './tables/search.ts';
import type {
  MotivationScoreTable,
  PersonaTable,
  SegmentationSchemeTable,
  SegmentPlacementTable,
  SegmentResearchTable,
  SegmentTable,
} from './tables/segment.ts';
import type { SyncLineTable, SyncTable } from './tables/sync.ts';
import type { TaskTable } from './tables/task.ts';
import type {
  AccountValuePointTable,
  SegmentValuePointTable,
  ValuePointPartTable,
  ValuePointTable,
  ValuePropositionTable,
} from './tables/value-point.ts';
import type { WorkingCalendarTable, WorkingDayChangeTable } from './tables/working-calendar.ts';

/** Rows match tables exactly; the domain's own types stand apart in db/domain. */
export interface Schema {
  book: BookTable;
  exchange_rate: ExchangeRateTable;
  account: AccountTable;
  contact: ContactTable;
  contact_relation: ContactRelationTable;
  contract: ContractTable;
  contract_price: ContractPriceTable;
  note: NoteTable;
  task: TaskTable;
  milestone_template: MilestoneTemplateTable;
  milestone_template_line: MilestoneTemplateLineTable;
  milestone: MilestoneTable;
  lifecycle_override: LifecycleOverrideTable;
  maturity_model: MaturityModelTable;
  assessment: AssessmentTable;
  assessment_answer: AssessmentAnswerTable;
  assessment_target: AssessmentTargetTable;
  assessment_respondent: AssessmentRespondentTable;
  assessment_response: AssessmentResponseTable;
  assessment_step: AssessmentStepTable;
  maturity_model_draft: MaturityModelDraftTable;
  maturity_model_edit: MaturityModelEditTable;
  handoff_template: HandoffTemplateTable;
  handoff_template_draft: HandoffTemplateDraftTable;
  engagement_limit: EngagementLimitTable;
  handoff: HandoffTable;
  handoff_answer: HandoffAnswerTable;
  handoff_gap: HandoffGapTable;
  handoff_return: HandoffReturnTable;
  handoff_statement: HandoffStatementTable;
  handoff_clock: HandoffClockTable;
  working_calendar: WorkingCalendarTable;
  working_day_change: WorkingDayChangeTable;
  mail_template: MailTemplateTable;
  letterhead: LetterheadTable;
  mail_sender: MailSenderTable;
  sync: SyncTable;
  sync_line: SyncLineTable;
  promise: PromiseTable;
  value_point: ValuePointTable;
  success_definition: SuccessDefinitionTable;
  goal: GoalTable;
  goal_reading: GoalReadingTable;
  value_claim: ValueClaimTable;
  qbr: QbrTable;
  qbr_section: QbrSectionTable;
  qbr_difficulty: QbrDifficultyTable;
  qbr_ask: QbrAskTable;
  qbr_plan_line: QbrPlanLineTable;
  qbr_attendee: QbrAttendeeTable;
  qbr_agenda_line: QbrAgendaLineTable;
  qbr_figure: QbrFigureTable;
  qbr_inside_figure: QbrInsideFigureTable;
  qbr_freeze: QbrFreezeTable;
  qbr_decision: QbrDecisionTable;
  qbr_rating: QbrRatingTable;
  account_standing: AccountStandingTable;
  standing_day: StandingDayTable;
  segmentation_scheme: SegmentationSchemeTable;
  segment: SegmentTable;
  segment_placement: SegmentPlacementTable;
  segment_research: SegmentResearchTable;
  persona: PersonaTable;
  motivation_score: MotivationScoreTable;
  value_proposition: ValuePropositionTable;
  value_point_part: ValuePointPartTable;
  segment_value_point: SegmentValuePointTable;
  account_value_point: AccountValuePointTable;
  custom_field: CustomFieldTable;
  custom_choice: CustomChoiceTable;
  custom_value: CustomValueTable;
  attachment: AttachmentTable;
  import_mapping: ImportMappingTable;
  action: ActionTable;
  change: ChangeTable;
  search: SearchTable;
}

/** Enough to read and nothing more; a transaction is one as well. */
export type Reader = Pick<
  Kysely<Schema>,
  'selectFrom' | 'with' | 'withRecursive' | 'fn' | 'getExecutor' | 'executeQuery' | 'dynamic' | 'selectNoFrom'
>;

declare const writes: unique symbol;
/** A transaction inside `record`: the only handle that writes, so that no change escapes the change log. */
export type Writer = Transaction<Schema> & { readonly [writes]: true };
